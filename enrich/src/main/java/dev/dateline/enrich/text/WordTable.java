package dev.dateline.enrich.text;

import java.util.Map;

/**
 * Words and their numbers, found by a hash that the caller makes letter by letter. A bit for each hash comes first: it is
 * small enough to stay in a processor's cache, and says no to nearly all words of a text that no rule knows. Words are the
 * same when the upper 44 bits of their hashes are; those that rules know are checked to differ.
 */
final class WordTable {
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    /** Of the filter for each word: one absent word in sixteen is looked up in vain. */
    private static final int BITS_FOR_EACH = 16;

    /** Letters that tell whether it is worth while to look for longer words. */
    static final int OPENING = 4;

    private static final int OPENING_BITS = 15;

    private static final int NUMBER_BITS = 20;
    private static final long NUMBER = (1L << NUMBER_BITS) - 1;
    private static final long EMPTY = 0;

    private final long[] filter;
    private final int filterShift;
    /** The upper bits of a hash and, below them, the number: one look at memory for each word. */
    private final long[] slots;

    private final int slotShift;
    private final int shortest;
    /** A bit for the first letters of each word that goes on behind them. */
    private final long[] openings = new long[(1 << OPENING_BITS) / Long.SIZE];

    /** @param numberByWord words as {@link Folding} leaves them, without points; numbers below 2^20, above 0 */
    WordTable(Map<String, Integer> numberByWord) {
        int size = Integer.highestOneBit(Math.max(8, numberByWord.size())) * 2;
        filter = new long[size * BITS_FOR_EACH / Long.SIZE];
        filterShift = Long.SIZE - Integer.numberOfTrailingZeros(size * BITS_FOR_EACH);
        slots = new long[size * 2];
        slotShift = Long.SIZE - Integer.numberOfTrailingZeros(slots.length);
        shortest = numberByWord.keySet().stream().mapToInt(String::length).min().orElse(0);
        numberByWord.forEach(this::put);
    }

    /**
     * Whether a word may go on behind its first {@link #OPENING} letters.
     *
     * @param hash of these letters
     */
    boolean goesOn(long hash) {
        int bit = (int) (hash >>> Long.SIZE - OPENING_BITS);
        return (openings[bit >>> 6] >>> bit & 1) != 0;
    }

    /** Letters of the shortest word. */
    int shortest() {
        return shortest;
    }

    /** The hash of what was hashed and one more letter; that of nothing is 0. */
    static long hash(long before, char letter) {
        return (before + letter) * FACTOR;
    }

    /** Number of the word with this hash; {@link Words#UNKNOWN} for none. */
    int find(long hash) {
        int bit = (int) (hash >>> filterShift);
        return (filter[bit >>> 6] >>> bit & 1) == 0 ? Words.UNKNOWN : (int) (slots[slotOf(hash)] & NUMBER);
    }

    private void put(String word, int number) {
        long hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = hash(hash, word.charAt(i));
            if (i == OPENING - 1 && word.length() > OPENING) {
                int opening = (int) (hash >>> Long.SIZE - OPENING_BITS);
                openings[opening >>> 6] |= 1L << opening;
            }
        }
        int bit = (int) (hash >>> filterShift);
        filter[bit >>> 6] |= 1L << bit;
        int slot = slotOf(hash);
        if (slots[slot] != EMPTY || number > NUMBER) {
            throw new IllegalStateException("no room for another word: " + word);
        }
        slots[slot] = hash & ~NUMBER | number;
    }

    /** Where the word with this hash is, or belongs. */
    private int slotOf(long hash) {
        int slot = (int) (hash >>> slotShift);
        while (slots[slot] != EMPTY && ((slots[slot] ^ hash) & ~NUMBER) != 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
