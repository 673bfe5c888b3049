package dev.dateline.model;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Which of two versions of one article is newer. The dialect has filled {@link VersionOrder}; here it is only compared,
 * so the answer never depends on which version arrived first.
 */
public final class EditorialOrder {
    private static final Comparator<VersionOrder> RANK = Comparator.comparingLong(VersionOrder::getNumber)
            .thenComparingLong(VersionOrder::getTime)
            .thenComparingLong(VersionOrder::getSent)
            .thenComparingInt(VersionOrder::getParser);

    private EditorialOrder() {}

    /** Number, time, sent, parser, in this order: positive when {@code a} is newer, 0 when they rank the same. */
    public static int compare(VersionOrder a, VersionOrder b) {
        return RANK.compare(a, b);
    }

    /**
     * Rank first; on a tie the digests of the contents decide: equal is a repeat of the same version, of two different
     * ones the greater (as unsigned bytes) counts as newer. Any rule would do that does not depend on arrival.
     *
     * @return positive when {@code a} is newer, 0 for a repeat
     */
    public static int compare(VersionOrder a, byte[] digestA, VersionOrder b, byte[] digestB) {
        int rank = compare(a, b);
        return rank != 0 ? rank : Arrays.compareUnsigned(digestA, digestB);
    }
}
