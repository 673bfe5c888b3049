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
    private static final int BITS_FOR_EACH = 8;

    private final Map<Long, Integer> edges = new HashMap<>();
    private int states = 1;

    /** Where the edges of each state begin; those of the next state follow. */
    private int[] starts = {0, 0};

    /** A bit for each edge: most steps that a text asks for lead nowhere, and this says so without a search. */
    private long[] filter = {0};

    private int filterShift = Long.SIZE - 6;
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
        int bits = Integer.highestOneBit(Math.max(8, edges.size())) * 2 * BITS_FOR_EACH;
        filter = new long[bits / Long.SIZE];
        filterShift = Long.SIZE - Integer.numberOfTrailingZeros(bits);
        int at = 0;
        for (long edge : edges.keySet().stream().sorted().toList()) {
            int bit = bit((int) (edge >>> SYMBOL_BITS), (int) edge);
            filter[bit >>> 6] |= 1L << bit;
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
        int bit = bit(state, symbol);
        if ((filter[bit >>> 6] >>> bit & 1) == 0) {
            return NONE;
        }
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

    private int bit(int state, int symbol) {
        return (int) (((long) state << SYMBOL_BITS | symbol) * 0x9E3779B97F4A7C15L >>> filterShift);
    }
}
