package dev.dateline.enrich.topic;

/** Counts how often each number has come; a map of boxed numbers took a tenth of the time of {@link TopicTagger}. */
final class Repeats {
    private long[] numbers = new long[256];
    private int[] counts = new int[numbers.length];
    private int size;

    /** Adds a number; returns how often it has come, this time included. */
    int add(long number) {
        int slot = slot(number);
        if (counts[slot] == 0) {
            if (size++ * 2 > counts.length) {
                grow();
                slot = slot(number);
            }
            numbers[slot] = number;
        }
        return ++counts[slot];
    }

    /** Where the number is, or belongs. */
    private int slot(long number) {
        int slot = (int) (number * 0x9E3779B97F4A7C15L >>> Long.SIZE - Integer.numberOfTrailingZeros(counts.length));
        while (counts[slot] != 0 && numbers[slot] != number) {
            slot = (slot + 1) & (counts.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] before = numbers;
        int[] beforeCounts = counts;
        numbers = new long[before.length * 2];
        counts = new int[numbers.length];
        for (int i = 0; i < before.length; i++) {
            if (beforeCounts[i] > 0) {
                int slot = slot(before[i]);
                numbers[slot] = before[i];
                counts[slot] = beforeCounts[i];
            }
        }
    }
}
