package dev.dateline.enrich.tag;

import java.util.Map;

/**
 * Words and their numbers, found by a hash that the caller makes letter by letter. A bit for each hash comes first: it is
 * small enough to stay in a processor's cache, and says no to nearly all words of a text that no rule knows. Words are the
 * same when all 64 bits of their hashes are.
 */
final class WordTable {
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    /** Of the filter for each word: one absent word in sixteen is looked up in vain. */
    private static final int BITS_FOR_EACH = 16;

    private final long[] filter;
    private final int filterShift;
    private final long[] hashes;
    private final int[] numbers;

    /** @param numberByWord words as {@link Folding} leaves them, without points */
    WordTable(Map<String, Integer> numberByWord) {
        int size = Math.max(8, numberByWord.size());
        int bits = Integer.highestOneBit(size) * 2 * BITS_FOR_EACH;
        filter = new long[bits / Long.SIZE];
        filterShift = Long.SIZE - Integer.numberOfTrailingZeros(bits);
        hashes = new long[Integer.highestOneBit(size) * 4];
        numbers = new int[hashes.length];
        numberByWord.forEach(this::put);
    }

    /** The hash of what was hashed and one more letter; that of nothing is 0. */
    static long hash(long before, char letter) {
        return (before + letter) * FACTOR;
    }

    /** Number of the word with this hash; {@link Words#UNKNOWN} for none. */
    int find(long hash) {
        int bit = (int) (hash >>> filterShift);
        return (filter[bit >>> 6] >>> bit & 1) == 0 ? Words.UNKNOWN : numbers[slotOf(hash)];
    }

    private void put(String word, int number) {
        long hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = hash(hash, word.charAt(i));
        }
        int bit = (int) (hash >>> filterShift);
        filter[bit >>> 6] |= 1L << bit;
        int slot = slotOf(hash);
        if (numbers[slot] != Words.UNKNOWN) {
            throw new IllegalStateException("two words of the rules have one hash, one of them is " + word);
        }
        hashes[slot] = hash;
        numbers[slot] = number;
    }

    /** Where the word with this hash is, or belongs. */
    private int slotOf(long hash) {
        int slot = (int) (hash >>> 24) & (hashes.length - 1);
        while (numbers[slot] != Words.UNKNOWN && hashes[slot] != hash) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        return slot;
    }
}
