package dev.dateline.enrich.tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All words that any rule knows, each with a number; filled while rules load, then only read. Words are found by hash,
 * stems by a trie: a trie of all words would not fit the cache of a processor.
 */
final class Words {
    static final int UNKNOWN = 0;
    /** Stands for a comma between two words of a phrase. */
    static final int COMMA = 1;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Transitions letters = new Transitions();
    private final List<Integer> stems = new ArrayList<>(List.of(UNKNOWN));
    private int count = COMMA + 1;

    private String[] slots = new String[1];
    private int[] numberBySlot = new int[1];
    private int[] stemByState = {UNKNOWN};

    /** Number of a word, or of a stem ("ballot*"), new or known. */
    int add(String word) {
        String folded = fold(word);
        int number = numbers.computeIfAbsent(folded, key -> count++);
        if (folded.endsWith("*")) {
            int state = Transitions.ROOT;
            for (int i = 0; i < folded.length() - 1; i++) {
                state = letters.extend(state, folded.charAt(i));
            }
            while (stems.size() < letters.states()) {
                stems.add(UNKNOWN);
            }
            stems.set(state, number);
        }
        return number;
    }

    /** To be called once, when all rules are loaded. */
    Words freeze() {
        stemByState = stems.stream().mapToInt(Integer::intValue).toArray();
        int capacity = Integer.highestOneBit(Math.max(1, numbers.size())) * 4;
        slots = new String[capacity];
        numberBySlot = new int[capacity];
        numbers.forEach((word, number) -> {
            long hash = 0;
            for (int i = 0; i < word.length(); i++) {
                hash = (hash + word.charAt(i)) * FACTOR;
            }
            int slot = slot(hash);
            while (slots[slot] != null) {
                slot = (slot + 1) & (capacity - 1);
            }
            slots[slot] = word;
            numberBySlot[slot] = number;
        });
        return this;
    }

    /** Number of the word in the lower half, of its longest known stem in the upper half; {@link #UNKNOWN} where there is none. */
    long find(char[] text, int start, int end) {
        long hash = 0;
        int state = Transitions.ROOT;
        int stem = UNKNOWN;
        for (int i = start; i < end; i++) {
            char c = text[i];
            if (c == '.') {
                continue;
            }
            char letter = Folding.fold(c);
            hash = (hash + letter) * FACTOR;
            if (state != Transitions.NONE) {
                state = letters.step(state, letter);
                if (state != Transitions.NONE && stemByState[state] != UNKNOWN) {
                    stem = stemByState[state];
                }
            }
        }
        return (long) stem << 32 | exact(hash, text, start, end);
    }

    private int exact(long hash, char[] text, int start, int end) {
        int slot = slot(hash);
        while (slots[slot] != null) {
            if (isWord(slots[slot], text, start, end)) {
                return numberBySlot[slot];
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return UNKNOWN;
    }

    private static boolean isWord(String word, char[] text, int start, int end) {
        int at = 0;
        for (int i = start; i < end; i++) {
            char c = text[i];
            if (c == '.') {
                continue;
            }
            if (at == word.length() || word.charAt(at) != Folding.fold(c)) {
                return false;
            }
            at++;
        }
        return at == word.length();
    }

    private int slot(long hash) {
        return (int) (hash >>> 40) & (slots.length - 1);
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
