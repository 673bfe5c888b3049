package dev.dateline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.app.command.CommandRun;
import dev.dateline.app.command.Wires;
import dev.dateline.app.pipeline.Pipeline;
import dev.dateline.app.settings.Settings;
import dev.dateline.model.ArticleState;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Ruling;
import dev.dateline.model.RulingKind;
import dev.dateline.model.Takedown;
import dev.dateline.model.Topic;
import dev.dateline.model.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills are watched and lifted, and an article is erased, by command. */
class OrdersIT {
    private static final String CHEESE = "meridian/urn:newsml:meridian.example:20261013:MRD0204";
    private static final String ICE_CORE = "meridian/urn:newsml:meridian.example:20260917:MRD0058";
    private static final String ICE_CORE_FILE = "meridian/015-argentina-ice-core.xml";
    private static final String PORT = "northpoint/urn:test:1";
    private static final String HARBOUR = "northpoint/urn:test:2";
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Instant LATER = Instant.parse("2036-01-01T00:00:00Z");

    @TempDir
    private Path directory;

    private Settings settings;
    private Records records;
    private Store store;

    @Test
    void killsAreWatchedAndLiftedAndAnArticleIsErased() throws Exception {
        try (Stack stack = Stack.start(System.getProperty("stack", "auto"), directory.resolve("data"))) {
            Wire wire = new Wire(directory.resolve("wire"), List.of("meridian", "northpoint"));
            settings = stack.prepare(directory.resolve("data"), wire.settings());
            records = new Records(settings);
            store = new Store(settings);
            for (String file : List.of(
                    "meridian/002-kill-italy-cheese-recall-v2.xml",
                    "meridian/012-italy-cheese-recall-v1.xml",
                    ICE_CORE_FILE)) {
                wire.deliver(file, Wire.sample(file));
            }
            String two = Wires.article(1, "The port opens", "Ships.", "04000000", null) + ","
                    + Wires.article(2, "The harbour closes", "Boats.", "04000000", null);
            wire.deliver("northpoint/two.json", ("[" + two + "]").getBytes(StandardCharsets.UTF_8));
            try (Pipeline pipeline =
                    Pipeline.start(settings, EnumSet.allOf(Pipeline.Stage.class), InstantSource.system(), true)) {
                pipeline.awaitRunning(() -> false);
                Drained.await(settings, pipeline);
                killsThatASinkHasNotConfirmedComeFirst();
                onlyAKillIsLifted();
                theKillIsLiftedAndItsDocumentsAreSentAgain();
                Drained.await(settings, pipeline);
                theTextIsBack();
                whatHoldsOthersIsNotErasedUnasked();
                anArticleIsErased();
                wire.deliver(ICE_CORE_FILE, Wire.sample(ICE_CORE_FILE));
                Drained.await(settings, pipeline);
                whatComesAgainIsNotTaken();
            }
            whatIsErasedStaysErased();
            whenRetentionHasTakenTheRestNothingRemains();
        }
    }

    private void killsThatASinkHasNotConfirmedComeFirst() throws Exception {
        EnrichedArticle kill = records.current().get(CHEESE);
        assertThat(kill.getState()).isEqualTo(ArticleState.KILLED);
        records.put(Topics.TAKEDOWNS, ICE_CORE + "@sink-other", new Takedown(ICE_CORE, "sink-other", 1L, LATER, LATER));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(run(0, "takedowns").out()).contains("confirmed"));

        List<String> all = run(0, "takedowns").out().lines().toList();
        assertThat(all.get(1)).startsWith("PENDING").contains("sink-other", CHEESE);
        assertThat(all.get(2)).startsWith("confirmed").contains("sink-postgres", CHEESE);
        CommandRun pending = run(1, "takedowns", "--pending", "--json");
        assertThat(pending.out().lines()).singleElement().asString().contains("\"sink\":\"sink-other\"", CHEESE);

        records.put(Topics.TAKEDOWNS, CHEESE + "@sink-other", confirmed(kill, "sink-other"));
        assertThat(run(0, "takedowns", "--pending").err()).contains("Every kill is confirmed");
        assertThat(run(0, "takedowns").out()).contains("2.5 s").doesNotContain("PENDING");
        assertThat(run(0, "takedowns", "--since", "2036-01-01").out()).isEmpty();

