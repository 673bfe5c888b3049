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
    private WordTable words = new WordTable(Map.of());
    private WordTable stems = new WordTable(Map.of());

    /** Number of a word, or of a stem ("ballot*"), new or known. */
    public int add(String word) {
        return numbers.computeIfAbsent(fold(word), key -> count++);
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

    /** Number of the word in the lower half, of its longest known stem in the upper half; {@link #UNKNOWN} where there is none. */
    long find(char[] text, int start, int end) {
        long hash = 0;
        int stem = UNKNOWN;
        int tooShort = start + stems.shortest() - 1;
        for (int i = start; i < end; i++) {
            char c = text[i];
            if (c == '.') {
                continue;
            }
            hash = WordTable.hash(hash, Folding.fold(c));
            if (i >= tooShort) {
                int longer = stems.find(hash);
                stem = longer == UNKNOWN ? stem : longer;
            }
        }
        return (long) stem << 32 | words.find(hash);
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
