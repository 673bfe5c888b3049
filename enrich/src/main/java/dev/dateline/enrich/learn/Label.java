package dev.dateline.enrich.learn;

/**
 * A topic that a model knows.
 *
 * @param code Media Topic
 * @param name its English name, or null when neither the rules nor the sender named it
 */
public record Label(String code, String name) {}
