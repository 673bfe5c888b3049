package dev.dateline.enrich.place;

import java.util.List;

/**
 * A stretch of text and what it may name.
 *
 * @param readings one or more, all of the same words
 * @param locative whether it stands behind "in" or the like
 */
record Found(List<Mention> readings, boolean locative) {
    static Found sure(Mention mention) {
        return new Found(List.of(mention.as(Name.Trust.SURE)), false);
    }

    Mention first() {
        return readings.get(0);
    }

    boolean isSure() {
        return readings.size() == 1 && !first().weak() && !first().kind().isHint();
    }
}
