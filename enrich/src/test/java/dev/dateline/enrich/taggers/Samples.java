package dev.dateline.enrich.taggers;

import dev.dateline.model.Article;
import dev.dateline.model.Dateline;
import dev.dateline.model.Tag;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Short ways to ask the shipped taggers. */
public final class Samples {
    public static final Taggers TAGGERS = Taggers.shipped();

    private Samples() {}

    public static Article story(String headline, String... body) {
        return Articles.article(headline, null, List.of(body));
    }

    public static Article filedFrom(String place, String country, Article article) {
        article.setDateline(new Dateline(place, List.of(place), country, null, null));
        return article;
    }

    public static List<Tag> tags(Article article, String scheme) {
        return TAGGERS.tag(article, false).tags().stream()
                .filter(tag -> tag.getScheme().equals(scheme))
                .toList();
    }

    public static Map<String, Double> scores(Article article, String scheme) {
        return tags(article, scheme).stream().collect(Collectors.toMap(Tag::getCode, Tag::getScore));
    }

    /** Codes of a scheme that the article is about. */
    public static List<String> about(Article article, String scheme) {
        return tags(article, scheme).stream()
                .filter(tag -> tag.getScore() >= 0.5)
                .map(Tag::getCode)
                .toList();
    }

    public static List<String> codes(Article article, String scheme) {
        return tags(article, scheme).stream().map(Tag::getCode).toList();
    }
}
