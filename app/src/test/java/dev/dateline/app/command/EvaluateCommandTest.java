package dev.dateline.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dateline.model.SharedData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path dir;

    @Test
    void comparesWithTheSendersCodesAndLeavesThemOutOfTheTags() throws Exception {
        Path wire = Wires.write(
                dir.resolve("wire.jsonl"),
                List.of(
                        Wires.article(
                                1,
                                "Peru wins the football final",
                                "Peru won the World Cup final in Lima, its striker scoring twice.",
                                "15000000",
                                "PE"),
                        Wires.article(
                                2,
                                "Chile beats Bolivia in the football cup",
                                "The striker of Chile scored in the second half of the match.",
                                "07000000",
                                null)));

        CommandRun run = CommandRun.of("evaluate", "--json", wire.toString());

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode report = JSON.readTree(run.out());
        assertThat(report.path("articles").asInt()).isEqualTo(2);
        JsonNode country = compared(report, "country");
        assertThat(country.path("counted").asInt()).isEqualTo(1);
        assertThat(country.path("notCounted").asInt()).isEqualTo(1);
        assertThat(country.path("best").path("accuracy").asDouble()).isEqualTo(1);
        JsonNode topic = compared(report, "topic");
        assertThat(topic.path("micro").path("recall").asDouble()).isEqualTo(0.5);
        assertThat(topic.path("best").path("right").asInt()).isEqualTo(1);
        assertThat(topic.path("confused").get(0).path("wanted").asText()).isEqualTo("07000000");
        assertThat(topic.path("confused").get(0).path("got").asText()).isEqualTo("15000000");
        assertThat(compared(report, "language").path("micro").path("f1").asDouble())
                .isEqualTo(1);
    }

    @Test
    void showsTablesToAPerson() throws Exception {
        CommandRun run =
                CommandRun.of("evaluate", "src/main/resources/sample-wire/northpoint/006-congo-measles-boats.json");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("COMPARED", "HIGHEST-SCORED CODE", "country: 1 articles", "Congo");
        assertThat(run.err()).contains("1 articles were read");
    }

    @Test
    void rejectedDocumentIsNamedAndFailsTheCommand() throws Exception {
        Path broken = Files.writeString(dir.resolve("broken.json"), "{\"uri\": ");
        Path good = Wires.write(
                dir.resolve("good.jsonl"), List.of(Wires.article(1, "Peru votes", "Peru votes.", "11000000", "PE")));

        CommandRun run = CommandRun.of("evaluate", "--json", broken.toString(), good.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains(broken + ": rejected: ");
        assertThat(JSON.readTree(run.out()).path("rejected").asInt()).isEqualTo(1);
    }

    @Test
    void wireWithoutCodesCannotBeCompared() throws Exception {
        Path uncoded = Files.writeString(dir.resolve("uncoded.json"), """
                {"standard": {"name": "ninjs", "version": "3.1"}, "uri": "urn:test:1", "type": "text",
                 "pubStatus": "usable", "version": "1", "headlines": [{"role": "main", "value": "Peru votes"}],
                 "bodies": [{"role": "main", "contentType": "text/plain", "value": "Peru votes on Sunday."}]}
                """);

        CommandRun run = CommandRun.of("evaluate", uncoded.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("nothing to compare", "give articles with subjects");
    }

    @Test
    void missingFileAndMissingArgumentAreTold() {
        CommandRun missing = CommandRun.of("evaluate", dir.resolve("none").toString());
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("there is no file or directory");
        assertThat(CommandRun.of("evaluate").exit()).isEqualTo(2);
    }

    @Test
    void labelledPressArticlesScoreAsTheQualityTestSays() throws Exception {
        CommandRun run = CommandRun.of(
                "evaluate",
                "--json",
                SharedData.path("labelled/cliff-focus.jsonl.gz").toString());

        JsonNode best = compared(JSON.readTree(run.out()), "country").path("best");
        assertThat(best.path("counted").asInt()).isEqualTo(32);
        assertThat(best.path("right").asInt()).isGreaterThanOrEqualTo(28);
    }

    private static JsonNode compared(JsonNode report, String of) {
        for (JsonNode axis : report.path("compared")) {
            if (axis.path("of").asText().equals(of)) {
                return axis;
            }
        }
        throw new AssertionError("nothing compared of " + of + " in " + report);
    }
}
