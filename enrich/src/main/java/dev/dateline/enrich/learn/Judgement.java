package dev.dateline.enrich.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What a model says of one article. */
public final class Judgement {
    /**
     * Words of the article.
     *
     * @param field field of the article, as evidence names it
     * @param text all of the field
     * @param start first character
     * @param end one past the last
     */
    public record Span(String field, String text, int start, int end) {}

    private final TopicModel model;
    private final Terms terms;
    private final double[] scores;

    Judgement(TopicModel model, Terms terms, double[] scores) {
        this.model = model;
        this.terms = terms;
        this.scores = scores;
    }

    /** Probability, 0 to 1, that the article is about a topic, by its place among the model's labels. */
    public double score(int label) {
        return scores[label];
    }

    /** The words that speak most for a topic, the strongest first, each once and none within another; may be empty. */
    public List<Span> evidence(int label, int most) {
        List<Span> spans = new ArrayList<>();
        List<Integer> taken = new ArrayList<>();
        for (int term : strongest(label)) {
            if (spans.size() == most) {
                break;
            }
            if (taken.stream().noneMatch(other -> sameOrOverlapping(term, other))) {
                taken.add(term);
                spans.add(new Span(
                        terms.field(term).field(), terms.field(term).text(), terms.start(term), terms.end(term)));
            }
        }
        return spans;
    }

    private List<Integer> strongest(int label) {
        return IntStream.range(0, terms.size())
                .boxed()
                .filter(term -> weight(term, label) > 0)
                .sorted(Comparator.comparingDouble((Integer term) -> -weight(term, label)))
                .toList();
    }

    private double weight(int term, int label) {
        return model.weight(terms.feature(term), label);
    }

    private boolean sameOrOverlapping(int one, int other) {
        return terms.feature(one) == terms.feature(other)
                || (terms.field(one).equals(terms.field(other))
                        && terms.start(one) < terms.end(other)
                        && terms.start(other) < terms.end(one));
    }
}
