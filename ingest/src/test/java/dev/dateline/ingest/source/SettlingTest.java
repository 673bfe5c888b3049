package dev.dateline.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.source.DirectoryScan.Found;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SettlingTest {
    private static final Instant START = Instant.parse("2026-10-12T09:00:00Z");

    private long elapsedMillis;
    private final Settling settling = new Settling(
            Duration.ofSeconds(1),
            () -> START.plusMillis(elapsedMillis),
            () -> TimeUnit.MILLISECONDS.toNanos(elapsedMillis));

    @Test
    void aFileModifiedLongerAgoIsTakenAtOnce() {
        assertThat(isSettled(10, START.minusMillis(1_000))).isTrue();
    }

    @Test
    void aFileModifiedJustNowIsTakenWhenItHasStayedTheSame() {
        assertThat(isSettled(10, START)).isFalse();
        elapsedMillis = 999;
        assertThat(isSettled(10, START)).isFalse();
        elapsedMillis = 1_000;
        assertThat(isSettled(10, START)).isTrue();
    }

    @Test
    void aGrowingFileWaits() {
        for (int second = 0; second < 5; second++) {
            elapsedMillis = second * 1_000L;
            assertThat(isSettled(10 + second, START.plusSeconds(second))).isFalse();
        }
        elapsedMillis = 5_000;
        assertThat(isSettled(14, START.plusSeconds(4))).isTrue();
    }

    @Test
    void aTimeInTheFutureIsNoReasonToWaitForIt() {
        Instant future = START.plus(Duration.ofDays(365));
        assertThat(isSettled(10, future)).isFalse();
        elapsedMillis = 1_000;
        assertThat(isSettled(10, future)).isTrue();
    }

    @Test
    void aFileThatWentAwayAndCameBackWaitsAnew() {
        Instant future = START.plus(Duration.ofDays(1));
        isSettled(10, future);
        elapsedMillis = 900;
        assertThat(settling.settled(List.of())).isEmpty();
        elapsedMillis = 1_800;
        assertThat(isSettled(10, future)).isFalse();
    }

    private boolean isSettled(long size, Instant modified) {
        Found file = new Found(Path.of("a.xml"), new FileStamp(size, modified));
        return settling.settled(List.of(file)).equals(List.of(file));
    }
}
