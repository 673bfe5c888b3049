package dev.dateline.enrich.tag;

import java.util.ArrayList;
import java.util.List;

/** All words that any rule knows, each with a number; filled while rules load, then only read. */
final class Words {
    /** Stands for a comma between two words of a phrase. */
    static final int COMMA = 1;

    static final int UNKNOWN = 0;

    private final Transitions letters = new Transitions();
    private final List<Integer> exact = new ArrayList<>(List.of(UNKNOWN));
    private final List<Integer> stems = new ArrayList<>(List.of(UNKNOWN));
    private int count = COMMA + 1;
    private int[] exactByState = {};
    private int[] stemByState = {};

    /** Number of a word, or of a stem ("ballot*"), new or known. */
    int add(String word) {
        boolean stem = word.endsWith("*");
        int state = Transitions.ROOT;
        for (int i = 0; i < word.length() - (stem ? 1 : 0); i++) {
            if (word.charAt(i) != '.') {
                state = letters.extend(state, Folding.fold(word.charAt(i)));
            }
        }
        while (exact.size() < letters.states()) {
            exact.add(UNKNOWN);
            stems.add(UNKNOWN);
        }
        List<Integer> numbers = stem ? stems : exact;
        if (numbers.get(state) == UNKNOWN) {
            numbers.set(state, count++);
        }
        return numbers.get(state);
    }

    /** To be called once, when all rules are loaded. */
    Words freeze() {
        exactByState = exact.stream().mapToInt(Integer::intValue).toArray();
        stemByState = stems.stream().mapToInt(Integer::intValue).toArray();
        return this;
    }

    /** Number of the word in the lower half, of its longest known stem in the upper half; {@link #UNKNOWN} where there is none. */
    long find(String text, int start, int end) {
        int state = Transitions.ROOT;
        int stem = UNKNOWN;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                continue;
            }
            state = letters.step(state, Folding.fold(c));
            if (state == Transitions.NONE) {
                return (long) stem << 32;
            }
            if (stemByState[state] != UNKNOWN) {
                stem = stemByState[state];
            }
        }
        return (long) stem << 32 | exactByState[state];
    }
}
