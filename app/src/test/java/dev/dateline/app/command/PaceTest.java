package dev.dateline.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void beforeTheFirstStepNothingIsAhead() {
        assertThat(new Pace(1).ahead()).isZero();
    }

    @Test
    void stepsAreAheadUntilTheRateHasCaughtUp() {
        Pace pace = new Pace(10);
        for (int i = 0; i < 36_000; i++) {
            pace.step();
        }

        assertThat(pace.ahead()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
        assertThat(pace.steps()).isEqualTo(36_000);
    }
}
