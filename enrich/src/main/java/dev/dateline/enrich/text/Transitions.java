package dev.dateline.enrich.text;

import java.util.HashMap;
import java.util.Map;

/**
 * Edges of a trie: state and symbol to the next state. Made edge by edge, then frozen into arrays in which the edges of a
 * state lie side by side: most states have none or one, and that is seen without a search.
 */
final class Transitions {
    static final int NONE = -1;
    static final int ROOT = 0;

    private static final int SYMBOL_BITS = 32;

    private final Map<Long, Integer> edges = new HashMap<>();
    private int states = 1;

    /** Where the edges of each state begin; those of the next state follow. */
    private int[] starts = {0, 0};

    private int[] symbols = {};
    private int[] targets = {};

    /** Number of states, the root included. */
    int states() {
        return states;
    }

    /** The state behind an edge, which is made when it does not exist yet. */
    int extend(int state, int symbol) {
        return edges.computeIfAbsent((long) state << SYMBOL_BITS | symbol, edge -> states++);
    }

    /** To be called once, when all edges are made. */
    void freeze() {
        starts = new int[states + 1];
        symbols = new int[edges.size()];
        targets = new int[edges.size()];
        int at = 0;
        for (long edge : edges.keySet().stream().sorted().toList()) {
            symbols[at] = (int) edge;
            targets[at] = edges.get(edge);
            at++;
            starts[(int) (edge >>> SYMBOL_BITS) + 1] = at;
        }
        for (int state = 1; state <= states; state++) {
            starts[state] = Math.max(starts[state], starts[state - 1]);
        }
        edges.clear();
    }

    /** The state behind an edge, {@link #NONE} when there is no such edge. */
    int step(int state, int symbol) {
        int low = starts[state];
        int high = starts[state + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (symbols[middle] == symbol) {
                return targets[middle];
            }
            if (symbols[middle] < symbol) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return NONE;
    }
}
