package dev.dateline.bench.chaos;

/**
 * A file that arrives.
 *
 * @param atMillis when, in milliseconds from the start of the run
 * @param sequence its place in the order of all deliveries, from 0; no two have the same
 * @param version what is in it
 */
record Delivery(long atMillis, int sequence, Version version) {
    /** NewsML-G2 for every third article, ninjs for the others; the same for all versions of one. */
    boolean isNewsMl() {
        return version.article() % 3 == 0;
    }

    String fileName() {
        return "%08d-%d-v%d.%s".formatted(sequence, version.article(), version.number(), isNewsMl() ? "xml" : "json");
    }
}
