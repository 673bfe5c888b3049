package dev.dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.model.AvroSerdes;
import dev.dateline.model.Document;
import dev.dateline.model.Outcome;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Stage;
import dev.dateline.model.Topics;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FeedSourceTaskTest {
    private static final String SCOPE = "feed-source-task";

    private final LyingServer server = new LyingServer();
    private final TestClock clock = new TestClock();
    private final Map<Map<String, ?>, Map<String, ?>> offsets = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "name", "andes",
            "feeds", "andes " + server.url("/feed"),
            "allow.private", server.hostAndPort(),
            "poll.min.ms", "100",
            "poll.max.ms", "200",
            "host.pause.ms", "0"));
    private RunningTask task;

    @AfterEach
    void close() {
        if (task != null) {
            task.close();
        }
        server.close();
        MockSchemaRegistry.dropScope(SCOPE);
    }

    @Test
    void aRecordIsADocument() {
        server.answer("/feed", LyingServer.ok(Rss.of(1, 2), "Content-Type: application/rss+xml"));
        start();

        SourceRecord record = task.await(2).get(0);

        assertThat(record.topic()).isEqualTo("wire.documents.v1");
        assertThat(record.sourcePartition()).isEqualTo(Map.of("feed", server.url("/feed")));
        RecordHeaders headers = new RecordHeaders();
        record.headers()
                .forEach(header -> headers.add(
                        header.key(), header.value().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        Document document = Document.of(headers, (byte[]) record.value());
        assertThat(record.key()).isEqualTo(document.id());
        assertThat(document.uri()).isEqualTo(server.url("/feed") + "#item-1");
        assertThat(document.receivedAt()).isEqualTo(TestClock.START);
    }

    @Test
    void newItemsComeAsTheyAppearAndAfterARestartNoOthers() {
        server.answer("/feed", LyingServer.ok(Rss.of(1, 2)));
        start();
        task.await(2);
        server.answer("/feed", LyingServer.ok(Rss.of(1, 3)));
        task.await(3);
        task.close();

        server.answer("/feed", LyingServer.ok(Rss.of(1, 4)));
        start();

        task.await(1);
        assertThat(task.uris()).containsExactly(server.url("/feed") + "#item-4");
    }

    @Test
    void itemsAreRememberedWithTheLastOfThem() {
        server.answer("/feed", LyingServer.ok(Rss.of(1, 3)));
        start();

        List<SourceRecord> records = task.await(3);

        assertThat(records.get(0).sourceOffset()).isEqualTo(FeedState.NEW.toOffset());
        assertThat(records.get(1).sourceOffset()).isEqualTo(FeedState.NEW.toOffset());
        assertThat(ItemMemory.decoded((String) records.get(2).sourceOffset().get("items"))
                        .size())
                .isEqualTo(3);
    }

    @Test
    void anOffsetMadeByHandIsNoEndOfAllFeeds() {
        offsets.put(Map.of("feed", server.url("/feed")), Map.of("items", 7L, "etag", "x"));
        server.answer("/feed", LyingServer.ok(Rss.of(1, 2)));
        start();

        assertThat(task.await(2)).hasSize(2);
    }

    @Test
    void aStormOfErrorsIsMetWithPatience() {
        settings.put("poll.max.ms", "100000");
        server.answer("/feed", LyingServer.status(500, ""));
        start();

        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(10)).until(() -> task.records()
                .isEmpty());

        // 0.1 s, 0.2 s, 0.4 s, …: about five in three seconds
        assertThat(server.requests("/feed").size()).isBetween(3, 7);
    }

    @Test
    void aFeedThatRecoversGoesOn() {
        server.answer("/feed", (request, out) -> {});
        start();
        await().until(() -> server.requests("/feed").size() >= 2);
        server.answer("/feed", LyingServer.ok(Rss.of(1, 2)));

        assertThat(task.await(2)).hasSize(2);
    }

    @Test
    void retryAfterIsHeeded() {
        server.answer("/feed", LyingServer.status(429, "", "Retry-After: 60"));
        start();

        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(10)).until(() -> task.records()
                .isEmpty());

        assertThat(server.requests("/feed")).hasSize(1);
    }

    @Test
    void aHostThatIsAskedTooOftenIsLeftAloneWithAllItsFeeds() {
        settings.put("poll.max.ms", "60000");
        settings.put("fetch.threads", "1");
        settings.put("feeds", "andes " + server.url("/feed") + " " + server.url("/other"));
        server.answer("/feed", LyingServer.status(429, "", "Retry-After: 60"));
        server.answer("/other", LyingServer.status(429, "", "Retry-After: 60"));
        start();

        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(10)).until(() -> task.records()
                .isEmpty());

        assertThat(server.requests("/feed").size() + server.requests("/other").size())
                .isEqualTo(1);
    }

    @Test
    void aFeedThatIsGoneIsLeftAlone() {
        server.answer("/feed", LyingServer.status(410, ""));
        start();

        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(10)).until(() -> task.records()
                .isEmpty());

        assertThat(server.requests("/feed")).hasSize(1);
    }

    @Test
    void oneFeedThatHangsDoesNotStopTheOthersOfOtherHosts() {
        settings.put("fetch.threads", "2");
        settings.put("feeds", "andes " + server.url("/slow") + " http://localhost:" + server.port() + "/feed");
        settings.put("allow.private", "127.0.0.0/8,::1");
        server.answer("/slow", (request, out) -> await().forever().until(() -> false));
        server.answer("/feed", LyingServer.ok(Rss.of(1, 2)));
        start();

        assertThat(task.await(2)).hasSize(2);
    }

    @Test
    void aHostIsAskedForOneFeedAtATimeWithAPauseBetween() {
        settings.put("host.pause.ms", "300");
        String paths = String.join(
                " ", IntStream.range(0, 5).mapToObj(i -> server.url("/f" + i)).toList());
        settings.put("feeds", "andes " + paths);
        settings.put("poll.min.ms", "60000");
        settings.put("poll.max.ms", "60000");
        IntStream.range(0, 5).forEach(i -> server.answer("/f" + i, LyingServer.ok(Rss.of(i, i))));
        long start = System.nanoTime();
        start();

        task.await(5);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(4 * 300));
    }

    @Test
    void whatIsNoFeedIsADeadLetterOnce() {
        server.answer("/feed", LyingServer.ok("<html><body>Sold!</body></html>"));
        start();

        SourceRecord letter = task.await(1).get(0);
        await().until(() -> {
            task.records();
            return server.requests("/feed").size() >= 3;
        });

        assertThat(letter.topic()).isEqualTo("dateline.ingest.dlq");
        assertThat(letter.value()).isNull();
        assertThat(letter.key()).isEqualTo("andes/" + server.url("/feed"));
        assertThat(letter.headers()
                        .lastWithName("dateline.error.reason")
                        .value()
                        .toString())
                .isNotBlank();
        assertThat(task.records()).hasSize(1);
    }

    @Test
    void aFeedThatGoesQuietIsReportedOnceAndAgainWhenItIsBack() throws Exception {
        MockSchemaRegistry.getClientForScope(SCOPE)
                .register(Topics.EVENTS.subject(), new AvroSchema(Topics.EVENTS.publishedSchema()));
        Map<String, String> registry = Map.of("schema.registry.url", "mock://" + SCOPE);
        settings.putAll(registry);
        server.answer("/feed", LyingServer.ok(Rss.of(1, 1)));
        start();
        task.await(1);
        clock.pass(Duration.ofMinutes(30));
        server.answer("/feed", LyingServer.ok(Rss.of(1, 2)));
        task.await(2);

        clock.pass(Duration.ofHours(7));
        PipelineEvent quiet = event(task.await(3).get(2), registry);
        int asked = server.requests("/feed").size();
        await().until(() -> {
            task.records();
            return server.requests("/feed").size() >= asked + 3;
        });
        server.answer("/feed", LyingServer.ok(Rss.of(1, 3)));
        PipelineEvent back = event(task.await(5).get(4), registry);

        assertThat(task.records()).hasSize(5);
        assertThat(quiet.getOutcome()).isEqualTo(Outcome.QUIET);
        assertThat(quiet.getStage()).isEqualTo(Stage.COLLECT);
        assertThat(quiet.getUri()).isEqualTo(server.url("/feed"));
        assertThat(quiet.getReason()).contains("no new item since 2026-03-01T12:30:00Z", "PT30M");
        assertThat(back.getOutcome()).isEqualTo(Outcome.RESUMED);
    }

    private static PipelineEvent event(SourceRecord record, Map<String, String> registry) {
        assertThat(record.topic()).isEqualTo("wire.events.v1");
        return AvroSerdes.<PipelineEvent>values(registry).deserializer().deserialize(record.topic(), (byte[])
                record.value());
    }

    private void start() {
        task = new RunningTask(settings, clock, offsets);
    }
}
