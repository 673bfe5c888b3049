package dev.dateline.enrich.learn;

import dev.dateline.model.Article;
import java.util.Map;
import java.util.TreeMap;

/**
 * One article to learn from, or to score.
 *
 * @param counts its features
 * @param rules scores that the rules give it, by Media Topic; by them the model learns how far to trust the rules
 * @param labels the topics that it has, by code with their names; empty when they are asked for
 */
public record Example(Counts counts, Map<String, Double> rules, Map<String, String> labels) {
    public Example {
        rules = new TreeMap<>(rules);
        labels = new TreeMap<>(labels);
    }

    /** Reads an article with the topics that it has. */
    public static Example of(Article article, Map<String, Double> rules, Map<String, String> labels) {
        return new Example(Counts.of(Terms.of(article)), rules, labels);
    }
}
