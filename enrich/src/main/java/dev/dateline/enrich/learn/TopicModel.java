package dev.dateline.enrich.learn;

import dev.dateline.model.Article;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A trained model of topics: one linear function for each, and a blend with the rules. Immutable, so threads may share one. */
public final class TopicModel {
    /**
     * Where a model comes from.
     *
     * @param articles how many it learnt from
     * @param seed by which it was trained
     * @param rulesVersion version of the rules whose scores it saw
     */
    public record Origin(int articles, long seed, int rulesVersion) {}

    private final Vocabulary vocabulary;
    private final List<Label> labels;
    private final float[] weights;
    private final List<Blend> blends;
    private final String[] codes;
    private final Map<String, Double> trust;
    private final Origin origin;
    private final String sha256;

    /**
     * Takes the parts of a model.
     *
     * @param weights row by row of the vocabulary, one for each label
     * @param trust what the rules' score of a topic that is no label is worth, by its code
     */
    TopicModel(
            Vocabulary vocabulary,
            List<Label> labels,
            float[] weights,
            List<Blend> blends,
            Map<String, Double> trust,
            Origin origin) {
        this.vocabulary = vocabulary;
        this.labels = List.copyOf(labels);
        this.weights = weights;
        this.blends = List.copyOf(blends);
        this.codes = labels.stream().map(Label::code).toArray(String[]::new);
        this.trust = new TreeMap<>(trust);
        this.origin = origin;
        this.sha256 = ModelFile.sha256(this);
    }

    /** The topics that it knows; what it says of others is nothing. */
    public List<Label> labels() {
        return labels;
    }

    /**
     * What the rules' score of a topic is worth that was too seldom there to be learnt: about how often the sender gave
     * it where the rules were for it; 1 where they never were.
     */
    public double trust(String code) {
        return trust.getOrDefault(code, 1.0);
    }

    /** What it was made from. */
    public Origin origin() {
        return origin;
    }

    /** SHA-256 of the model as it is written to a file: two that are equal tag alike. */
    public String sha256() {
        return sha256;
    }

    /** Short name for tags: the beginning of the SHA-256. */
    public String id() {
        return sha256.substring(0, 12);
    }

    /** Features of text that it has weights for. */
    public int features() {
        return vocabulary.features().length;
    }

    /**
     * Scores an article.
     *
     * @param rules scores that the rules give it, by Media Topic
     */
    public Judgement judge(Article article, Map<String, Double> rules) {
        Terms terms = Terms.of(article);
        Vector vector = vocabulary.vector(Counts.of(terms));
        double[] margins = new double[labels.size()];
        for (int i = 0; i < vector.rows().length; i++) {
            int from = vector.rows()[i] * margins.length;
            for (int label = 0; label < margins.length; label++) {
                margins[label] += (double) vector.values()[i] * weights[from + label];
            }
        }
        double[] scores = new double[margins.length];
        for (int label = 0; label < scores.length; label++) {
            scores[label] = blends.get(label).probability(Blend.inputs(margins, label, codes, rules));
        }
        return new Judgement(this, terms, scores);
    }

    /** How much one occurrence of a feature speaks for a label: its weight, the more the rarer the feature; 0 when unknown. */
    double weight(int feature, int label) {
        int row = vocabulary.row(feature);
        return row < 0
                ? 0
                : (double) weights[row * labels.size() + label] * vocabulary.rarity()[row];
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Map<String, Double> trust() {
        return trust;
    }

    float[] weights() {
        return weights;
    }

    List<Blend> blends() {
        return blends;
    }
}
