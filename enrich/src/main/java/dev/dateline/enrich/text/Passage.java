package dev.dateline.enrich.text;

import java.util.Arrays;

/** One field of an article as tokens: runs of letters and digits, single ideographs, and initials such as "U.S.". */
public final class Passage {
    /** What stands between a token and the one before it. */
    public static final int SPACE = 0;

    public static final int COMMA = 1;
    public static final int BREAK = 2;

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
    private long[] marks;
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
        marks = new long[guess];
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

    /** True when a word or its stem has one of some marks of {@link Words#newMark()}. */
    public boolean isMarked(int token, long mark) {
        return (marks[token] & mark) != 0;
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
        WordScan scan = new WordScan(chars, known);
        int previousEnd = 0;
        while (scan.next()) {
            add(scan, gap(previousEnd, scan.start()), known);
            previousEnd = scan.end();
        }
        shouting = scan.shouting();
    }

    private void add(WordScan word, byte gap, Words known) {
        if (size == starts.length) {
            int larger = size * 2;
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
            words = Arrays.copyOf(words, larger);
            stems = Arrays.copyOf(stems, larger);
            marks = Arrays.copyOf(marks, larger);
            gaps = Arrays.copyOf(gaps, larger);
        }
        starts[size] = word.start();
        ends[size] = word.end();
        words[size] = word.word();
        stems[size] = word.stem();
        marks[size] = known.marks(word.word()) | known.marks(word.stem());
        gaps[size] = gap;
        size++;
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
