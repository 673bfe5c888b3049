package dev.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Outcome;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Stage;
import dev.dateline.model.Takedown;
import dev.dateline.model.Topics;
import dev.dateline.sink.postgres.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresSinkTaskTest {
    private static final Instant NOW = Instant.parse("2026-10-12T09:31:00Z");

    private final String schema = TestPostgres.newSchema();
    private final FakeContext context = new FakeContext();
    private final PostgresSinkTask task = new PostgresSinkTask(() -> NOW);
    private Records records;

    @BeforeEach
    void registry() throws Exception {
        records = new Records(schema);
    }

    @AfterEach
    void stop() {
        task.stop();
        records.close();
    }

    @Test
    void articlesArriveInTheDatabase() throws Exception {
        start(Map.of());
        task.put(List.of(records.of(Articles.current("w/1", 1)), records.of(Articles.killed("w/2", 4))));

        assertThat(stored()).containsExactly("w/1 1 CURRENT", "w/2 4 KILLED");
        assertThat(context.deadLetters).isEmpty();
    }

    @Test
    void revisionsOutOfOrderEndWithTheGreatest() throws Exception {
        start(Map.of());
        task.put(List.of(
                records.of(Articles.current("w/1", 3)),
                records.of(Articles.current("w/1", 2)),
                records.of(Articles.killed("w/2", 9))));
        task.put(List.of(records.of(Articles.current("w/1", 1)), records.of(Articles.current("w/2", 8))));

        assertThat(stored()).containsExactly("w/1 3 CURRENT", "w/2 9 KILLED");
    }

    @Test
    void badBytesBecomeDeadLettersWithTheReasonAndTheRestIsStored() throws Exception {
        records.register(Topics.ENRICHED, Topics.EVENTS);
        byte[] good = records.bytes(Articles.current("w/9", 1));
        byte[] event = records.bytes(event());
        // The first field is a string; five bytes of zigzag varint give it a length of 1.6 GB.
        byte[] huge = Arrays.copyOf(good, 10);
        System.arraycopy(new byte[] {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0B}, 0, huge, 5, 5);
        List<SinkRecord> bad = List.of(
                records.of("text", "not Avro at all".getBytes(StandardCharsets.UTF_8)),
                records.of("empty", new byte[0]),
                records.of("short", new byte[] {0, 0}),
                records.of("cut", Arrays.copyOf(good, good.length / 2)),
                records.of("no such schema", new byte[] {0, 0x7F, 0, 0, 1, 2, 3}),
                records.of("event", event),
                records.of("asks for 1.6 GB", huge));
        List<SinkRecord> batch = new ArrayList<>(bad);
        batch.add(0, records.of(Articles.current("w/1", 1)));
        batch.add(5, records.of(Articles.current("w/2", 1)));
        start(Map.of());

        task.put(batch);

        assertThat(stored()).containsExactly("w/1 1 CURRENT", "w/2 1 CURRENT");
        assertThat(context.deadLetters)
                .extracting(FakeContext.DeadLetter::record)
                .containsExactlyElementsOf(bad);
        assertThat(context.deadLetters).allSatisfy(letter -> assertThat(letter.reason())
                .hasMessageContaining(letter.record().key().toString())
                .hasMessageContaining(
                        "wire.articles.enriched.v1-3@" + letter.record().kafkaOffset()));
        assertThat(reason("text")).contains("Unknown magic byte");
        assertThat(reason("no such schema")).contains("2130706433");
        assertThat(reason("event")).contains("its value is dev.dateline.model.PipelineEvent");
    }

    @Test
    void whatTheStoreRefusesBecomesADeadLetterWithItsReason() throws Exception {
        start(Map.of());
        SinkRecord refused = records.of(Articles.current("w/2", 0));
        task.put(List.of(records.of(Articles.current("w/1", 1)), refused, records.of(Articles.current("w/3", 1))));

        assertThat(stored()).containsExactly("w/1 1 CURRENT", "w/3 1 CURRENT");
        assertThat(context.deadLetters).singleElement().satisfies(letter -> {
            assertThat(letter.record()).isSameAs(refused);
            assertThat(letter.reason())
                    .hasMessageContainingAll("w/2", "article_revision_check")
                    .hasMessageNotContainingAny("River port", "INSERT");
        });
    }

    @Test
    void aDeadLetterThatCannotBeWrittenStopsTheTask() {
        start(Map.of());
        context.failReports(new IllegalStateException("topic is gone"));

        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> task.put(List.of(records.of("bad", new byte[] {1}))))
                .withMessageContaining("topic is gone");
    }

    @Test
    void aRecordWithoutAValueErasesItsArticle() throws Exception {
        start(Map.of());
        task.put(List.of(records.of(Articles.current("w/1", 1)), records.of(Articles.current("w/2", 1))));
        List<SinkRecord> batch =
                List.of(records.of(Articles.current("w/1", 2)), records.of("w/1", null), records.of("w/3", null));
        task.put(batch);
        task.put(batch);

        assertThat(stored()).containsExactly("w/2 1 CURRENT");
        assertThat(context.deadLetters).isEmpty();
        assertThat(takedowns())
                .containsExactly(
                        new Takedown("w/1", schema, null, null, NOW),
                        new Takedown("w/3", schema, null, null, NOW),
                        new Takedown("w/1", schema, null, null, NOW),
                        new Takedown("w/3", schema, null, null, NOW));
    }

    @Test
    void aRecordWithNeitherKeyNorValueIsADeadLetter() {
        start(Map.of());
        SinkRecord nothing = records.of(null, null);
        task.put(List.of(nothing));

        assertThat(context.deadLetters)
                .extracting(FakeContext.DeadLetter::record)
                .containsExactly(nothing);
    }

    @Test
    void killsAreConfirmedOnceStoredUnderTheNameOfTheSink() throws Exception {
        start(Map.of());
        EnrichedArticle kill = Articles.killed("w/1", 2);
        EnrichedArticle refused = Articles.killed("w/4", 0);
        task.put(List.of(
                records.of(Articles.current("w/1", 1)),
                records.of(kill),
                records.of(Articles.current("w/2", 1)),
                records.of(Articles.killed("w/3", 1)),
                records.of(Articles.current("w/3", 2)),
                records.of(refused)));

        assertThat(takedowns()).containsExactly(new Takedown("w/1", schema, 2L, kill.getEnrichedAt(), NOW));
        assertThat(takedownKeys()).containsExactly("w/1@" + schema);
        assertThat(context.deadLetters).hasSize(1);
    }

    @Test
    void aKillThatALaterRevisionLiftedIsNotConfirmedWhenItIsReplayed() throws Exception {
        start(Map.of());
        task.put(List.of(records.of(Articles.current("w/1", 3))));
        task.put(List.of(records.of(Articles.killed("w/1", 2))));

        assertThat(takedowns()).isEmpty();
    }

    @Test
    void aKillThatCannotBeConfirmedIsPutAgain() throws Exception {
        start(Map.of(
                "takedowns.bootstrap.servers",
                "127.0.0.1:" + TestKafka.freePort(),
                "takedowns.producer.max.block.ms",
                "300"));
        List<SinkRecord> batch = List.of(records.of("bad", new byte[] {1}), records.of(Articles.killed("w/1", 1)));

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatExceptionOfType(RetriableException.class)
                    .isThrownBy(() -> task.put(batch))
                    .withMessageContainingAll("takedowns cannot be confirmed", "takedowns.*")
                    .withMessageNotContaining("\n");
        }
        assertThat(stored()).containsExactly("w/1 1 KILLED");
        assertThat(context.deadLetters).isEmpty();
        task.stop();
        start(Map.of());
        task.put(batch);

        assertThat(takedownKeys()).containsExactly("w/1@" + schema);
        assertThat(context.deadLetters).hasSize(1);
    }

    @Test
    void aConverterThatIsNotForBytesStopsTheTask() {
        start(Map.of());

        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> task.put(List.of(records.of("w/1", "text"))))
                .withMessageContaining("value.converter=org.apache.kafka.connect.converters.ByteArrayConverter");
        assertThat(context.deadLetters).isEmpty();
    }

    @Test
    void aTaskWithoutDeadLetterQueueDoesNotStart() {
        task.initialize(new FakeContext(false));

        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> task.start(properties(TestPostgres.url(), Map.of())))
                .withMessageContainingAll("errors.tolerance=all", "errors.deadletterqueue.topic.name");
    }

    @Test
    void aRegistryInTroubleIsWaitedFor() throws Exception {
        HttpServer registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        registry.start();
        start(Map.of(
                "schema.registry.url",
                "http://127.0.0.1:" + registry.getAddress().getPort(),
                "schema.registry.max.retries",
                "0"));
        SinkRecord bad = records.of("bad", new byte[] {1});
        List<SinkRecord> batch = List.of(bad, records.of(Articles.current("w/1", 1)));

        assertThatExceptionOfType(RetriableException.class).isThrownBy(() -> task.put(batch));
        registry.stop(0);
        assertThatExceptionOfType(RetriableException.class)
                .isThrownBy(() -> task.put(batch))
                .withMessageContaining("schema registry is unavailable");

        assertThat(context.waits).containsExactly(10L, 20L);
        assertThat(context.deadLetters)
                .as("dead letters are reported once the rest is stored")
                .isEmpty();
    }

    @Test
    void aRegistryThatTurnsUsAwayStopsTheTask() throws Exception {
        HttpServer registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", exchange -> {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        registry.start();
        start(Map.of(
                "schema.registry.url",
                "http://127.0.0.1:" + registry.getAddress().getPort(),
                "schema.registry.max.retries",
                "0"));

        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> task.put(List.of(records.of(Articles.current("w/1", 1)))))
                .isNotInstanceOf(RetriableException.class)
                .withMessageContaining("schema.registry.*");
        registry.stop(0);
    }

    @Test
    void nothingIsLostWhenTheDatabaseGoesAndComesBack(@TempDir Path data) throws Exception {
        EmbeddedPostgres server = server(data, 0);
        int port = server.getPort();
        String url = server.getJdbcUrl("postgres", "postgres");
        server.close();
        task.initialize(context);
        task.start(properties(url, Map.of("connection.timeout.ms", "1000")));

        put("down at the start", List.of(records.of(Articles.current("w/0", 1))), false);
        server = server(data, port);
        try {
            List<List<SinkRecord>> batches = IntStream.range(0, 6)
                    .mapToObj(batch -> IntStream.range(0, 30)
                            .mapToObj(i -> Articles.current("w/" + (batch * 20 + i), batch + 1))
                            .map(records::of)
                            .toList())
                    .toList();
            put("up", batches.get(0), true);
            put("up", batches.get(1), true);
            server.close();
            put("down", batches.get(2), false);
            put("down", batches.get(2), false);
            server = server(data, port);
            for (List<SinkRecord> batch : batches.subList(2, 6)) {
                put("up again", batch, true);
            }

            assertThat(TestPostgres.query(
                            url, "SELECT count(*) AS articles, sum(revision) AS revisions FROM " + schema + ".article"))
                    .containsExactly(
                            Map.of("articles", 130L, "revisions", new BigDecimal(20 * (1 + 2 + 3 + 4 + 5) + 30 * 6)));
            assertThat(context.waits).isNotEmpty();
            assertThat(context.deadLetters).isEmpty();
        } finally {
            task.stop();
            server.close();
        }
    }

    /** As Connect does: the same records until the task takes them, or one attempt that must fail. */
    private void put(String when, List<SinkRecord> batch, boolean up) {
        if (up) {
            Awaitility.await(when)
                    .atMost(Duration.ofSeconds(20))
                    .ignoreExceptionsInstanceOf(RetriableException.class)
                    .untilAsserted(() -> task.put(batch));
        } else {
            assertThatExceptionOfType(RetriableException.class).as(when).isThrownBy(() -> task.put(batch));
        }
    }

    private static EmbeddedPostgres server(Path data, int port) throws Exception {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("pg"))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    private void start(Map<String, String> more) {
        task.initialize(context);
        task.start(properties(TestPostgres.url(), more));
    }

    private Map<String, String> properties(String url, Map<String, String> more) {
        Map<String, String> properties = PostgresSinkConfigTest.minimal();
        properties.put("connection.url", url.replaceAll("[?].*", ""));
        properties.put("connection.user", "postgres");
        properties.put("connection.schema", schema);
        properties.put("name", schema);
        properties.put("takedowns.bootstrap.servers", TestKafka.address());
        properties.put("retry.backoff.ms", "10");
        properties.putAll(records.registry);
        properties.putAll(more);
        return properties;
    }

    private List<String> stored() throws SQLException {
        return TestPostgres.query("SELECT article_id || ' ' || revision || ' ' || state AS a FROM " + schema
                        + ".article ORDER BY article_id")
                .stream()
                .map(row -> (String) row.get("a"))
                .toList();
    }

    private List<Takedown> takedowns() {
        return confirmed().stream().map(ConsumerRecord::value).toList();
    }

    private List<String> takedownKeys() {
        return confirmed().stream().map(ConsumerRecord::key).toList();
    }

    /** What this test's sink has confirmed; all tests share the topic. */
    private List<ConsumerRecord<String, Takedown>> confirmed() {
        TopicPartition partition = new TopicPartition(Topics.TAKEDOWNS.name(), 0);
        try (Serde<Takedown> serde = AvroSerdes.values(records.registry);
                KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", TestKafka.address()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<ConsumerRecord<String, Takedown>> confirmed = new ArrayList<>();
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.key().endsWith("@" + schema)) {
                        Takedown takedown = serde.deserializer().deserialize(record.topic(), record.value());
                        confirmed.add(new ConsumerRecord<>(
                                record.topic(), record.partition(), record.offset(), record.key(), takedown));
                    }
                }
            }
            return confirmed;
        }
    }

    private String reason(String key) {
        return context.deadLetters.stream()
                .filter(letter -> letter.record().key().equals(key))
                .findFirst()
                .orElseThrow()
                .reason()
                .getMessage();
    }

    private static PipelineEvent event() {
        return new PipelineEvent(
                "d", null, "p/1", "2", 3L, Stage.GATE, Outcome.CURRENT, null, Instant.ofEpochMilli(1_000));
    }
}
