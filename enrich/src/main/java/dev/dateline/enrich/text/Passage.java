package dev.dateline.enrich.text;

import java.util.Arrays;

/** One field of an article as tokens: runs of letters and digits, single ideographs, and initials such as "U.S.". */
public final class Passage {
    /** What stands between a token and the one before it. */
    public static final int SPACE = 0;

    public static final int COMMA = 1;
    public static final int BREAK = 2;

    private static final char FIRST_IDEOGRAPH = '\u3000';
    private static final int LONGEST_ABBREVIATION = 4;
    private static final String BREAKS = ".!?;:()[]<>\"“”„«»\n—–…";

    public final String field;
    public final String text;
    public final Zone zone;
    /** Characters of the article's running text before this passage. */
    public final int offset;

    private final char[] chars;
    private int size;
    private int[] starts;
    private int[] ends;
    private int[] words;
    private int[] stems;
    private byte[] gaps;
    private boolean shouting;

    public Passage(String field, String text, Zone zone, int offset, Words known) {
        this.field = field;
        this.text = text;
        this.chars = text.toCharArray();
        this.zone = zone;
        this.offset = offset;
        int guess = text.length() / 5 + 4;
        starts = new int[guess];
        ends = new int[guess];
        words = new int[guess];
        stems = new int[guess];
        gaps = new byte[guess];
        read(known);
    }

    public int size() {
        return size;
    }

    public int start(int token) {
        return starts[token];
    }

    public int end(int token) {
        return ends[token];
    }

    /** Number of the word in {@link Words}, or {@link Words#UNKNOWN}. */
    public int word(int token) {
        return words[token];
    }

    /** Number of the longest known stem of the word, or {@link Words#UNKNOWN}. */
    public int stem(int token) {
        return stems[token];
    }

    public int gapBefore(int token) {
        return token < size ? gaps[token] : BREAK;
    }

    /** True when all of the passage is in capitals, so that capitals tell nothing. */
    public boolean shouting() {
        return shouting;
    }

    public boolean capitalised(int token) {
        return token >= 0 && token < size && !Character.isLowerCase(chars[starts[token]]);
    }

    /** True for a word of two letters or more in capitals alone. */
    public boolean allCapitals(int token) {
        if (ends[token] - starts[token] < 2) {
            return false;
        }
        for (int i = starts[token]; i < ends[token]; i++) {
            if (Character.isLowerCase(chars[i])) {
                return false;
            }
        }
        return true;
    }

    /** True for initials written with points. */
    public boolean dotted(int token) {
        return ends[token] - starts[token] > 2 && chars[starts[token] + 1] == '.';
    }

    /** True within angle brackets, where agencies put ticker symbols: {@code <ROK>}. */
    public boolean ticker(int token) {
        return starts[token] > 0 && chars[starts[token] - 1] == '<';
    }

    /** True for the market in {@code <SIEG.DE>}. */
    public boolean tickerSuffix(int token) {
        int end = ends[token];
        return starts[token] > 1 && chars[starts[token] - 1] == '.' && end < text.length() && chars[end] == '>';
    }

    /** True when a hyphen ties the token to the one before it. */
    public boolean hyphenBefore(int token) {
        return starts[token] > 0 && chars[starts[token] - 1] == '-';
    }

    public boolean pointAfter(int token) {
        return ends[token] < text.length() && chars[ends[token]] == '.';
    }

    private void read(Words known) {
        int upper = 0;
        int lower = 0;
        int previousEnd = 0;
        int i = 0;
        while (i < chars.length) {
            if (!isWordPart(chars[i])) {
                i++;
                continue;
            }
            int end = endOfToken(i);
            for (int k = i; k < end; k++) {
                char c = chars[k];
                if (c >= 'a' && c <= 'z') {
                    lower++;
                } else {
                    upper += Character.isUpperCase(c) ? 1 : 0;
                    lower += Character.isLowerCase(c) ? 1 : 0;
                }
            }
            add(i, end, gap(previousEnd, i), known);
            previousEnd = end;
            i = end;
        }
        shouting = upper > 4 * lower;
    }

    private void add(int start, int end, byte gap, Words known) {
        if (size == starts.length) {
            int larger = size * 2;
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
            words = Arrays.copyOf(words, larger);
            stems = Arrays.copyOf(stems, larger);
            gaps = Arrays.copyOf(gaps, larger);
        }
        long found = known.find(chars, start, end);
        starts[size] = start;
        ends[size] = end;
        words[size] = (int) found;
        stems[size] = (int) (found >>> 32);
        gaps[size] = gap;
        size++;
    }

    private int endOfToken(int start) {
        if (isIdeograph(chars[start])) {
            return start + 1;
        }
        int initials = endOfInitials(start);
        if (initials > start) {
            return initials;
        }
        int end = start + 1;
        while (end < chars.length && isWordPart(chars[end]) && !isIdeograph(chars[end])) {
            end++;
        }
        return end;
    }

    /** End of "U.S." or "N.Y.", or start when there are no initials here. */
    private int endOfInitials(int start) {
        int end = start;
        while (end + 1 < chars.length && chars[end + 1] == '.' && Character.isLetter(chars[end])) {
            end += 2;
        }
        boolean wordFollows = end < chars.length && isWordPart(chars[end]);
        return end - start >= 4 && !wordFollows ? end : start;
    }

    private static boolean isWordPart(char c) {
        if (c < 128) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return Character.isLetterOrDigit(c);
    }

    private static boolean isIdeograph(char c) {
        return c >= FIRST_IDEOGRAPH && Character.isIdeographic(c);
    }

    private byte gap(int from, int to) {
        if (size == 0) {
            return BREAK;
        }
        byte gap = SPACE;
        for (int i = from; i < to; i++) {
            char c = chars[i];
            if (c == ' ') {
                continue;
            }
            boolean abbreviates = c == '.' && ends[size - 1] - starts[size - 1] <= LONGEST_ABBREVIATION;
            if (c == ',') {
                gap = COMMA;
            } else if (!abbreviates && BREAKS.indexOf(c) >= 0) {
                return BREAK;
            }
        }
        return gap;
    }
}
