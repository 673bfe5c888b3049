package dev.dateline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dateline.app.command.CommandRun;
import dev.dateline.app.pipeline.Pipeline;
import dev.dateline.app.settings.Settings;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Takedown;
import dev.dateline.model.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A small wire is stored, the pipeline stands still, and single articles are looked up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhereIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TYPHOON = "meridian/urn:newsml:meridian.example:20261005:MRD0117";
    private static final String CHEESE = "meridian/urn:newsml:meridian.example:20261013:MRD0204";
    private static final String ICE_CORE = "meridian/urn:newsml:meridian.example:20260917:MRD0058";
    private static final String MALARIA = "northpoint/urn:newsml:northpoint.example:20261022:NP0587";

    @TempDir
    static Path directory;

    private Stack stack;
    private Settings settings;
    private Store store;

    @BeforeAll
    void storeTheWire() throws Exception {
        stack = Stack.start(System.getProperty("stack", "auto"), directory.resolve("data"));
        Wire wire = new Wire(directory.resolve("wire"), List.of("meridian", "northpoint"));
        settings = stack.prepare(directory.resolve("data"), wire.settings());
        store = new Store(settings);
        for (String file : List.of(
                "meridian/007-philippines-typhoon-v1.xml",
                "meridian/010-philippines-typhoon-v3.xml",
                "meridian/001-philippines-typhoon-v2.xml",
                "meridian/002-kill-italy-cheese-recall-v2.xml",
                "meridian/015-argentina-ice-core.xml",
                "northpoint/003-embargoed-ghana-malaria-spray.json")) {
            wire.deliver(file, Wire.sample(file));
        }
        try (Pipeline pipeline =
                Pipeline.start(settings, EnumSet.allOf(Pipeline.Stage.class), InstantSource.system(), true)) {
            pipeline.awaitRunning(() -> false);
            Drained.await(settings, pipeline);
        }
    }

    @AfterAll
    void stop() throws IOException {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void everyHopOfAnArticleIsTold() throws Exception {
        Map<String, String> row = store.article("article", TYPHOON).get(0);

        CommandRun run = where(0, TYPHOON);

        assertThat(run.out().lines().toList())
                .startsWith(row.get("headline"), TYPHOON)
                .anyMatch(line ->
                        line.startsWith("current, may be published; revision " + row.get("revision") + ", version 3"))
                .anyMatch(line -> line.equals("PostgreSQL has what the topic has"))
                .anyMatch(
                        line -> line.contains("received") && line.contains("meridian/010-philippines-typhoon-v3.xml@"))
                .anyMatch(line -> line.contains("parse") && line.contains("parsed, version 2"))
                .anyMatch(line -> line.contains("gate") && line.contains("current, version 3, now revision "))
                .anyMatch(line ->
                        line.contains("store") && line.contains("PostgreSQL has revision " + row.get("revision")))
                .anyMatch(line -> line.startsWith("country") && line.contains("PH Philippines "));
    }

    @Test
    void aProgramReadsTheSame() throws Exception {
        JsonNode found = JSON.readTree(where(0, TYPHOON, "--json").out());

        assertThat(found.path("articleId").asText()).isEqualTo(TYPHOON);
        assertThat(found.path("stored").path("state").asText()).isEqualTo("CURRENT");
        assertThat(found.path("topic").path("ahead").asBoolean()).isFalse();
        assertThat(found.path("topic").path("lookedAtAll").asBoolean()).isTrue();
        assertThat(found.path("events").findValuesAsText("outcome")).contains("PARSED", "CURRENT");
        assertThat(found.path("tags").findValuesAsText("code")).contains("PH");
        assertThat(found.path("takedowns")).isEmpty();
    }

    @Test
    void wordsOfAHeadlineFindIt() throws Exception {
        String headline = store.article("article", ICE_CORE).get(0).get("headline");
        String words = headline.substring(headline.indexOf(' ') + 1).toLowerCase(java.util.Locale.ROOT);

        assertThat(where(0, words.split(" ")).out()).contains(headline, ICE_CORE);
        assertThat(where(1, "100%").err())
                .contains("no article has the id, document, address, guid, link or headline '100%'");
        assertThat(where(0, MALARIA.substring(MALARIA.indexOf('/') + 1)).out())
                .contains(MALARIA, "not to be published: embargoed");
    }

    @Test
    void severalThatMatchAreListedToChooseFrom() throws Exception {
        CommandRun run = where(1, "e");

        assertThat(run.out()).contains("STATE", TYPHOON, ICE_CORE);
        assertThat(run.err()).contains("articles match 'e': give the id of one");
        assertThat(JSON.readTree(where(1, "e", "--json").out()).path("matches").findValuesAsText("articleId"))
                .contains(TYPHOON, ICE_CORE);
    }

    @Test
    void aKillIsShownWithWhatTheSinksSay() throws Exception {
        long revision = Long.parseLong(store.article("article", CHEESE).get(0).get("revision"));
        EnrichedArticle kill = new Records(settings).current().get(CHEESE);
        new Records(settings)
                .put(
                        Topics.TAKEDOWNS,
                        CHEESE + "@sink-other",
                        new Takedown(
                                CHEESE,
                                "sink-other",
                                revision,
                                kill.getEnrichedAt(),
                                kill.getEnrichedAt().plusSeconds(1)));
        new Records(settings)
                .put(
                        Topics.TAKEDOWNS,
                        "meridian/x@sink-slow",
                        new Takedown("meridian/x", "sink-slow", 1L, kill.getEnrichedAt(), kill.getEnrichedAt()));

        assertThat(where(0, CHEESE).out())
                .contains(
                        "(no text)",
                        "killed, not to be published: ",
                        "sink-other confirms that revision " + revision + " has no text",
                        "PENDING: sink-slow has not confirmed the takedown");
        JsonNode found = JSON.readTree(where(0, CHEESE, "--json").out());
        assertThat(found.path("takedowns").findValuesAsText("sink")).contains("sink-other");
        assertThat(found.path("pendingTakedowns").get(0).asText()).isNotEqualTo("sink-other");
    }

    @Test
    void aStoreThatIsBehindTheTopicIsTold() throws Exception {
        EnrichedArticle next = new Records(settings).current().get(MALARIA);
        next.setRevision(next.getRevision() + 1);
        new Records(settings).put(Topics.ENRICHED, MALARIA, next);

        assertThat(where(0, MALARIA).out())
                .contains("PostgreSQL is behind: the topic has revision " + next.getRevision() + ", embargoed;");

        new Records(settings).put(Topics.ENRICHED, MALARIA, null);

        assertThat(where(0, MALARIA).out()).contains("PostgreSQL is behind: the topic erased it;");
        assertThat(JSON.readTree(where(0, MALARIA, "--json").out())
                        .path("topic")
                        .path("ahead")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aBrokerThatIsAwayLeavesWhatTheStoreKnows() throws Exception {
        CommandRun run = where(
                0,
                ICE_CORE,
                "--set",
                "kafka.bootstrap.servers=127.0.0.1:1",
                "--set",
                "kafka.default.api.timeout.ms=500");

        assertThat(run.out()).contains(ICE_CORE, "PostgreSQL may be behind the topic: Kafka did not answer");
    }

    @Test
    void versionsAndEventsOfTheStoreAreReadByArticleDocumentAndAddress() throws Exception {
        sql("SELECT dateline.add_event_partition('2026-11-02T00:00:00Z')");
        sql(
                "CREATE TEMP TABLE one AS SELECT * FROM dateline.article WHERE article_id = '" + ICE_CORE + "';"
                        + " UPDATE one SET article_id = 'lakes/1', guid = '1', provider = 'lakes', headline = 'Lake & river',"
                        + " document_id = 'lakes/a.xml@1', links = '[{\"href\": \"https://lakes.example/1\"}]';"
                        + " INSERT INTO dateline.article SELECT * FROM one;"
                        + " INSERT INTO dateline.article_version (article_id, document_id, document_position, parser_version,"
                        + " version, order_number, order_time, order_sent, order_parser, pub_status, signal, received_at)"
                        + " VALUES ('lakes/1', 'lakes/a.xml@1', 0, 2, '1', 1, 0, 0, 2, 'USABLE', 'NEW', '2026-11-02T08:00:00Z'),"
                        + " ('lakes/1', 'lakes/b.xml@2', 0, 2, '2', 2, 0, 0, 2, 'USABLE', 'UPDATE', '2026-11-02T09:00:00Z');"
                        + " INSERT INTO dateline.event (at, kafka_partition, kafka_offset, article_id, document_id, uri, version,"
                        + " revision, stage, outcome, reason) VALUES"
                        + " ('2026-11-02T08:00:01Z', 9, 1, 'lakes/1', 'lakes/a.xml@1', 'a.xml', '1', NULL, 'PARSE', 'PARSED', NULL),"
                        + " ('2026-11-02T08:00:02Z', 9, 2, 'lakes/1', 'lakes/a.xml@1', 'a.xml', '1', 1, 'GATE', 'CURRENT', NULL),"
                        + " ('2026-11-02T09:00:02Z', 9, 3, 'lakes/1', 'lakes/b.xml@2', 'b.xml', '2', NULL, 'GATE', 'LATER_WORD',"
                        + " 'older than the version of revision 1'),"
                        + " ('2026-11-02T09:00:03Z', 9, 4, 'lakes/2', 'lakes/b.xml@2', 'b.xml', '1', 1, 'GATE', 'CURRENT', NULL)");

        List<String> byId = where(0, "lakes/1").out().lines().toList();
        assertThat(byId)
                .contains(
                        "2026-11-02 08:00:00.000  received  lakes/a.xml@1",
                        "2026-11-02 09:00:00.000  received  lakes/b.xml@2")
                .contains("2026-11-02 08:00:02.000  gate      current, version 1, now revision 1 (a.xml)")
                .contains(
                        "2026-11-02 09:00:02.000  gate      unknown, version 2: older than the version of revision 1 (b.xml)");
        assertThat(where(0, "lakes/a.xml@1").out().lines().toList()).isEqualTo(byId);
        assertThat(where(0, "https://lakes.example/1").out().lines().toList()).isEqualTo(byId);
        assertThat(where(0, "lake & river").out().lines().toList()).isEqualTo(byId);
        assertThat(where(1, "b.xml").out()).contains("lakes/1", "lakes/2");
        assertThat(where(0, "lakes/2").out()).contains("no row in PostgreSQL", "now revision 1");
        assertThat(JSON.readTree(where(0, "lakes/1", "--json").out())
                        .path("versions")
                        .findValuesAsText("signal"))
                .containsExactly("NEW", "UPDATE");
    }

    private void sql(String statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        settings.postgresUrl(), settings.postgresUser(), settings.postgresPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private CommandRun where(int exit, String... line) {
        List<String> arguments = new ArrayList<>(List.of(
                "where",
                "--set",
                "kafka.bootstrap.servers=" + settings.bootstrapServers(),
                "--schema-registry-url",
                settings.registryUrl(),
                "--set",
                "postgres.url=" + settings.postgresUrl(),
                "--set",
                "postgres.user=" + settings.postgresUser(),
                "--set",
                "postgres.password=" + settings.postgresPassword()));
        arguments.addAll(List.of(line));
        CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(exit);
        return run;
    }
}
