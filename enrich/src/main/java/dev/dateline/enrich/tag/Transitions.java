package dev.dateline.enrich.tag;

import java.util.Arrays;

/** Edges of a trie: state and symbol to the next state. Open addressing, because a map of boxed keys is ten times slower here. */
final class Transitions {
    static final int NONE = -1;
    static final int ROOT = 0;

    private static final long EMPTY = -1L;

    private long[] keys = new long[1 << 10];
    private int[] targets = new int[1 << 10];
    private int edges;
    private int states = 1;

    Transitions() {
        Arrays.fill(keys, EMPTY);
    }

    /** Number of states, the root included. */
    int states() {
        return states;
    }

    int step(int state, int symbol) {
        long key = key(state, symbol);
        int slot = slot(key, keys.length);
        while (keys[slot] != EMPTY) {
            if (keys[slot] == key) {
                return targets[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return NONE;
    }

    /** The state behind an edge, which is made when it does not exist yet. */
    int extend(int state, int symbol) {
        int known = step(state, symbol);
        if (known != NONE) {
            return known;
        }
        if (edges * 2 >= keys.length) {
            grow();
        }
        put(key(state, symbol), states);
        edges++;
        return states++;
    }

    private void put(long key, int target) {
        int slot = slot(key, keys.length);
        while (keys[slot] != EMPTY) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        targets[slot] = target;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldTargets = targets;
        keys = new long[oldKeys.length * 2];
        targets = new int[oldKeys.length * 2];
        Arrays.fill(keys, EMPTY);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                put(oldKeys[i], oldTargets[i]);
            }
        }
    }

    private static long key(int state, int symbol) {
        return ((long) state << 32) | symbol;
    }

    private static int slot(long key, int capacity) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & (capacity - 1);
    }
}
