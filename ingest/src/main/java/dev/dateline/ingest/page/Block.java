package dev.dateline.ingest.page;

/**
 * A run of text between two edges of block elements.
 *
 * @param box element that holds it
 * @param kind what kind of element it is
 * @param text cleaned, not empty
 * @param linked how many of its characters are links
 */
record Block(Box box, Kind kind, String text, int linked) {
    /** What a block is to a reader. */
    enum Kind {
        TEXT,
        HEADING,
        ITEM,
        ROW
    }

    private static final int SENTENCE = 25;
    private static final int LONG = 90;

    double linkDensity() {
        return Math.min(1, linked / (double) text.length());
    }

    /** Whether it reads like running text: long, or closed like a sentence. */
    boolean isProse() {
        return kind != Kind.HEADING
                && linkDensity() < 0.5
                && (text.length() >= LONG || (text.length() >= SENTENCE && endsLikeSentence()));
    }

    boolean endsLikeSentence() {
        int end = text.length() - 1;
        while (end > 0 && "\"'”’»“)]".indexOf(text.charAt(end)) >= 0) {
            end--;
        }
        return ".!?:;…。！？".indexOf(text.charAt(end)) >= 0;
    }
}
