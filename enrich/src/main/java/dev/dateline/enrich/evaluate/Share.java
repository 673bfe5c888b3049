package dev.dateline.enrich.evaluate;

/**
 * How many of how many.
 *
 * @param right those that are right
 * @param of those that were asked for
 */
public record Share(long right, long of) {
    /** 0 to 1; 0 of none. */
    public double value() {
        return of(right, of);
    }

    static double of(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
