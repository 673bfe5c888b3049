package dev.dateline.sink;

/** Waiting times between attempts: each twice the one before, up to a limit. */
final class Backoff {
    private final long firstMillis;
    private final long maxMillis;
    private long nextMillis;

    Backoff(long firstMillis, long maxMillis) {
        this.firstMillis = firstMillis;
        this.maxMillis = maxMillis;
        reset();
    }

    /** How long to wait before the next attempt, in milliseconds. */
    long next() {
        long wait = Math.min(nextMillis, maxMillis);
        nextMillis = Math.min(wait * 2, maxMillis);
        return wait;
    }

    /** An attempt succeeded: the next wait is the first again. */
    void reset() {
        nextMillis = firstMillis;
    }
}
