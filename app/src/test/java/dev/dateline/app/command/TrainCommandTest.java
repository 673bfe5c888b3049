package dev.dateline.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains on invented wire with a word of its own for sport that no rule knows. */
class TrainCommandTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path dir;

    private String wire;
    private String model;

    @BeforeEach
    void write() throws IOException {
        List<String> articles = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            boolean sport = i % 2 == 0;
            String word = sport ? "quidnunc" : "ombud";
            articles.add(Wires.article(
                    i,
                    "The " + word + " of day " + i,
                    "A long " + word + " column, as on other days.",
                    sport ? "15000000" : "07000000",
                    null));
        }
        wire = Wires.write(dir.resolve("wire.jsonl"), articles).toString();
        model = dir.resolve("topics.model").toString();
    }

    @Test
    void trainedModelTagsWhatTheRulesDoNotKnow() throws Exception {
        CommandRun train = CommandRun.of("train", "--json", wire, "--out", model);

        assertThat(train.exit()).isZero();
        JsonNode report = JSON.readTree(train.out());
        assertThat(report.path("articles").asInt()).isEqualTo(60);
        assertThat(report.path("heldOut").asInt()).isBetween(4, 24);
        assertThat(report.path("topics")).hasSize(2);
        assertThat(topic(report.path("byRules")).path("best").path("right").asInt())
                .isZero();
        assertThat(topic(report.path("withModel")).path("best").path("accuracy").asDouble())
                .isEqualTo(1);

        Path fresh = Wires.write(
                dir.resolve("fresh.jsonl"),
                List.of(Wires.article(99, "One more quidnunc", "The quidnunc column.", "15000000", null)));
        JsonNode tagged = JSON.readTree(CommandRun.of("tag", "--ignore-given", "--model", model, fresh.toString())
                .out());
        String id = report.path("model").asText().substring(0, 12);
        assertThat(tagged.path("tags")).anySatisfy(tag -> {
            assertThat(tag.path("code").asText()).isEqualTo("15000000");
            assertThat(tag.path("method").asText()).isEqualTo("model@" + id);
            assertThat(tag.path("score").asDouble()).isGreaterThan(0.5);
            assertThat(tag.path("evidence").get(0).path("text").asText()).containsIgnoringCase("quidnunc");
        });

        JsonNode evaluated = JSON.readTree(CommandRun.of("evaluate", "--json", "--model", model, fresh.toString())
                .out());
        assertThat(evaluated.path("model").asText())
                .isEqualTo(report.path("model").asText());
        assertThat(topic(evaluated.path("compared")).path("best").path("right").asInt())
                .isEqualTo(1);
    }

    @Test
    void sameWireGivesTheSameFile() throws Exception {
        String again = dir.resolve("again.model").toString();
        assertThat(CommandRun.of("train", wire, "--out", model).exit()).isZero();
        assertThat(CommandRun.of("train", wire, "--out", again, "--hold-out", "0")
                        .exit())
                .isZero();
        assertThat(Files.readAllBytes(Path.of(again))).isEqualTo(Files.readAllBytes(Path.of(model)));
    }

    @Test
    void personSeesTheHeldOutFigures() {
        CommandRun run = CommandRun.of("train", wire, "--out", model);
        assertThat(run.out()).contains("HELD OUT", "rules and model", "15000000");
        assertThat(run.err()).contains("Wrote " + model, "were held out");
    }

    @Test
    void damagedModelStopsTheCommandsThatNeedIt() throws Exception {
        CommandRun.of("train", wire, "--out", model, "--hold-out", "0");
        byte[] bytes = Files.readAllBytes(Path.of(model));
        bytes[bytes.length / 2] ^= 1;
        Files.write(Path.of(model), bytes);

        for (String command : List.of("tag", "evaluate")) {
            CommandRun run = CommandRun.of(command, wire, "--model", model);
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains(model, "is damaged", "dateline train");
        }
        CommandRun pipeline = CommandRun.of("topology", "--set", "enrich.topic.model=" + model);
        assertThat(pipeline.exit()).isEqualTo(2);
        assertThat(pipeline.err()).contains("is damaged");
    }

    @Test
    void whatCannotWorkIsToldBeforeTheWork() {
        CommandRun nowhere = CommandRun.of(
                "train", wire, "--out", dir.resolve("none/topics.model").toString());
        assertThat(nowhere.exit()).isEqualTo(2);
        assertThat(nowhere.err()).contains("there is no directory", "--out");
        assertThat(CommandRun.of("train", wire).exit()).isEqualTo(2);
        assertThat(CommandRun.of("train", wire, "--out", model, "--hold-out", "95")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void fileThatIsNoModelIsNotOverwritten() throws Exception {
        byte[] before = Files.readAllBytes(Path.of(wire));
        CommandRun run = CommandRun.of("train", wire, "--out", wire);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(wire, "is no topic model", "--out");
        assertThat(Files.readAllBytes(Path.of(wire))).isEqualTo(before);
        assertThat(CommandRun.of("train", wire, "--out", model).exit()).isZero();
        assertThat(CommandRun.of("train", wire, "--out", model).exit()).isZero();
    }

    @Test
    void tooLittleToLearnFromIsAFailureAndWritesNothing() throws Exception {
        Path few = Wires.write(
                dir.resolve("few.jsonl"), List.of(Wires.article(1, "Peru votes", "Peru votes.", "11000000", "PE")));
        CommandRun run = CommandRun.of("train", few.toString(), "--out", model);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("nothing to learn", "--min-articles");
        assertThat(Path.of(model)).doesNotExist();
    }

    private static JsonNode topic(JsonNode axes) {
        for (JsonNode axis : axes) {
            if (axis.path("of").asText().equals("topic")) {
                return axis;
            }
        }
        throw new AssertionError("no topics in " + axes);
    }
}
