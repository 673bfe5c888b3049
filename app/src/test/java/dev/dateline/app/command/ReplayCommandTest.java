package dev.dateline.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

/** What is told before anything is read; {@link ReplayArticlesIT} has the rest. */
class ReplayCommandTest {

    @Test
    void withoutACommandItSaysWhichThereAre() {
        CommandRun run = CommandRun.of("replay");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("dateline replay needs a command: articles or documents");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--from yesterday | --from | neither a date",
                "--to 2026-13-01 | --to | neither a date",
                "--from 2026-10-31 --to 2026-10-31 | --from | nothing lies between",
                "--rate 0 | --rate | 1 or more",
                "--model topics.model | --model | enrich.topic.model",
                "--dry-run --model none.model | none.model | dateline train",
                "--set no.such.key=1 | no.such.key | unknown"
            })
    void whatCannotWorkIsToldBeforeTheWork(String options, String thing, String wayOut) {
        assertRefused("replay articles " + options, thing, wayOut);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--from yesterday | --from | neither a date",
                "--from 2026-10-31 --to 2026-10-31 | --from | nothing lies between",
                "--rate 0 | --rate | 1 or more",
                "--set dialects.dir= --set no.such.key=1 | no.such.key | unknown"
            })
    void theSameForDocuments(String options, String thing, String wayOut) {
        assertRefused("replay documents " + options, thing, wayOut);
    }

    private static void assertRefused(String line, String thing, String wayOut) {
        CommandRun run = CommandRun.of(line.split(" "));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(thing, wayOut);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-31, 2026-10-31T00:00:00Z",
        "2026-10-31T12:00:00Z, 2026-10-31T12:00:00Z",
        "2026-10-31T12:00+02:00, 2026-10-31T10:00:00Z"
    })
    void aTimeIsAnInstantOrADateInUtc(String text, Instant time) throws TypeConversionException {
        assertThat(new Moment().convert(text)).isEqualTo(time);
    }

    @Test
    void aBrokerOutOfReachIsAFailure() {
        assertBrokerIsMissed("articles");
        assertBrokerIsMissed("documents");
    }

    private static void assertBrokerIsMissed(String what) {
        CommandRun run = CommandRun.of(
                "replay", what, "--bootstrap-servers", "127.0.0.1:1", "--set", "kafka.default.api.timeout.ms=500");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("Kafka did not answer", "kafka.bootstrap.servers");
    }
}
