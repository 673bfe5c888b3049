package dev.dateline.bench.chaos;

/**
 * A promise that was broken.
 *
 * @param kind which
 * @param where in which store or topic
 * @param article id of the article, or what else it is about
 * @param detail what was wanted and what was found
 */
record Violation(Kind kind, String where, String article, String detail) {
    /** The promises, by how they break. */
    enum Kind {
        /** Delivered, and not there. */
        LOST,
        /** The same revision of an article twice on a topic, or one left out. */
        REVISIONS,
        /** An older version than the newest. */
        STALE,
        /** Another state than it must have, or text of another version. */
        WRONG_STATE,
        /** There, and never delivered. */
        MADE_UP,
        /** A killed article that still has text. */
        KILLED_TEXT,
        /** A killed article seen with text after it had been removed. */
        KILLED_SEEN,
        /** An embargoed text seen before its time. */
        EMBARGO_BROKEN,
        /** A good document taken for a bad one. */
        DEAD_LETTER,
        /** Something that does not go on without an operator. */
        NEEDS_OPERATOR
    }

    @Override
    public String toString() {
        return kind + " in " + where + ": " + article + ": " + detail;
    }
}
