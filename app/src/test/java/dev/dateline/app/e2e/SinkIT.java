package dev.dateline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.app.pipeline.Pipeline;
import dev.dateline.app.settings.Settings;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Outcome;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Provenance;
import dev.dateline.model.Stage;
import dev.dateline.model.Takedown;
import dev.dateline.model.Topic;
import dev.dateline.model.Topics;
import dev.dateline.model.VersionOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The sink stage alone, in Connect, on the real parts: what comes in on topics, what is in PostgreSQL, what is confirmed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SinkIT {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Instant KILLED_AT = Instant.parse("2026-10-12T09:30:05.125Z");

    @TempDir
    static Path directory;

    private Stack stack;
    private Settings settings;
    private Pipeline pipeline;
    private Store store;
    private Serde<SpecificRecord> serde;
    private KafkaProducer<String, SpecificRecord> producer;

    @BeforeAll
    void start() throws Exception {
        stack = Stack.start(System.getProperty("stack", "auto"), directory.resolve("data"));
        settings = stack.prepare(directory.resolve("data"), Map.of());
        store = new Store(settings);
        serde = AvroSerdes.values(settings.registry());
        producer = new KafkaProducer<>(new HashMap<>(settings.kafka()), new StringSerializer(), serde.serializer());
        pipeline = Pipeline.start(settings, EnumSet.of(Pipeline.Stage.SINK), InstantSource.system(), false);
    }

    @AfterAll
    void stop() throws IOException {
        if (producer != null) {
            producer.close();
            serde.close();
        }
        if (pipeline != null) {
            pipeline.close();
        }
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void killTakesTextOutOfEveryTableAndIsConfirmed() throws Exception {
        String id = "desk/kill";
        send(Topics.ARTICLES, id, version(id));
        send(Topics.ENRICHED, id, article(id, 1, ArticleState.CURRENT));
        soon().untilAsserted(() -> {
            assertThat(store.rows("SELECT FROM dateline.article_version WHERE article_id = ? AND body IS NOT NULL", id))
                    .hasSize(1);
            assertThat(store.rows("SELECT FROM dateline.search_articles('flood', 'en') WHERE article_id = ?", id))
                    .hasSize(1);
        });

        send(Topics.ENRICHED, id, article(id, 2, ArticleState.KILLED));

        soon().untilAsserted(() -> assertThat(takedowns(id)).hasSize(1));
        ConsumerRecord<String, Takedown> confirmed = takedowns(id).get(0);
        assertThat(confirmed.key()).isEqualTo(id + "@sink-postgres");
        assertThat(confirmed.value().getSink()).isEqualTo("sink-postgres");
        assertThat(confirmed.value().getRevision()).isEqualTo(2);
        assertThat(confirmed.value().getKilledAt()).isEqualTo(KILLED_AT);
        assertThat(confirmed.value().getRemovedAt()).isAfter(KILLED_AT);
        assertThat(store.article("article", id).toString()).contains("KILLED").doesNotContain("Flood", "Water");
        assertThat(store.article("article_version", id)).hasSize(1);
        assertThat(store.article("article_version", id).toString()).doesNotContain("Flood", "Water");
        assertThat(store.article("article_search", id)).isEmpty();
    }

    @Test
    void erasureLeavesNothingButWhatBecameOfIt() throws Exception {
        String id = "desk/erased";
        send(Topics.ARTICLES, id, version(id));
        send(Topics.ENRICHED, id, article(id, 1, ArticleState.CURRENT));
        soon().untilAsserted(
                        () -> assertThat(store.article("article_version", id)).hasSize(1));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(store.article("article", id)).hasSize(1));

        send(Topics.ENRICHED, id, null);

        soon().untilAsserted(() -> assertThat(takedowns(id)).hasSize(1));
        assertThat(takedowns(id).get(0).value().getRevision()).isNull();
        assertThat(takedowns(id).get(0).value().getKilledAt()).isNull();
        for (String table : List.of("article", "article_version", "article_search", "quotes", "search_queue")) {
            assertThat(store.article(table, id)).as(table).isEmpty();
        }
        send(Topics.ARTICLES, id, version(id));
        send(Topics.ARTICLES, "desk/next", version("desk/next"));
        soon().untilAsserted(() ->
                assertThat(store.article("article_version", "desk/next")).hasSize(1));
        assertThat(store.article("article_version", id)).isEmpty();
    }

    @Test
    void eventsCanBeAskedFor() throws Exception {
        Instant at = InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
        send(
                Topics.EVENTS,
                "desk/event",
                new PipelineEvent(
                        "inbox/e@1",
                        "e.xml",
                        "desk/event",
                        "3",
                        4L,
                        Stage.GATE,
                        Outcome.STALE,
                        "older than revision 4",
                        at));

        soon().untilAsserted(
                        () -> assertThat(store.article("event", "desk/event")).hasSize(1));
        assertThat(store.rows("SELECT outcome, reason, revision FROM dateline.event WHERE uri = ?", "e.xml"))
                .containsExactly(Map.of("outcome", "STALE", "reason", "older than revision 4", "revision", "4"));
    }

    /** The sinks make their tables when they start to write. */
    private static ConditionFactory soon() {
        return await().atMost(SOON).ignoreExceptionsInstanceOf(SQLException.class);
    }

    private void send(Topic topic, String key, SpecificRecord value) throws Exception {
        producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
    }

    private List<ConsumerRecord<String, Takedown>> takedowns(String articleId) {
        try (Serde<Takedown> takedowns = AvroSerdes.values(settings.registry())) {
            return new Records(settings)
                    .read(Topics.TAKEDOWNS, "read_committed", takedowns.deserializer()).stream()
                            .filter(record -> record.value().getArticleId().equals(articleId))
                            .toList();
        }
    }

    private static EnrichedArticle article(String id, long revision, ArticleState state) {
        return EnrichedArticle.newBuilder()
                .setArticleId(id)
                .setRevision(revision)
                .setState(state)
                .setPublishable(state == ArticleState.CURRENT)
                .setArticle(version(id))
                .setEnrichedAt(KILLED_AT)
                .build();
    }

    private static Article version(String id) {
        return Article.newBuilder()
                .setArticleId(id)
                .setProvider("desk")
                .setSource("inbox")
                .setGuid(id)
                .setOrder(new VersionOrder(1L, 0L, 0L, 1))
                .setLanguage("en")
                .setHeadline("Flood")
                .setBody(List.of("Water."))
                .setReceivedAt(KILLED_AT)
                .setContentHash("c0ffee")
                .setProvenance(new Provenance("inbox/" + id, id, "ab12", "ninjs", null, 1, "desk", 1, 0))
                .build();
    }
}
