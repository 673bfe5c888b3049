package dev.dateline.enrich.evaluate;

import java.util.Collection;

/**
 * Precision, recall and their harmonic mean; 0 where there is nothing to divide by.
 *
 * @param precision share of what was got that was wanted
 * @param recall share of what was wanted that was got
 */
public record Quality(double precision, double recall, double f1) {
    static Quality of(long right, long got, long wanted) {
        return new Quality(Share.of(right, got), Share.of(right, wanted), Share.of(2 * right, got + wanted));
    }

    /** The plain mean of each figure: every code counts alike, however rare. */
    static Quality mean(Collection<Quality> all) {
        return new Quality(
                all.stream().mapToDouble(Quality::precision).average().orElse(0),
                all.stream().mapToDouble(Quality::recall).average().orElse(0),
                all.stream().mapToDouble(Quality::f1).average().orElse(0));
    }
}
