package dev.dateline.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts of `dateline rules` that need no broker; RulesIT has the others. */
class RulesCommandTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path dir;

    private Path wire;
    private Path pack;

    @BeforeEach
    void writeWireAndPack() throws IOException {
        wire = Wires.write(
                dir.resolve("wire.jsonl"),
                List.of(
                        Wires.article(1, "Lake League meets", "Lake League met in Kenya.", "11000000", null),
                        Wires.article(2, "Quiet day in Peru", "Nothing happened in Lima.", "11000000", null)));
        pack = Files.writeString(dir.resolve("desk.yaml"), """
                pack: desk
                version: 2
                blocs:
                - {code: lake-league, name: Lake League, members: [KE, TZ, UG]}
                """);
    }

    @Test
    void showsWhatAPackWouldChange() throws Exception {
        CommandRun run = CommandRun.of("rules", "test", "--json", pack.toString(), wire.toString());

        assertThat(run.exit()).isZero();
        JsonNode report = JSON.readTree(run.out());
        assertThat(report.path("after").asText())
                .isEqualTo(report.path("before").asText() + "+desk@2");
        assertThat(report.path("articles").asInt()).isEqualTo(2);
        assertThat(report.path("changed").asInt()).isEqualTo(1);
        assertThat(report.path("codes")).hasSize(1);
        JsonNode league = report.path("codes").get(0);
        assertThat(league.path("scheme").asText()).isEqualTo("bloc");
        assertThat(league.path("code").asText()).isEqualTo("lake-league");
        assertThat(league.path("added").asInt()).isEqualTo(1);
        assertThat(league.path("becameAbout").asInt()).isEqualTo(1);
        assertThat(league.path("examples").get(0).path("headline").asText()).isEqualTo("Lake League meets");
        assertThat(league.path("examples").get(0).path("after").asDouble()).isGreaterThan(0.5);
    }

    @Test
    void showsItToAPersonAsATable() {
        CommandRun run = CommandRun.of("rules", "test", pack.toString(), wire.toString());

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("SCHEME", "lake-league", "Lake League meets");
        assertThat(run.err()).contains("1 of 2 articles change");
    }

    @Test
    void showsWhatANewVersionChangesOfAnOlderOne() throws Exception {
        Path older = Files.writeString(
                dir.resolve("older.yaml"), Files.readString(pack).replace("version: 2", "version: 1"));

        CommandRun run = CommandRun.of(
                "rules", "test", "--json", pack.toString(), wire.toString(), "--against", older.toString());

        assertThat(JSON.readTree(run.out()).path("changed").asInt()).isZero();
        assertThat(JSON.readTree(run.out()).path("before").asText()).endsWith("+desk@1");
    }

    @Test
    void brokenPackIsToldWithItsLinesAndNothingIsTagged() throws Exception {
        Path broken =
                Files.writeString(dir.resolve("broken.yaml"), "pack: desk\nversion: 3\nblocks: []\nplaces: [PE]\n");

        CommandRun run = CommandRun.of("rules", "test", broken.toString(), wire.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(2).allMatch(line -> line.contains("broken.yaml:"));
        assertThat(run.err()).contains("broken.yaml:3: unknown key 'blocks'", "broken.yaml:4: a place is a mapping");
    }

    @Test
    void exampleOfTheDocsChangesTheSampleWire() throws Exception {
        CommandRun run =
                CommandRun.of("rules", "test", "--json", "../docs/desk.yaml", "src/main/resources/sample-wire/herald");

        assertThat(run.exit()).isZero();
        assertThat(JSON.readTree(run.out()).path("codes"))
                .extracting(code -> code.path("code").asText())
                .contains("rare-earths", "zambezi-wildlife-trust", "06000000", "CV");
    }

    @Test
    void packsAreAddedToWhatTagsAndEvaluates() throws Exception {
        CommandRun tagged = CommandRun.of("tag", "--pack", pack.toString(), wire.toString());
        assertThat(tagged.out()).contains("+desk@2\"", "\"lake-league\"");
        CommandRun evaluated = CommandRun.of("evaluate", "--json", "--pack", pack.toString(), wire.toString());
        assertThat(JSON.readTree(evaluated.out()).path("rules").asText()).endsWith("+desk@2");
        CommandRun twice = CommandRun.of("tag", "--pack", pack.toString(), "--pack", pack.toString(), wire.toString());
        assertThat(twice.exit()).isEqualTo(1);
        assertThat(twice.err()).contains("pack desk is given twice");
    }

    @Test
    void articlesComeFromFilesOrFromHistory() {
        assertThat(CommandRun.of("rules", "test", pack.toString()).exit()).isEqualTo(2);
        assertThat(CommandRun.of("rules", "test", "--history", pack.toString(), wire.toString())
                        .exit())
                .isEqualTo(2);
        assertThat(CommandRun.of("rules").err()).contains("list, show, test, apply or remove");
    }

    @Test
    void taggedArticlesNameTheRules() throws Exception {
        CommandRun run = CommandRun.of("tag", wire.toString());
        assertThat(JSON.readTree(run.out().lines().findFirst().orElseThrow())
                        .path("rules")
                        .asText())
                .matches("\\d+");
    }
}
