package dev.dateline.bench.chaos;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Time in milliseconds from the start of the run.
 *
 * @param source the system's time, by which the pipeline goes too
 * @param start when the wire begins
 */
record RunClock(InstantSource source, Instant start) {
    long millis() {
        return of(source.instant());
    }

    long of(Instant time) {
        return time.toEpochMilli() - start.toEpochMilli();
    }

    void sleepUntil(long millis) throws InterruptedException {
        Thread.sleep(Math.max(0, millis - millis()));
    }
}
