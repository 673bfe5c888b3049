package dev.dateline.ingest.dialect;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Phrases that are looked for in every paragraph, whatever their case. Where none begins, a look at three characters
 * tells; lower-casing the text and searching it for each phrase took a tenth of a document's time.
 */
public final class PhraseList {
    /** Upper and lower case of a letter differ beyond these bits in the scripts of most phrases. */
    private static final int BITS = 5;

    private static final int LOOKED_AT = 3;
    private static final int LAST = (1 << BITS * LOOKED_AT) - 1;

    private final List<String> phrases;
    /** A bit for each beginning of three characters. */
    private final long[] beginnings = new long[(LAST + 1) / Long.SIZE];

    /** @param phrases of three characters and more; shorter ones are never found */
    public PhraseList(Collection<String> phrases) {
        this.phrases =
                phrases.stream().filter(phrase -> phrase.length() >= LOOKED_AT).toList();
        for (String phrase : this.phrases) {
            String beginning = phrase.substring(0, LOOKED_AT);
            for (String written : List.of(
                    beginning.toLowerCase(Locale.ROOT),
                    beginning.toUpperCase(Locale.ROOT),
                    beginning.substring(0, 1).toUpperCase(Locale.ROOT)
                            + beginning.substring(1).toLowerCase(Locale.ROOT))) {
                int code = 0;
                for (int i = 0; i < LOOKED_AT; i++) {
                    code = next(code, written.charAt(i));
                }
                beginnings[code / Long.SIZE] |= 1L << code;
            }
        }
    }

    /** Where the first of them begins, or -1. */
    public int firstIn(String text) {
        int code = 0;
        for (int i = 0; i < text.length(); i++) {
            code = next(code, text.charAt(i));
            if ((beginnings[code / Long.SIZE] >>> code & 1) != 0 && isAt(text, i - LOOKED_AT + 1)) {
                return i - LOOKED_AT + 1;
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
