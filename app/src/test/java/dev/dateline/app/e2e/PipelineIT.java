package dev.dateline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.app.pipeline.Pipeline;
import dev.dateline.app.pipeline.TopicAdmin;
import dev.dateline.app.settings.Settings;
import dev.dateline.model.ArticleState;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Outcome;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Stage;
import dev.dateline.model.Topic;
import dev.dateline.model.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A small wire goes through the whole pipeline; then stores and topics are asked what became of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipelineIT {
    private static final String COMMITTED = "read_committed";
    private static final String UNCOMMITTED = "read_uncommitted";
    private static final Duration SOON = Duration.ofMinutes(3);

    private static final String TYPHOON = "meridian/urn:newsml:meridian.example:20261005:MRD0117";
    private static final String CHEESE = "meridian/urn:newsml:meridian.example:20261013:MRD0204";
    private static final String ICE_CORE = "meridian/urn:newsml:meridian.example:20260917:MRD0058";
    private static final String MALARIA = "northpoint/urn:newsml:northpoint.example:20261022:NP0587";

    private static final List<String> SAMPLES = List.of(
            "meridian/001-philippines-typhoon-v2.xml",
            "meridian/002-kill-italy-cheese-recall-v2.xml",
            "meridian/007-philippines-typhoon-v1.xml",
            "meridian/010-philippines-typhoon-v3.xml",
            "meridian/012-italy-cheese-recall-v1.xml",
            "meridian/015-argentina-ice-core.xml",
            "meridian/018-argentina-ice-core-resent.xml",
            "northpoint/003-embargoed-ghana-malaria-spray.json",
            "herald/001-senegal-fishing-nets.txt");
    private static final String BROKEN = "meridian/099-cut-off.xml";

    @TempDir
    static Path directory;

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private Wire wire;
    private Stack stack;
    private Settings settings;
    private Pipeline pipeline;
    private Store store;
    private Records records;

    @BeforeAll
    void sendTheWireThrough() throws Exception {
        for (String sample : SAMPLES) {
            files.put(sample, Wire.sample(sample));
        }
        byte[] whole = Wire.sample("meridian/004-colombia-ceasefire.xml");
        files.put(BROKEN, Arrays.copyOf(whole, whole.length / 2));

        stack = Stack.start(System.getProperty("stack", "auto"), directory.resolve("data"));
        wire = new Wire(directory.resolve("wire"), List.of("meridian", "northpoint", "herald"));
        settings = stack.prepare(directory.resolve("data"), wire.settings());
        store = new Store(settings);
        records = new Records(settings);
        try (TopicAdmin topics = new TopicAdmin(settings)) {
            assertThat(topics.verify()).isEmpty();
        }
        deliverAndAwait();
    }

    @AfterAll
    void stop() throws IOException {
        if (pipeline != null) {
            pipeline.close();
        }
        if (stack != null) {
            stack.close();
        }
    }

    private void deliverAndAwait() throws Exception {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            wire.deliver(file.getKey(), file.getValue());
        }
        pipeline = Pipeline.start(settings, EnumSet.allOf(Pipeline.Stage.class), InstantSource.system(), true);
        pipeline.awaitRunning(() -> false);
        Drained.await(settings, pipeline);
    }

    @Test
    void everyFileIsAcceptedOrRejectedAndKept() {
        assertThat(files.keySet()).allSatisfy(file -> {
            Path path = Path.of(file);
            assertThat(directory
                            .resolve("wire")
                            .resolve(path.getParent())
                            .resolve("done")
                            .resolve(path.getFileName()))
                    .exists();
            assertThat(events(Stage.PARSE, file))
                    .extracting(PipelineEvent::getOutcome)
                    .containsOnly(file.equals(BROKEN) ? Outcome.REJECTED : Outcome.PARSED);
        });
    }

    @Test
    void newestVersionWinsWhateverTheOrderOfArrival() throws Exception {
        List<Map<String, String>> rows = store.article("article", TYPHOON);
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0)).containsEntry("version", "3").containsEntry("state", "CURRENT");
        assertThat(rows.get(0).get("body")).isNotBlank();

        EnrichedArticle enriched = last(Topics.ENRICHED, TYPHOON);
        assertThat(enriched.getArticle().getVersion()).isEqualTo("3");
        assertThat(Long.toString(enriched.getRevision())).isEqualTo(rows.get(0).get("revision"));
        assertThat(last(Topics.PUBLIC_ARTICLES, TYPHOON).getArticle().getVersion())
                .isEqualTo("3");
    }

    @Test
    void articleIsTaggedWithItsCountryAndTopic() throws Exception {
        assertThat(store.rows(
                        "SELECT scheme, code FROM dateline.article_tag WHERE article_id = ? AND score >= 0.5", TYPHOON))
                .contains(Map.of("scheme", "country", "code", "PH"), Map.of("scheme", "medtop", "code", "03000000"));
    }

    @Test
    void killRemovesTheTextAndKeepsARowThatSaysSo() throws Exception {
        List<Map<String, String>> rows = store.article("article", CHEESE);
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0))
                .containsEntry("state", "KILLED")
                .containsEntry("publishable", "f")
                .containsEntry("headline", null)
                .containsEntry("body", null);
        assertThat(store.article("public_article", CHEESE)).isEmpty();

        EnrichedArticle enriched = last(Topics.ENRICHED, CHEESE);
        assertThat(enriched.getState()).isEqualTo(ArticleState.KILLED);
        assertThat(enriched.getArticle().getBody()).isEmpty();
        assertThat(of(Topics.PUBLIC_ARTICLES, CHEESE))
                .allSatisfy(article -> assertThat(article.getPublishable()).isFalse());
    }

    @Test
    void embargoedArticleIsStoredButNotPublic() throws Exception {
        assertThat(store.article("article", MALARIA)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("state", "EMBARGOED")
                .containsEntry("publishable", "f")
                .extractingByKey("body")
                .isNotNull());
        assertThat(store.article("public_article", MALARIA)).isEmpty();
        assertThat(of(Topics.PUBLIC_ARTICLES, MALARIA))
                .allSatisfy(
                        article -> assertThat(article.getArticle().getBody()).isEmpty());
    }

    @Test
    void repeatMakesNoSecondRevision() throws Exception {
        assertThat(store.article("article", ICE_CORE)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("revision", "1"));
        assertThat(of(Topics.ENRICHED, ICE_CORE)).hasSize(1);
        assertThat(values(Topics.EVENTS, PipelineEvent.class))
                .filteredOn(event -> ICE_CORE.equals(event.getArticleId()) && event.getStage() == Stage.GATE)
                .extracting(PipelineEvent::getOutcome)
                .contains(Outcome.CURRENT, Outcome.REPEAT);
    }

    @Test
    void brokenFileIsADeadLetterWithItsBytesAndTheReason() {
        List<ConsumerRecord<String, byte[]>> letters = records.bytes(Topics.INGEST_DLQ, COMMITTED);
        assertThat(letters).isNotEmpty().allSatisfy(letter -> {
            assertThat(letter.value()).isEqualTo(files.get(BROKEN));
            assertThat(header(letter, "uri"))
                    .isEqualTo(Path.of(BROKEN).getFileName().toString());
            assertThat(header(letter, "__streams.errors.message")).isNotBlank();
        });
    }

    @Test
    void recordsOfAnAbortedTransactionNeverReachTheStore() throws Exception {
        EnrichedArticle aborted = renamed("meridian/aborted");
        EnrichedArticle committed = renamed("meridian/committed");
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put("transactional.id", "aborts");
        try (Serde<EnrichedArticle> serde = AvroSerdes.values(settings.registry());
                KafkaProducer<String, EnrichedArticle> producer =
                        new KafkaProducer<>(properties, new StringSerializer(), serde.serializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(onFirstPartition(aborted)).get();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(onFirstPartition(committed)).get();
            producer.commitTransaction();
        }

        assertThat(records.bytes(Topics.ENRICHED, UNCOMMITTED))
                .as("the aborted record is in the log")
                .anyMatch(record -> record.key().equals(aborted.getArticleId()));
        // Both lie in one partition: once the second is stored, the first has been passed by.
        await().atMost(SOON).untilAsserted(() -> assertThat(store.article("article", committed.getArticleId()))
                .hasSize(1));
        assertThat(store.article("article", aborted.getArticleId())).isEmpty();
    }

    @Test
    void secondRunOverTheSameFilesChangesNoRevision() throws Exception {
        List<Map<String, String>> before = revisions();
        int published = records.bytes(Topics.ENRICHED, COMMITTED).size();
        int parsed = records.bytes(Topics.ARTICLES, COMMITTED).size();

        pipeline.close();
        deliverAndAwait();

        assertThat(records.bytes(Topics.ARTICLES, COMMITTED))
                .as("the files were read again")
                .hasSizeGreaterThan(parsed);
        assertThat(revisions()).isEqualTo(before);
        assertThat(records.bytes(Topics.ENRICHED, COMMITTED)).hasSize(published);
    }

    private List<Map<String, String>> revisions() throws SQLException {
        String samples = " WHERE article_id NOT IN ('meridian/aborted', 'meridian/committed')";
        return store.rows("SELECT article_id, revision, state, version, content_hash, enriched_at, stored_at"
                + " FROM dateline.article" + samples + " ORDER BY article_id");
    }

    private EnrichedArticle renamed(String articleId) {
        EnrichedArticle copy = EnrichedArticle.newBuilder(last(Topics.ENRICHED, TYPHOON))
                .setArticleId(articleId)
                .build();
        copy.getArticle().setArticleId(articleId);
        return copy;
    }

    private static ProducerRecord<String, EnrichedArticle> onFirstPartition(EnrichedArticle article) {
        return new ProducerRecord<>(Topics.ENRICHED.name(), 0, article.getArticleId(), article);
    }

    private List<PipelineEvent> events(Stage stage, String file) {
        String uri = Path.of(file).getFileName().toString();
        String source = Path.of(file).getParent().toString();
        return values(Topics.EVENTS, PipelineEvent.class).stream()
                .filter(event -> event.getStage() == stage && uri.equals(event.getUri()))
                .filter(event -> event.getDocumentId().startsWith(source + "/"))
                .toList();
    }

    private EnrichedArticle last(Topic topic, String articleId) {
        List<EnrichedArticle> versions = of(topic, articleId);
        assertThat(versions).as("records of %s in %s", articleId, topic.name()).isNotEmpty();
        return versions.get(versions.size() - 1);
    }

    private List<EnrichedArticle> of(Topic topic, String articleId) {
        return values(topic, EnrichedArticle.class).stream()
                .filter(article -> article.getArticleId().equals(articleId))
                .toList();
    }

    private <V extends SpecificRecord> List<V> values(Topic topic, Class<V> type) {
        try (Serde<V> serde = AvroSerdes.values(settings.registry())) {
            return records.read(topic, COMMITTED, serde.deserializer()).stream()
                    .map(ConsumerRecord::value)
                    .map(type::cast)
                    .toList();
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
