package dev.dateline.enrich.learn;

import java.util.Arrays;

/**
 * How often each feature stands in an article, those of the headline counted more.
 *
 * @param features ascending
 * @param times how often, beside {@code features}
 */
record Counts(int[] features, float[] times) {
    static Counts of(Terms terms) {
        long[] keys = new long[terms.size()];
        for (int term = 0; term < keys.length; term++) {
            keys[term] = (long) terms.feature(term) << Integer.SIZE | term;
        }
        Arrays.sort(keys);
        int[] features = new int[keys.length];
        float[] times = new float[keys.length];
        int size = 0;
        for (long key : keys) {
            int feature = (int) (key >>> Integer.SIZE);
            if (size == 0 || features[size - 1] != feature) {
                features[size++] = feature;
            }
            times[size - 1] += terms.field((int) key).weight();
        }
        return new Counts(Arrays.copyOf(features, size), Arrays.copyOf(times, size));
    }

    int size() {
        return features.length;
    }
}
