package dev.dateline.enrich.evaluate;

/**
 * A mistake and how often it was made.
 *
 * @param wanted the sender's code that was missed, or null when something was got beyond all that was wanted
 * @param got what was got and not wanted, or null when nothing was got in its place
 */
public record Confusion(String wanted, String got, long count) {}
