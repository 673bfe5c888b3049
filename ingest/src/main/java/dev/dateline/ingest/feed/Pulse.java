package dev.dateline.ingest.feed;

import java.time.Duration;
import java.time.Instant;

/**
 * When a feed brought new items, and how long it usually takes to.
 *
 * @param newsAt when it last did, or null
 * @param usual smoothed time between polls that found some, or null before the second
 * @param longest longest such time of late; it fades over two weeks, so that a feed that rests at night is not called
 *     quiet every night
 * @param quiet whether it was reported as quiet
 */
record Pulse(Instant newsAt, Duration usual, Duration longest, boolean quiet) {
    static final Pulse NONE = new Pulse(null, null, Duration.ZERO, false);

    private static final double WEIGHT_OF_ONE = 0.2;
    private static final Duration FADES_OVER = Duration.ofDays(14);
    private static final double BEYOND_LONGEST = 1.5;

    /** New items were found. */
    Pulse news(Instant now) {
        if (newsAt == null) {
            return new Pulse(now, null, Duration.ZERO, false);
        }
        Duration gap = Duration.between(newsAt, now);
        Duration smoothed =
                usual == null ? gap : times(usual, 1 - WEIGHT_OF_ONE).plus(times(gap, WEIGHT_OF_ONE));
        double left = Math.max(0, 1 - (double) gap.toMillis() / FADES_OVER.toMillis());
        Duration faded = times(longest, left);
        return new Pulse(now, smoothed, gap.compareTo(faded) > 0 ? gap : faded, false);
    }

    /** How long without new items is out of the ordinary; null while the feed has shown no rhythm. */
    Duration patience(Duration least, double factor) {
        if (usual == null) {
            return null;
        }
        Duration patience = times(usual, factor);
        Duration longer = times(longest, BEYOND_LONGEST);
        patience = patience.compareTo(longer) < 0 ? longer : patience;
        return patience.compareTo(least) < 0 ? least : patience;
    }

    boolean hasGoneQuiet(Instant now, Duration least, double factor) {
        Duration patience = patience(least, factor);
        return !quiet && patience != null && now.isAfter(newsAt.plus(patience));
    }

    Pulse reportedQuiet() {
        return new Pulse(newsAt, usual, longest, true);
    }

    private static Duration times(Duration duration, double factor) {
        return Duration.ofMillis(Math.round(duration.toMillis() * factor));
    }
}
