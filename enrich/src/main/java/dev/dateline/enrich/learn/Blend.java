package dev.dateline.enrich.learn;

import java.util.Map;

/**
 * Turns what the words and the rules say of a topic into a probability: a logistic function of the words' margin, the
 * strongest margin of another topic, the rules' score, and their strongest score of another topic.
 *
 * @param weights beside {@link #inputs}
 */
record Blend(double[] weights) {
    /** The last input is always 1. */
    static final int INPUTS = 5;

    /**
     * What a blend looks at.
     *
     * @param margins of all labels
     * @param label the one in question
     * @param labels codes of all labels
     * @param rules scores of the rules by code
     */
    static double[] inputs(double[] margins, int label, String[] labels, Map<String, Double> rules) {
        double otherMargin = -1;
        double otherRule = 0;
        for (int i = 0; i < margins.length; i++) {
            if (i != label) {
                otherMargin = Math.max(otherMargin, margins[i]);
                otherRule = Math.max(otherRule, rules.getOrDefault(labels[i], 0.0));
            }
        }
        return new double[] {margins[label], otherMargin, rules.getOrDefault(labels[label], 0.0), otherRule, 1};
    }

    double probability(double[] inputs) {
        double sum = 0;
        for (int i = 0; i < INPUTS; i++) {
            sum += weights[i] * inputs[i];
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }
}
