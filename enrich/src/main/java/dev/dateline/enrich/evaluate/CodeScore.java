package dev.dateline.enrich.evaluate;

/**
 * How one code did.
 *
 * @param name English name, or null when neither side has one
 * @param wanted articles to which the sender gave it
 * @param got articles that the taggers call about it
 * @param right articles of both
 */
public record CodeScore(String code, String name, long wanted, long got, long right) {
    public Quality quality() {
        return Quality.of(right, got, wanted);
    }

    /** Whether the sender uses the code at all; where he does not, he may have no such code. */
    public boolean inUse() {
        return wanted > 0;
    }
}
