package dev.dateline.app.command;

import java.time.Duration;

/** Counts steps, and tells how far they are ahead of a rate. */
final class Pace {
    private final int perSecond;
    private final long start = System.nanoTime();
    private long steps;

    Pace(int perSecond) {
        this.perSecond = perSecond;
    }

    void step() {
        steps++;
    }

    long steps() {
        return steps;
    }

    /** How long to wait until the steps so far are due; zero when they are. */
    Duration ahead() {
        Duration due = Duration.ofNanos((long) (steps * 1e9 / perSecond));
        Duration ahead = due.minusNanos(System.nanoTime() - start);
        return ahead.isNegative() ? Duration.ZERO : ahead;
    }
}
