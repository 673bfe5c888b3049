package dev.dateline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dateline.app.command.CommandRun;
import dev.dateline.app.pipeline.EventReader;
import dev.dateline.app.pipeline.Pipeline;
import dev.dateline.app.pipeline.Topologies;
import dev.dateline.app.settings.Settings;
import dev.dateline.enrich.tag.RuleSet;
import dev.dateline.enrich.taggers.Taggers;
import dev.dateline.ingest.parse.Parsed;
import dev.dateline.model.Article;
import dev.dateline.model.ContentHash;
import dev.dateline.model.Document;
import dev.dateline.model.Outcome;
import dev.dateline.model.Stage;
import dev.dateline.model.Topics;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wire that other parsers read goes through the parsers that ship, by command, twice. */
class ReplayDocumentsIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TYPHOON = "meridian/urn:newsml:meridian.example:20261005:MRD0117";
    private static final String CHEESE = "meridian/urn:newsml:meridian.example:20261013:MRD0204";
    private static final String ICE_CORE = "meridian/urn:newsml:meridian.example:20260917:MRD0058";
    private static final String MALARIA = "northpoint/urn:newsml:northpoint.example:20261022:NP0587";

    private static final List<String> FILES = List.of(
            "meridian/001-philippines-typhoon-v2.xml",
            "meridian/002-kill-italy-cheese-recall-v2.xml",
            "meridian/007-philippines-typhoon-v1.xml",
            "meridian/010-philippines-typhoon-v3.xml",
            "meridian/012-italy-cheese-recall-v1.xml",
            "meridian/015-argentina-ice-core.xml",
            "northpoint/003-embargoed-ghana-malaria-spray.json",
            "herald/001-senegal-fishing-nets.txt");
    private static final String CUT_OFF = "meridian/099-cut-off.xml";

    @TempDir
    private Path directory;

    private Settings settings;
    private Store store;
    private Records records;

    @Test
    void whatNewerParsersReadOtherwiseChangesOnceAndASecondReplayChangesNothing() throws Exception {
        try (Stack stack = Stack.start(System.getProperty("stack", "auto"), directory.resolve("data"))) {
            Wire wire = new Wire(directory.resolve("wire"), List.of("meridian", "northpoint", "herald"));
            settings = stack.prepare(directory.resolve("data"), wire.settings());
            store = new Store(settings);
            records = new Records(settings);
            deliver(wire);
            try (Pipeline pipeline = start(olderParsers())) {
                Drained.await(settings, pipeline);
            }
            Map<String, String> before = revisions();
            assertThat(before).containsOnlyKeys(TYPHOON, CHEESE, ICE_CORE, MALARIA);

            aDryRunCountsAndSendsNothing();
            try (Pipeline pipeline = start(Topologies.parsers(settings)::parse)) {
                theReplayChanges(pipeline, before);
                aSecondReplayChangesNothing(pipeline);
                onlyTheDocumentsOfAnArticleAreSent(pipeline);
            }
            aSelectionIsToldWhatItMisses();
        }
    }

    private void deliver(Wire wire) throws Exception {
        for (String file : FILES) {
            wire.deliver(file, Wire.sample(file));
        }
        byte[] whole = Wire.sample("meridian/004-colombia-ceasefire.xml");
        wire.deliver(CUT_OFF, Arrays.copyOf(whole, whole.length / 2));
    }

    private void aDryRunCountsAndSendsNothing() throws Exception {
        int kept = records.bytes(Topics.DOCUMENTS, "read_committed").size();

        JsonNode report = JSON.readTree(replay(0, "--dry-run", "--json").out());

        assertThat(report.path("documents").asInt()).isEqualTo(9);
        assertThat(report.path("rejected").asInt()).isEqualTo(1);
        JsonNode articles = report.path("articles");
        assertThat(articles.path("newer").asInt()).isEqualTo(1);
        assertThat(articles.path("new").asInt()).isEqualTo(1);
        assertThat(articles.path("reranked").asInt()).isEqualTo(1);
        assertThat(articles.path("unchanged").asInt()).isEqualTo(1);
        assertThat(articles.path("killed").asInt()).isEqualTo(1);
        assertThat(report.path("examples").path("newer").get(0).asText()).isEqualTo(TYPHOON);
        assertThat(report.path("examples").path("reranked").get(0).asText()).isEqualTo(MALARIA);
        assertThat(report.path("nowAccepted")).hasSize(1);
        assertThat(report.path("nowAccepted").get(0).asText()).startsWith("herald/001-senegal-fishing-nets.txt@");
        assertThat(report.path("nowRejected")).isEmpty();
        assertThat(report.path("unknownBefore").asInt()).isZero();
        assertThat(replay(0, "--dry-run").out())
                .contains("newer reading, other text", TYPHOON, "accepted here: herald/");
        assertThat(records.bytes(Topics.DOCUMENTS, "read_committed")).hasSize(kept);
    }

    private void theReplayChanges(Pipeline pipeline, Map<String, String> before) throws Exception {
        List<ConsumerRecord<String, byte[]>> originals = records.bytes(Topics.DOCUMENTS, "read_committed");

        CommandRun run = replay(0);

        assertThat(run.out()).isEqualTo("9 documents sent to wire.documents.v1.\n");
        Drained.await(settings, pipeline);
        everyDocumentLiesTwiceAndAlike(originals);
        Map<String, String> after = revisions();
        assertThat(after).hasSize(5);
        assertThat(changed(before, after)).containsExactlyInAnyOrder(TYPHOON, MALARIA);
        assertThat(store.article("article", TYPHOON).get(0).get("headline")).doesNotContain("Old reading");
    }

    private void everyDocumentLiesTwiceAndAlike(List<ConsumerRecord<String, byte[]>> originals) {
        List<ConsumerRecord<String, byte[]>> all = records.bytes(Topics.DOCUMENTS, "read_committed");
        assertThat(all).hasSize(2 * originals.size());
        for (ConsumerRecord<String, byte[]> original : originals) {
            assertThat(all.stream().filter(record -> record.key().equals(original.key())))
                    .hasSize(2)
                    .allSatisfy(copy -> {
                        assertThat(copy.partition()).isEqualTo(original.partition());
                        assertThat(copy.value()).isEqualTo(original.value());
                        assertThat(copy.headers()).isEqualTo(original.headers());
                    });
        }
    }

    private void aSecondReplayChangesNothing(Pipeline pipeline) throws Exception {
        List<Map<String, String>> rows = rows();
        EventReader events = EventReader.fromNow(settings);

        JsonNode report = JSON.readTree(replay(0, "--json", "--rate", "100000").out());

        assertThat(report.path("sent").asInt())
                .as("each document once, not its copies")
                .isEqualTo(9);
        Drained.await(settings, pipeline);
        List<Outcome> judged = new ArrayList<>();
        events.read(event -> {
            if (event.getStage() == Stage.GATE) {
                judged.add(event.getOutcome());
            }
        });
        assertThat(judged).hasSize(8).containsOnly(Outcome.REPEAT, Outcome.STALE, Outcome.KILLED);
        assertThat(rows()).isEqualTo(rows);
    }

    private void onlyTheDocumentsOfAnArticleAreSent(Pipeline pipeline) throws Exception {
        assertThat(replay(0, "--id", TYPHOON).out()).isEqualTo("3 documents sent to wire.documents.v1.\n");
        assertThat(replay(0, "--id", TYPHOON, "--id", MALARIA, "--dry-run", "--json")
                        .out())
                .contains("\"documents\":4");
        Drained.await(settings, pipeline);
    }

    private void aSelectionIsToldWhatItMisses() throws Exception {
        String document =
                records.bytes(Topics.DOCUMENTS, "read_committed").get(0).key();
        CommandRun run = replay(1, "--document", document, "--id", "herald/none", "--dry-run", "--json");
        JsonNode report = JSON.readTree(run.out());
        assertThat(report.path("documents").asInt()).isEqualTo(1);
        assertThat(report.path("notFound").get(0).asText()).isEqualTo("herald/none");
        assertThat(run.err()).contains("no document in wire.documents.v1 is or holds herald/none");
        assertThat(replay(0, "--from", "2026-11-01", "--dry-run", "--json").out())
                .contains("\"documents\":0");
        assertThat(replay(0, "--from", "2026-10-31", "--to", "2026-11-01", "--dry-run", "--json")
                        .out())
                .contains("\"documents\":9");
    }

    private CommandRun replay(int exit, String... options) {
        List<String> arguments = new ArrayList<>(List.of("replay", "documents"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of(
                "--bootstrap-servers", settings.bootstrapServers(), "--schema-registry-url", settings.registryUrl()));
        CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isEqualTo(exit);
        return run;
    }

    private Pipeline start(Function<Document, List<Parsed>> parser) throws Exception {
        RuleSet rules = Taggers.shipped().ruleSet();
        Topologies topologies = new Topologies(settings, InstantSource.system(), parser, () -> rules);
        Pipeline pipeline =
                Pipeline.start(settings, topologies, EnumSet.allOf(Pipeline.Stage.class), InstantSource.system(), true);
        pipeline.awaitRunning(() -> false);
        return pipeline;
    }

    /** They read typhoons otherwise, rank a malaria lower, and cannot read wire text. */
    private Function<Document, List<Parsed>> olderParsers() {
        Function<Document, List<Parsed>> shipped = Topologies.parsers(settings)::parse;
        return document -> document.provider().equals("herald")
                ? List.of(new Parsed.Rejected("unknown", 0, "not a format of these parsers"))
                : shipped.apply(document).stream()
                        .map(parsed -> parsed instanceof Parsed.Accepted accepted
                                ? new Parsed.Accepted(older(accepted.article()))
                                : parsed)
                        .toList();
    }

    private static Article older(Article article) {
        if (article.getArticleId().equals(TYPHOON)) {
            article.setHeadline("Old reading of " + article.getHeadline());
            article.setContentHash(ContentHash.of(article));
        }
        if (article.getArticleId().equals(TYPHOON) || article.getArticleId().equals(MALARIA)) {
            article.getOrder().setParser(article.getOrder().getParser() - 1);
        }
        return article;
    }

    private List<Map<String, String>> rows() throws SQLException {
        return store.rows("SELECT article_id, revision, state, version, content_hash, enriched_at, stored_at"
                + " FROM dateline.article ORDER BY article_id");
    }

    private Map<String, String> revisions() throws SQLException {
        Map<String, String> revisions = new TreeMap<>();
        rows().forEach(row -> revisions.put(row.get("article_id"), row.get("revision")));
        return revisions;
    }

    /** Articles that have exactly one revision more. */
    private static List<String> changed(Map<String, String> before, Map<String, String> after) {
        return before.keySet().stream()
                .filter(id -> !before.get(id).equals(after.get(id)))
                .peek(id -> assertThat(Long.parseLong(after.get(id))).isEqualTo(Long.parseLong(before.get(id)) + 1))
                .collect(Collectors.toList());
    }
}
