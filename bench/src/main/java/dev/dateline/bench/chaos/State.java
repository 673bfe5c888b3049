package dev.dateline.bench.chaos;

/**
 * What an article is in the end, or what a store or topic shows of it.
 *
 * @param name CURRENT, EMBARGOED, WITHHELD or KILLED
 * @param publishable whether it may be published
 * @param version number of the version that it stands for
 * @param text the mark of the version whose text is there; empty for no text, and for a text without a mark
 *     {@link #UNMARKED}
 */
record State(String name, boolean publishable, int version, String text) {
    static final String KILLED = "KILLED";
    static final String UNMARKED = "text without a mark";

    boolean isKilled() {
        return name.equals(KILLED);
    }

    boolean hasText() {
        return !text.isEmpty();
    }
}