        Takedown ofFormerKill = confirmed(kill, "sink-other");
        ofFormerKill.setRevision(kill.getRevision() - 1);
        ofFormerKill.setRemovedAt(LATER);
        records.put(Topics.TAKEDOWNS, CHEESE + "@sink-other", ofFormerKill);
        assertThat(run(1, "takedowns", "--pending").out()).contains("sink-other", CHEESE);
    }

    private void onlyAKillIsLifted() {
        assertThat(run(1, "reinstate", "meridian/none", "--reason", "error").err())
                .contains("there is no article meridian/none in wire.articles.enriched.v1");
        assertThat(run(1, "reinstate", ICE_CORE, "--reason", "error").err())
                .contains(ICE_CORE + " is not killed but current (revision 1)");
        assertThat(rulings()).isEmpty();
    }

    private void theKillIsLiftedAndItsDocumentsAreSentAgain() throws Exception {
        EnrichedArticle kill = records.current().get(CHEESE);

        CommandRun run = run(0, "reinstate", CHEESE, "--reason", "sent in error");

        assertThat(run.err())
                .contains("Reinstated " + CHEESE + " by order of desk: the kill is lifted; sent again: 2 documents that"
                        + " held it.");
        assertThat(rulings()).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(CHEESE);
            assertThat(record.value())
                    .isEqualTo(new Ruling(
                            CHEESE, RulingKind.REINSTATE, "desk", "sent in error", Instant.EPOCH, kill.getArticle()));
        });
        assertThat(documents("012-italy-cheese-recall-v1.xml")).hasSize(2);
        assertThat(documents("002-kill-italy-cheese-recall-v2.xml")).hasSize(2);
        assertThat(documents("015-argentina-ice-core.xml")).hasSize(1);
    }

    private void theTextIsBack() {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(records.current().get(CHEESE).getState()).isEqualTo(ArticleState.CURRENT);
            assertThat(store.article("article", CHEESE).get(0))
                    .containsEntry("state", "CURRENT")
                    .extractingByKey("body")
                    .isNotNull();
        });
        assertThat(run(1, "reinstate", CHEESE, "--reason", "again").err())
                .contains(CHEESE + " is not killed but current");
        assertThat(run(0, "takedowns").err()).contains("No article is killed.");
    }

    private void whatHoldsOthersIsNotErasedUnasked() throws Exception {
        int before = rulings().size();

        CommandRun run = run(1, "erase", PORT, "--reason", "court order");

        assertThat(run.err()).contains("document northpoint/two.json@", "also holds " + HARBOUR, "--yes");
        assertThat(run(1, "erase", "northpoint/none", "--reason", "court order").err())
                .contains("nothing is known of an article northpoint/none");
        assertThat(rulings()).hasSize(before);
        assertThat(wire("northpoint/done/two.json")).exists();

        assertThat(run(1, "erase", PORT, "--reason", "court order", "--yes", "--wait", "0")
                        .out())
                .contains("two.json  1 file");
        assertThat(wire("northpoint/done/two.json")).doesNotExist();
        assertThat(documents("two.json"))
                .last()
                .extracting(ConsumerRecord::value)
                .isNull();
    }

    private void anArticleIsErased() throws Exception {
        CommandRun run = run(1, "erase", ICE_CORE, "--reason", "court order", "--by", "legal", "--wait", "0");

        assertThat(rulings().stream().filter(record -> record.key().equals(ICE_CORE)))
                .singleElement()
                .extracting(ConsumerRecord::value)
                .isEqualTo(new Ruling(ICE_CORE, RulingKind.ERASE, "legal", "court order", Instant.EPOCH, null));
        assertThat(documents("015-argentina-ice-core.xml"))
                .last()
                .extracting(ConsumerRecord::value)
                .isNull();
        assertThat(wire("meridian/done/015-argentina-ice-core.xml")).doesNotExist();
        assertThat(wire("meridian/done/012-italy-cheese-recall-v1.xml")).exists();
        assertThat(row(run, "wire.documents.v1")).contains("1 document ", "tombstones");
        assertThat(row(run, "wire.articles.v1")).contains("1 record ", "REMAINS: until 20");
        assertThat(row(run, "sink-other")).contains("REMAINS: not confirmed yet");
        assertThat(run.err())
                .contains("kafka-delete-records", "{\"topic\":\"wire.articles.v1\",\"partition\":")
                .contains("places with something of it");
    }

    private void whatComesAgainIsNotTaken() throws Exception {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(store.article("article", ICE_CORE)).isEmpty();
            assertThat(store.article("article_version", ICE_CORE)).isEmpty();
            assertThat(run(1, "erase", ICE_CORE, "--reason", "court order", "--wait", "0")
                            .out())
                    .containsPattern("(?m)^sink-postgres +confirmed 20");
        });
        assertThat(wire("meridian/done/015-argentina-ice-core.xml")).doesNotExist();
        assertThat(run(
                                0,
                                "where",
                                ICE_CORE,
                                "--set",
                                "postgres.url=" + settings.postgresUrl(),
                                "--set",
                                "postgres.user=" + settings.postgresUser(),
                                "--set",
                                "postgres.password=" + settings.postgresPassword())
                        .out())
                .contains("(no text)", "no row in PostgreSQL", "erased");
    }

    private void whatIsErasedStaysErased() throws Exception {
        String document = documents("015-argentina-ice-core.xml").get(0).key();

        CommandRun run = run(1, "replay", "documents", "--document", document);

        assertThat(run.out()).startsWith("0 documents sent");
        assertThat(run.err()).contains("no document in wire.documents.v1 is or holds " + document);
    }

    private void whenRetentionHasTakenTheRestNothingRemains() throws Exception {
        records.put(
                Topics.TAKEDOWNS, ICE_CORE + "@sink-other", new Takedown(ICE_CORE, "sink-other", null, null, LATER));
        deleteAll(Topics.ARTICLES);

        CommandRun run = run(0, "erase", ICE_CORE, "--reason", "court order", "--wait", "5");

        assertThat(run.err()).contains("Nothing of it remains.");
        assertThat(row(run, "sink-other")).contains("confirmed 2036-01-01T00:00:00Z");
        assertThat(row(run, "wire.articles.enriched.v1")).contains("none, or a tombstone");
        assertThat(row(run, "wire.articles.public.v1")).contains("none, or a tombstone");
    }

    private static Takedown confirmed(EnrichedArticle kill, String sink) {
        Instant at = kill.getEnrichedAt();
        return new Takedown(kill.getArticleId(), sink, kill.getRevision(), at, at.plusMillis(2_500));
    }

    private static String row(CommandRun run, String place) {
        return run.out().lines().filter(line -> line.startsWith(place + " ")).collect(Collectors.joining("\n"));
    }

    private Path wire(String path) {
        Path file = directory.resolve("wire").resolve(path);
        assertThat(Files.isDirectory(file.getParent())).isTrue();
        return file;
    }

    private CommandRun run(int exit, String... line) {
        List<String> arguments = new ArrayList<>(List.of(line));
        settings.sources().forEach(source -> source.config()
                .forEach((key, value) ->
                        arguments.addAll(List.of("--set", "source." + source.name() + "." + key + "=" + value))));
        arguments.addAll(List.of(
                "--bootstrap-servers", settings.bootstrapServers(), "--schema-registry-url", settings.registryUrl()));
        CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(exit);
        return run;
    }

    private List<ConsumerRecord<String, byte[]>> documents(String file) {
        return records.bytes(Topics.DOCUMENTS, "read_committed").stream()
                .filter(record -> record.key().contains("/" + file + "@"))
                .toList();
    }

    private List<ConsumerRecord<String, Ruling>> rulings() {
        try (Serde<Ruling> serde = AvroSerdes.values(settings.registry())) {
            return records.read(Topics.RULINGS, "read_committed", serde.deserializer());
        }
    }

    private void deleteAll(Topic topic) throws Exception {
        try (Admin admin = Admin.create(new HashMap<>(settings.kafka()))) {
            Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
            for (int partition = 0; partition < settings.partitions(); partition++) {
                all.put(new TopicPartition(topic.name(), partition), RecordsToDelete.beforeOffset(-1));
            }
            admin.deleteRecords(all).all().get();
        }
    }
}
