package dev.dateline.ingest.dialect;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Phrases that are looked for in every paragraph, whatever their case, by the method of Wu and Manber: where the
 * characters at the end of a window as long as the shortest phrase stand in no phrase, the window moves on behind them.
 * Text without a phrase is hardly read, and most text has none.
 */
public final class PhraseList {
    /** Characters of the shortest phrase that is found; as many are looked at. */
    static final int SHORTEST = 3;

    private static final int BITS = 4;
    private static final int MASK = (1 << BITS) - 1;

    private final List<String> phrases;
    /** Of each phrase the number of its last three characters in the window. */
    private final int[] codes;

    private final int window;
    /** How far the window may move, by the three characters at its end; 0 where a phrase may begin with the window. */
    private final byte[] moves = new byte[1 << BITS * SHORTEST];

    /** @param phrases of {@link #SHORTEST} characters and more; shorter ones are never found */
    public PhraseList(Collection<String> phrases) {
        this.phrases =
                phrases.stream().filter(phrase -> phrase.length() >= SHORTEST).toList();
        this.window = this.phrases.stream().mapToInt(String::length).reduce(Byte.MAX_VALUE, Math::min);
        this.codes =
                this.phrases.stream().mapToInt(phrase -> code(phrase, window)).toArray();
        Arrays.fill(moves, (byte) (window - SHORTEST + 1));
        for (String phrase : this.phrases) {
            for (int end = SHORTEST; end <= window; end++) {
                int code = code(phrase, end);
                moves[code] = (byte) Math.min(moves[code], window - end);
            }
        }
    }

    /** Where the first of them begins, or -1. */
    public int firstIn(String text) {
        int last = phrases.isEmpty() ? -1 : text.length() - window;
        for (int at = 0; at <= last; ) {
            int code = code(text, at + window);
            int move = moves[code];
            if (move == 0 && isAt(text, at, code)) {
                return at;
            }
            at += Math.max(move, 1);
        }
        return -1;
    }

    private boolean isAt(String text, int at, int code) {
        for (int i = 0; i < codes.length; i++) {
            String phrase = phrases.get(i);
            if (codes[i] == code && text.regionMatches(true, at, phrase, 0, phrase.length())) {
                return true;
            }
        }
        return false;
    }

    /** A number for the three characters before {@code end}, the same for either case. */
    private static int code(String text, int end) {
        return (bits(text.charAt(end - 3)) << BITS | bits(text.charAt(end - 2))) << BITS | bits(text.charAt(end - 1));
    }

    /** In ASCII the cases differ beyond these bits. */
    private static int bits(char c) {
        return (c < 0x80 ? c : Character.toLowerCase(Character.toUpperCase(c))) & MASK;
    }
}
