package dev.dateline.ingest.dialect;

import java.util.Collection;
import java.util.List;

/**
 * Phrases that are looked for in every paragraph, whatever their case. Where none begins, a look at three characters
 * tells; lower-casing the text and searching it for each phrase took a tenth of a document's time.
 */
public final class PhraseList {
    /** Upper and lower case of a letter differ beyond these bits in the scripts of most phrases. */
    private static final int BITS = 5;

    /** Characters of the shortest phrase that is found; as many are looked at. */
    static final int SHORTEST = 3;

    private static final int LAST = (1 << BITS * SHORTEST) - 1;

    private final List<String> phrases;
    /** A bit for each beginning of three characters. */
    private final long[] beginnings = new long[(LAST + 1) / Long.SIZE];

    /** @param phrases of {@link #SHORTEST} characters and more; shorter ones are never found */
    public PhraseList(Collection<String> phrases) {
        this.phrases =
                phrases.stream().filter(phrase -> phrase.length() >= SHORTEST).toList();
        this.phrases.forEach(phrase -> addBeginning(phrase, 0, 0));
    }

    /** With each character in either case: beyond Latin and Cyrillic the cases differ in the bits that are looked at. */
    private void addBeginning(String phrase, int at, int code) {
        if (at == SHORTEST) {
            beginnings[code / Long.SIZE] |= 1L << code;
            return;
        }
        addBeginning(phrase, at + 1, next(code, Character.toLowerCase(phrase.charAt(at))));
        addBeginning(phrase, at + 1, next(code, Character.toUpperCase(phrase.charAt(at))));
    }

    /** Where the first of them begins, or -1. */
    public int firstIn(String text) {
        int code = 0;
        for (int i = 0; i < text.length(); i++) {
            code = next(code, text.charAt(i));
            if ((beginnings[code / Long.SIZE] >>> code & 1) != 0 && isAt(text, i - SHORTEST + 1)) {
                return i - SHORTEST + 1;
            }
        }
        return -1;
    }

    private boolean isAt(String text, int at) {
        for (String phrase : phrases) {
            if (text.regionMatches(true, at, phrase, 0, phrase.length())) {
                return true;
            }
        }
        return false;
    }

    private static int next(int code, char c) {
        return (code << BITS | c & (1 << BITS) - 1) & LAST;
    }
}
