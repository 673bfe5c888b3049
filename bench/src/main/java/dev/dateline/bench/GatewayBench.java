package dev.dateline.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.app.embedded.DataDirectory;
import dev.dateline.app.embedded.EmbeddedKafka;
import dev.dateline.app.embedded.EmbeddedStack;
import dev.dateline.app.embedded.Ports;
import dev.dateline.app.pipeline.Drain;
import dev.dateline.app.pipeline.Pipeline;
import dev.dateline.app.pipeline.TopicAdmin;
import dev.dateline.app.settings.Settings;
import dev.dateline.app.settings.SettingsLoader;
import dev.dateline.ingest.gateway.Gateway;
import dev.dateline.ingest.gateway.Token;
import dev.dateline.model.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * How many documents the gateway takes, one in a request, while the broker behind it is stopped and started; and whether each
 * that was answered with 2xx is there afterwards: in the topic, and once the pipeline has run, as one current article.
 */
final class GatewayBench {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "of-the-benchmark";
    private static final int SENDERS = 32;
    private static final Duration WITHOUT_BROKER = Duration.ofSeconds(5);
    private static final Duration PIPELINE_LIMIT = Duration.ofMinutes(10);

    private final Corpus corpus;
    private final Duration time;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> digests = new ConcurrentHashMap<>();
    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong later = new AtomicLong();
    private volatile boolean undisturbed = true;

    GatewayBench(Corpus corpus, Duration time) {
        this.corpus = corpus;
        this.time = time;
    }

    /**
     * What was measured.
     *
     * @param perSecond documents accepted in a second, the time without a broker included
     * @param p50 milliseconds that half of the answers took at most, before the broker was stopped
     * @param p99 the same for 99 of a hundred
     * @param accepted documents answered with 2xx, each of which was found
     * @param later answers 429 or 503, after which the same was sent again
     */
    record Figures(double perSecond, long p50, long p99, int accepted, long later) {}

    Figures measure() throws Exception {
        Path work = Files.createTempDirectory("dateline-bench");
        Path tokens = Files.writeString(work.resolve("tokens"), Token.line("bench", TOKEN) + "\n");
        try (DataDirectory data = DataDirectory.open(work.resolve("data"))) {
            int port = Ports.any();
            EmbeddedKafka kafka = EmbeddedKafka.start(data.kafka(), port, Ports.any());
            try {
                Settings settings = SettingsLoader.load(
                        null,
                        Map.of(),
                        Map.of(
                                "data.dir", data.root().toString(),
                                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                                "gateway.listener", "http://127.0.0.1:0",
                                "gateway.tokens.file", tokens.toString()));
                createTopic(settings);
                double perSecond;
                try (Gateway gateway = Gateway.start(settings.gateway(), InstantSource.system())) {
                    List<Thread> senders = send(gateway.url());
                    long start = System.nanoTime();
                    Thread.sleep(time.dividedBy(2).toMillis());
                    undisturbed = false;
                    kafka.close();
                    Thread.sleep(WITHOUT_BROKER.toMillis());
                    kafka = EmbeddedKafka.start(data.kafka(), port, Ports.any());
                    for (Thread sender : senders) {
                        sender.join();
                    }
                    perSecond = digests.size() * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - start);
                }
                requireInTopic(settings);
                List<Long> sorted = nanos.stream().sorted().toList();
                kafka.close();
                requireCurrent(settings, data);
                return new Figures(
                        perSecond,
                        TimeUnit.NANOSECONDS.toMillis(sorted.get(sorted.size() / 2)),
                        TimeUnit.NANOSECONDS.toMillis(sorted.get(sorted.size() * 99 / 100)),
                        digests.size(),
                        later.get());
            } finally {
                kafka.close();
            }
        } finally {
            Work.delete(work);
        }
    }

    private static void createTopic(Settings settings) throws Exception {
        try (Admin admin = Admin.create(new HashMap<>(settings.kafka()))) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.DOCUMENTS.name(), settings.partitions(), settings.replicationFactor())
                                    .configs(Topics.DOCUMENTS.config())))
                    .all()
                    .get();
        }
    }

    private List<Thread> send(String url) {
        long end = System.nanoTime() + time.toNanos();
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            int seed = i;
            Thread sender = new Thread(() -> sendUntil(end, url, seed), "sender-" + i);
            sender.start();
            senders.add(sender);
        }
        return senders;
    }

    /** One document after the other, each until it is accepted. */
    private void sendUntil(long end, String url, int seed) {
        Random random = new Random(seed);
        try {
            for (int i = 0; System.nanoTime() < end; i++) {
                String guid = "urn:gateway:" + seed + "-" + i;
                byte[] body = corpus.ninjs(guid, random).getBytes(StandardCharsets.UTF_8);
                HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/documents"))
                        .header("Authorization", "Bearer " + TOKEN)
                        .header("Content-Type", "application/json")
                        .header("Content-Location", guid + ".json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
                while (!isAccepted(request)) {
                    later.incrementAndGet();
                    Thread.sleep(500);
                }
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isAccepted(HttpRequest request) throws IOException, InterruptedException {
        boolean counts = undisturbed;
        long start = System.nanoTime();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 429 || answer.statusCode() == 503) {
            return false;
        }
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("the gateway answered " + answer.statusCode() + ": " + answer.body());
        }
        if (counts && undisturbed) {
            nanos.add(System.nanoTime() - start);
        }
        var entry = JSON.readTree(answer.body());
        digests.put(entry.path("id").asText(), entry.path("sha256").asText());
        return true;
    }

    private void requireInTopic(Settings settings) {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put("enable.auto.commit", "false");
        Map<String, String> found = new HashMap<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.DOCUMENTS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    String digest =
                            new String(record.headers().lastHeader("sha-256").value(), StandardCharsets.US_ASCII);
                    String other = found.put(record.key(), digest);
                    require(other == null || other.equals(digest), record.key() + " has two contents");
                }
            }
        }
        digests.forEach((id, digest) -> require(digest.equals(found.get(id)), id + " was accepted and is not there"));
    }

    /** Runs the whole pipeline over what the broker has kept. */
    private void requireCurrent(Settings loaded, DataDirectory data) throws Exception {
        try (EmbeddedStack stack = EmbeddedStack.start(data)) {
            Settings settings = stack.connect(loaded);
            try (TopicAdmin topics = new TopicAdmin(settings)) {
                topics.apply();
            }
            try (Pipeline pipeline =
                    Pipeline.start(settings, EnumSet.allOf(Pipeline.Stage.class), InstantSource.system(), true)) {
                pipeline.awaitRunning(() -> false);
                long deadline = System.nanoTime() + PIPELINE_LIMIT.toNanos();
                boolean stored = new Drain(settings, pipeline).await(state -> {}, pause -> {
                    Thread.sleep(pause.toMillis());
                    return System.nanoTime() > deadline;
                });
                require(stored, "not everything was stored within " + PIPELINE_LIMIT);
            }
            requireOneRowEach(settings);
        }
    }

    private void requireOneRowEach(Settings settings) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        settings.postgresUrl(), settings.postgresUser(), settings.postgresPassword());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*), coalesce(max(revision), 0) FROM dateline.article WHERE provider = 'bench'")) {
            row.next();
            require(
                    row.getInt(1) == digests.size() && row.getLong(2) == 1,
                    row.getInt(1) + " articles up to revision " + row.getLong(2) + " for " + digests.size()
                            + " accepted documents");
        }
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalStateException(otherwise);
        }
    }
}
