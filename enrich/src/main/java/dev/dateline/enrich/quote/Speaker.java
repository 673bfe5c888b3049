package dev.dateline.enrich.quote;

import dev.dateline.enrich.quote.Scene.Mention;

/**
 * The words that name who speaks.
 *
 * @param named whom they name, null unless by name
 * @param first the first of the words
 * @param last the last of them
 */
record Speaker(How how, Mention named, int first, int last) {
    static final Speaker NOBODY = new Speaker(How.NONE, null, -1, -1);

    /** How a speaker is told; in the contract in small letters. */
    enum How {
        NAMED(0.95),
        OFFICE(0.7),
        PRONOUN(0.8),
        CONTINUED(0.75),
        NONE(0);

        final double score;

        How(double score) {
            this.score = score;
        }
    }

    static Speaker named(Mention mention) {
        return new Speaker(How.NAMED, mention, mention.first(), mention.last());
    }

    boolean isSomebody() {
        return how != How.NONE;
    }
}
