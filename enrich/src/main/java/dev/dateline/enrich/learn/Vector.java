package dev.dateline.enrich.learn;

/**
 * An article as a model sees it.
 *
 * @param rows rows of the model's vocabulary, ascending
 * @param values beside them; those of the text have length 1 together
 */
record Vector(int[] rows, float[] values) {}
