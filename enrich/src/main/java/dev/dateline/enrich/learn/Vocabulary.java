package dev.dateline.enrich.learn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The features that a model knows: one row for each, then one that is always there. */
final class Vocabulary {
    /** Articles that a feature must stand in, to say anything about others. */
    private static final int FEWEST_ARTICLES = 2;

    private static final int UNKNOWN = -1;

    private final int[] features;
    private final float[] rarity;
    private final int[] rowOf = new int[Terms.FEATURES];

    /**
     * Takes the parts of a vocabulary.
     *
     * @param features ascending
     * @param rarity inverse document frequency beside each feature
     */
    Vocabulary(int[] features, float[] rarity) {
        this.features = features;
        this.rarity = rarity;
        Arrays.fill(rowOf, UNKNOWN);
        for (int row = 0; row < features.length; row++) {
            rowOf[features[row]] = row;
        }
    }

    static Vocabulary of(List<Example> examples) {
        int[] articles = new int[Terms.FEATURES];
        for (Example example : examples) {
            for (int feature : example.counts().features()) {
                articles[feature]++;
            }
        }
        int[] features = IntStream.range(0, Terms.FEATURES)
                .filter(feature -> articles[feature] >= FEWEST_ARTICLES)
                .toArray();
        float[] rarity = new float[features.length];
        for (int row = 0; row < features.length; row++) {
            // StrictMath: the same bytes on every machine
            rarity[row] = (float) (StrictMath.log((1.0 + examples.size()) / (1 + articles[features[row]])) + 1);
        }
        return new Vocabulary(features, rarity);
    }

    int[] features() {
        return features;
    }

    float[] rarity() {
        return rarity;
    }

    int rows() {
        return features.length + 1;
    }

    /** Row of a feature, or a negative number when the model never saw it. */
    int row(int feature) {
        return rowOf[feature];
    }

    Vector vector(Counts counts) {
        int[] rows = new int[counts.size() + 1];
        float[] values = new float[rows.length];
        int size = 0;
        double squares = 0;
        for (int i = 0; i < counts.size(); i++) {
            int row = rowOf[counts.features()[i]];
            if (row != UNKNOWN) {
                float value = (float) (1 + StrictMath.log(counts.times()[i])) * rarity[row];
                rows[size] = row;
                values[size++] = value;
                squares += (double) value * value;
            }
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < size; i++) {
            values[i] /= length;
        }
        rows[size] = rows() - 1;
        values[size++] = 1;
        return new Vector(Arrays.copyOf(rows, size), Arrays.copyOf(values, size));
    }
}
