package dev.dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private static final Instant NOW = Instant.parse("2026-03-01T22:50:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Rhythm rhythm = new Rhythm(MINUTE, HOUR, () -> 0);

    @Test
    void newsMakesPollsMoreFrequentAndSilenceLess() {
        assertThat(rhythm.interval(Duration.ofMinutes(10), true)).isEqualTo(Duration.ofMinutes(6));
        assertThat(rhythm.interval(Duration.ofMinutes(10), false)).isEqualTo(Duration.ofSeconds(750));
        assertThat(rhythm.interval(MINUTE, true)).isEqualTo(MINUTE);
        assertThat(rhythm.interval(HOUR, false)).isEqualTo(HOUR);
    }

    @Test
    void theIntervalSettlesNearTheRhythmOfTheFeed() {
        // An item every 20 minutes.
        Duration interval = rhythm.interval(null, true);
        long now = 0;
        long polls = 0;
        long seen = 0;
        while (now < Duration.ofDays(2).toMillis()) {
            now += interval.toMillis();
            polls++;
            long items = now / Duration.ofMinutes(20).toMillis();
            interval = rhythm.interval(interval, items > seen);
            seen = items;
        }
        assertThat(Duration.ofDays(2).dividedBy(polls)).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(20));
    }

    @Test
    void whatIsAskedForIsHeededWithinBounds() {
        assertThat(rhythm.next(MINUTE, Duration.ofMinutes(15), Set.of(), NOW)).isEqualTo(Duration.ofMinutes(15));
        assertThat(rhythm.next(MINUTE, Duration.ofDays(365), Set.of(), NOW)).isEqualTo(HOUR);
        assertThat(rhythm.next(Duration.ofMinutes(5), Duration.ofSeconds(1), Set.of(), NOW))
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void skippedHoursAreSkipped() {
        Duration wait = rhythm.next(Duration.ofMinutes(20), null, Set.of(23, 0, 1), NOW);

        assertThat(NOW.plus(wait))
                .isBetween(Instant.parse("2026-03-02T02:00:00Z"), Instant.parse("2026-03-02T02:03:00Z"));
        Set<Integer> all = IntStream.range(0, 24).boxed().collect(Collectors.toSet());
        assertThat(rhythm.next(MINUTE, null, all, NOW)).isLessThan(Duration.ofHours(26));
    }

    @Test
    void failuresDoubleTheWaitUpToTheLongest() {
        assertThat(rhythm.afterFailure(1, Duration.ofMinutes(2), null)).isEqualTo(Duration.ofMinutes(2));
        assertThat(rhythm.afterFailure(3, Duration.ofMinutes(2), null)).isEqualTo(Duration.ofMinutes(8));
        assertThat(rhythm.afterFailure(1_000_000, Duration.ofMinutes(2), null)).isEqualTo(HOUR);
        assertThat(rhythm.afterFailure(1, null, null)).isEqualTo(MINUTE);
    }

    @Test
    void retryAfterIsHeededUpToADay() {
        assertThat(rhythm.afterFailure(1, MINUTE, Duration.ofHours(3))).isEqualTo(Duration.ofHours(3));
        assertThat(rhythm.afterFailure(1, MINUTE, Duration.ofDays(400))).isEqualTo(Duration.ofDays(1));
        assertThat(rhythm.afterFailure(1, HOUR, Duration.ofSeconds(1))).isEqualTo(HOUR);
    }

    @Test
    void jitterOnlyEverWaitsLonger() {
        Rhythm late = new Rhythm(MINUTE, HOUR, () -> 1);

        assertThat(late.next(Duration.ofMinutes(10), null, Set.of(), NOW)).isEqualTo(Duration.ofMinutes(12));
    }

    @Test
    void aFeedIsQuietAgainstItsOwnRhythmOnly() {
        Duration least = Duration.ofHours(6);
        Pulse pulse = Pulse.NONE;
        assertThat(pulse.hasGoneQuiet(NOW, least, 8)).isFalse();

        // An item a day: a day and a half without one is nothing.
        Instant at = NOW;
        for (int day = 0; day < 10; day++) {
            pulse = pulse.news(at);
            at = at.plus(Duration.ofDays(1));
        }
        Instant last = pulse.newsAt();
        assertThat(pulse.hasGoneQuiet(last.plus(Duration.ofDays(7)), least, 8)).isFalse();
        assertThat(pulse.hasGoneQuiet(last.plus(Duration.ofDays(9)), least, 8)).isTrue();
        assertThat(pulse.reportedQuiet().hasGoneQuiet(last.plus(Duration.ofDays(9)), least, 8))
                .isFalse();
    }

    @Test
    void aFeedThatRestsAtNightIsReportedTheFirstNightAtMost() {
        Duration least = Duration.ofHours(6);
        Pulse pulse = Pulse.NONE;
        int reports = 0;
        Instant end = NOW.plus(Duration.ofDays(14));
        for (Instant at = NOW; at.isBefore(end); at = at.plus(Duration.ofMinutes(15))) {
            int hour = at.atZone(ZoneOffset.UTC).getHour();
            if (hour >= 7 && hour < 23) {
                pulse = pulse.news(at);
            } else if (pulse.hasGoneQuiet(at, least, 8)) {
                pulse = pulse.reportedQuiet();
                reports++;
            }
        }
        assertThat(reports).isLessThanOrEqualTo(1);
        assertThat(pulse.hasGoneQuiet(end.plus(Duration.ofDays(1)), least, 8)).isTrue();
    }
}
