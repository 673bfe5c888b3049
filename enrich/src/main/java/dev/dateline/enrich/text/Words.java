package dev.dateline.enrich.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** All words that any rule knows, each with a number; filled while rules load, then only read. */
public final class Words {
    public static final int UNKNOWN = 0;
    /** Stands for a comma between two words of a phrase. */
    static final int COMMA = 1;

    private static final String ANY_ENDING = "*";

    private final Map<String, Integer> numbers = new HashMap<>();
    private int count = COMMA + 1;
    private long[] marks = new long[1 << 12];
    private int markCount;
    private WordTable words = new WordTable(Map.of());
    private WordTable stems = new WordTable(Map.of());

    /** Number of a word, or of a stem ("ballot*"), new or known. */
    public int add(String word) {
        return numbers.computeIfAbsent(fold(word), key -> count++);
    }

    /**
     * A bit that nobody else uses. Rules mark with it the words that concern them, so that a token shows at one look whom
     * it may concern: few words of a text concern anybody.
     *
     * @throws IllegalStateException when there is none left
     */
    public long newMark() {
        if (markCount == Long.SIZE) {
            throw new IllegalStateException("no mark is left: words have " + Long.SIZE);
        }
        return 1L << markCount++;
    }

    /** Marks a word or stem by its number. */
    public void mark(int number, long mark) {
        if (number >= marks.length) {
            marks = Arrays.copyOf(marks, Integer.highestOneBit(number) * 2);
        }
        marks[number] |= mark;
    }

    /** All marks of a word or stem by its number. */
    long marks(int number) {
        return number < marks.length ? marks[number] : 0;
    }

    /** To be called once, when all rules are loaded. */
    public Words freeze() {
        Map<String, Integer> whole = new HashMap<>();
        Map<String, Integer> beginnings = new HashMap<>();
        numbers.forEach((word, number) -> {
            if (word.endsWith(ANY_ENDING)) {
                beginnings.put(word.substring(0, word.length() - 1), number);
            } else {
                whole.put(word, number);
            }
        });
        words = new WordTable(whole);
        stems = new WordTable(beginnings);
        return this;
    }

    /** One more than the highest number. */
    public int count() {
        return count;
    }

    /** Number of the word with this hash, {@link #UNKNOWN} for none; see {@link WordTable#hash}. */
    int word(long hash) {
        return words.find(hash);
    }

    /** Number of the stem of so many letters with this hash, {@link #UNKNOWN} for none. */
    int stem(long hash, int letters) {
        return letters < stems.shortest() ? UNKNOWN : stems.find(hash);
    }

    /** False when no stem has these letters and others behind them. */
    boolean stemsGoOn(long hash, int letters) {
        return letters != WordTable.OPENING || stems.goesOn(hash);
    }

    private static String fold(String word) {
        char[] folded = new char[word.length()];
        int length = 0;
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != '.') {
                folded[length++] = Folding.fold(word.charAt(i));
            }
        }
        return new String(Arrays.copyOf(folded, length));
    }
}
