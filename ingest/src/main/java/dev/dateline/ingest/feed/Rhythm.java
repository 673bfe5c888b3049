package dev.dateline.ingest.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.DoubleSupplier;

/**
 * When to poll a feed again: sooner where polls find something, later where they do not, as the feed and its server ask,
 * within bounds, and never all at the same moment.
 *
 * @param least shortest time between two polls of a feed
 * @param most longest
 * @param random numbers from 0 to 1
 */
record Rhythm(Duration least, Duration most, DoubleSupplier random) {
    /** Longest that a server is left alone because it says so. */
    static final Duration LONGEST_RETRY = Duration.ofDays(1);

    private static final double FASTER = 0.6;
    private static final double SLOWER = 1.25;
    private static final int FIRST = 4;
    private static final double JITTER = 0.2;
    private static final int DOUBLINGS = 16;
    private static final int HOURS = 24;

    /** The interval after a poll. A feed that was polled for the first time begins near the shortest. */
    Duration interval(Duration before, boolean foundNew) {
        if (before == null) {
            return within(least.multipliedBy(FIRST));
        }
        return within(times(before, foundNew ? FASTER : SLOWER));
    }

    /**
     * Time until the next poll.
     *
     * @param asked what feed and server ask for at least, or null
     * @param skipHours hours of the day, UTC, in which the feed asks not to be polled
     */
    Duration next(Duration interval, Duration asked, Set<Integer> skipHours, Instant now) {
        Duration wait = within(asked == null || asked.compareTo(interval) < 0 ? interval : asked);
        return outside(skipHours, jittered(wait), now);
    }

    /**
     * Time until the next attempt after some that failed: the interval, twice as long from one to the next.
     *
     * @param failures how many, at least 1
     * @param retryAfter what the server asks for, or null; respected up to a day
     */
    Duration afterFailure(int failures, Duration interval, Duration retryAfter) {
        Duration base = interval == null ? least : interval;
        Duration backOff = within(base.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS)));
        Duration asked = retryAfter == null || retryAfter.compareTo(LONGEST_RETRY) < 0 ? retryAfter : LONGEST_RETRY;
        return jittered(asked == null || asked.compareTo(backOff) < 0 ? backOff : asked);
    }

    /** How long to leave a host alone that is asked too often: as it says, within bounds. */
    Duration tooMany(Duration retryAfter) {
        return jittered(within(retryAfter == null ? least : retryAfter));
    }

    /** A moment within the time given, so that what starts together does not stay together. */
    Duration spread(Duration over) {
        return times(over, random.getAsDouble());
    }

    private Duration within(Duration wait) {
        Duration atMost = wait.compareTo(most) > 0 ? most : wait;
        return atMost.compareTo(least) < 0 ? least : atMost;
    }

    /** Never earlier: half of all would break what was asked for. */
    private Duration jittered(Duration wait) {
        return times(wait, 1 + JITTER * random.getAsDouble());
    }

    private static Duration outside(Set<Integer> skipHours, Duration wait, Instant now) {
        Instant at = now.plus(wait);
        for (int hours = 0;
                hours < HOURS && skipHours.contains(at.atZone(ZoneOffset.UTC).getHour());
                hours++) {
            at = at.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS).plusMillis(at.toEpochMilli() % 60_000);
        }
        return Duration.between(now, at);
    }

    private static Duration times(Duration duration, double factor) {
        return Duration.ofMillis(Math.round(duration.toMillis() * factor));
    }
}
