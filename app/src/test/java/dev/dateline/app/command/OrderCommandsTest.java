package dev.dateline.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What orders about one article refuse before anything is read. */
class OrderCommandsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reinstate a/b | --reason",
                "reinstate a/b --reason= | --reason is empty",
                "reinstate b --reason=error | b' is no id of an article",
                "erase a/b --reason=court --by= | nobody is named",
                "erase a/b --reason=court --wait=3601 | --wait is 3601, and must be 0 to 3600",
                "erase --reason=court | ID",
                "takedowns --since yesterday | neither a date"
            })
    void whatIsNoOrderIsToldBeforeTheWork(String line, String problem) {
        CommandRun run = CommandRun.of(line.split(" "));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(problem);
    }

    @ParameterizedTest
    @CsvSource({"420, 0.4 s", "59900, 59.9 s", "61000, 1 min 1 s", "7260000, 2 h 1 min", "176400000, 2 d 1 h"})
    void aLengthOfTimeHasItsTwoLargestUnits(long millis, String text) {
        assertThat(Durations.of(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @Test
    void helpListsThem() {
        assertThat(CommandRun.of("--help").out()).contains("reinstate", "erase", "takedowns", "where");
    }
}
