package dev.dateline.enrich.learn;

import dev.dateline.enrich.taggers.Articles;
import dev.dateline.model.Article;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Invented examples for tests. */
final class Lessons {
    static final String SPORT = "15000000";
    static final String HEALTH = "07000000";

    private Lessons() {}

    /** As many of sport as of health, told apart by their words. */
    static List<Example> twoTopics(int each) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            examples.add(
                    Example.of(article("striker goal match " + i % 7), Map.of(SPORT, 0.6), Map.of(SPORT, "sport")));
            examples.add(Example.of(article("doctor clinic nurse " + i % 7), Map.of(), Map.of(HEALTH, "health")));
        }
        return examples;
    }

    static Article article(String body) {
        return Articles.article("News", null, List.of(body));
    }
}
