package dev.dateline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.app.Dateline;
import dev.dateline.app.command.CommandRun;
import dev.dateline.app.embedded.EmbeddedKafka;
import dev.dateline.app.embedded.Ports;
import dev.dateline.app.settings.Settings;
import dev.dateline.app.settings.SettingsLoader;
import dev.dateline.ingest.gateway.Gateway;
import dev.dateline.ingest.gateway.Token;
import dev.dateline.model.Document;
import dev.dateline.model.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway before a real broker, which is stopped and started under it. */
class GatewayIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String TOKEN = "of-the-agency";
    private static final int SENDERS = 4;
    private static final Duration BEFORE = Duration.ofSeconds(2);
    private static final Duration WITHOUT = Duration.ofSeconds(3);
    private static final Duration AFTER = Duration.ofSeconds(3);

    @TempDir
    Path directory;

    private int port;
    private EmbeddedKafka kafka;
    private Settings settings;
    private Gateway gateway;

    @BeforeEach
    void start() throws Exception {
        port = Ports.any();
        startKafka();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.DOCUMENTS.name(), 6, (short) 1).configs(Topics.DOCUMENTS.config())))
                    .all()
                    .get();
        }
        Path tokens = Files.writeString(directory.resolve("tokens"), Token.line("agency", TOKEN) + "\n");
        Files.writeString(directory.resolve("token"), TOKEN + "\n");
        settings = SettingsLoader.load(
                null,
                Map.of(),
                Map.of(
                        "kafka.bootstrap.servers",
                        kafka.bootstrapServers(),
                        "gateway.listener",
                        "http://127.0.0.1:0",
                        "gateway.acknowledgement.ms",
                        "2000",
                        "gateway.tokens.file",
                        tokens.toString()));
        gateway = Gateway.start(settings.gateway(), InstantSource.system());
    }

    private void startKafka() throws Exception {
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), port, Ports.any());
    }

    @AfterEach
    void stop() {
        gateway.close();
        kafka.close();
    }

    @Test
    void whatIsAnsweredIsInTheTopicUnderItsId() throws Exception {
        List<String> ids = new ArrayList<>();
        ids.addAll(ids(post("<one/>", "Content-Location", "one.xml")));
        ids.addAll(ids(post(
                "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.xml\"\r\n\r\n<a/>\r\n--x\r\n"
                        + "Content-Disposition: form-data; name=\"f\"; filename=\"b.xml\"\r\n\r\n<b/>\r\n--x--\r\n",
                "Content-Type",
                "multipart/form-data; boundary=x")));
        ids.addAll(ids(post("{\"l\":1}\n{\"l\":2}\n", "Content-Type", "application/x-ndjson")));
        ids.addAll(ids(send(request()
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(gzip("<packed/>"))))));

        List<ConsumerRecord<String, byte[]>> records = records();
        assertThat(records).extracting(ConsumerRecord::key).containsExactlyElementsOf(ids);
        assertThat(records)
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .containsExactly("<one/>", "<a/>", "<b/>", "{\"l\":1}", "{\"l\":2}", "<packed/>");
        assertThat(records)
                .allMatch(record ->
                        Document.of(record.headers(), record.value()).id().equals(record.key()));
        assertThat(records)
                .extracting(ConsumerRecord::partition)
                .as("one provider's stay in order")
                .containsOnly(records.get(0).partition());
        assertThat(send(HttpRequest.newBuilder(URI.create(gateway.url() + "/readyz")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void everyAnsweredDocumentIsThereThoughTheBrokerWasStoppedUnderTheLoad() throws Exception {
        Set<String> accepted = ConcurrentHashMap.newKeySet();
        Map<Integer, Integer> answers = new ConcurrentHashMap<>();
        long end = System.nanoTime() + BEFORE.plus(WITHOUT).plus(AFTER).toNanos();
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            String name = "sender-" + i;
            Thread sender = new Thread(() -> sendUntil(end, name, accepted, answers), name);
            sender.start();
            senders.add(sender);
        }
        Awaitility.await().pollDelay(BEFORE).until(() -> true);
        kafka.close();
        Awaitility.await().pollDelay(WITHOUT).until(() -> true);
        assertThat(answers).as("answers while there was no broker").containsKey(503);
        int before = accepted.size();
        startKafka();
        for (Thread sender : senders) {
            sender.join();
        }

        assertThat(answers.keySet()).containsExactlyInAnyOrder(201, 503);
        assertThat(accepted.size()).as("accepted after the broker was back").isGreaterThan(before);
        Map<String, Set<String>> digests = records().stream()
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key,
                        Collectors.mapping(
                                record -> Document.of(record.headers(), record.value())
                                        .sha256(),
                                Collectors.toSet())));
        assertThat(digests.keySet()).containsAll(accepted);
        assertThat(digests.values()).as("no id twice with other bytes").allMatch(some -> some.size() == 1);
    }

    /** Sends one document after the other, each until it is accepted. */
    private void sendUntil(long end, String sender, Set<String> accepted, Map<Integer, Integer> answers) {
        try {
            for (int i = 0; System.nanoTime() < end; i++) {
                HttpResponse<String> answer = post("<n>" + i + "</n>", "Idempotency-Key", sender + "-" + i);
                answers.merge(answer.statusCode(), 1, Integer::sum);
                if (answer.statusCode() == 201) {
                    accepted.addAll(ids(answer));
                } else {
                    i--;
                }
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void publishSendsFilesToTheGateway() throws Exception {
        Path wire = Files.createDirectories(directory.resolve("wire/sport"));
        Files.writeString(wire.resolve("a.xml"), "<a/>");
        Files.writeString(wire.resolve("b.jsonl"), "{}\n[]\n");
        Files.write(wire.resolve("c.txt.gz"), gzip("text"));
        String token = directory.resolve("token").toString();

        CommandRun run = CommandRun.of("publish", "--to", gateway.url(), "--token-file", token, wire.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("Published 4 documents to " + gateway.url());
        CommandRun.of("publish", "--to", gateway.url(), "--token-file", token, wire.toString());

        assertThat(records()).hasSize(8);
        assertThat(records().stream().map(ConsumerRecord::key).distinct())
                .hasSize(4)
                .allMatch(key -> key.startsWith("gateway/agency/") && key.contains("wire/sport/"));

        Files.writeString(wire.resolve("empty.xml"), "");
        CommandRun partly = CommandRun.of("publish", "--to", gateway.url(), "--token-file", token, wire.toString());
        assertThat(partly.exit()).isEqualTo(1);
        assertThat(partly.err()).contains("empty.xml: not published: there is nothing in it");
        Files.writeString(directory.resolve("token"), "wrong\n");
        CommandRun refused = CommandRun.of("publish", "--to", gateway.url(), "--token-file", token, wire.toString());
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("401").contains("nobody has this token");
    }

    @Test
    void aWatchedDirectoryIsSentAndItsFilesPutAwayAlsoAfterAKill() throws Exception {
        Path wire = Files.createDirectories(directory.resolve("watched"));
        Files.writeString(wire.resolve("empty.xml"), "");
        Files.writeString(wire.resolve("a.xml"), "<a/>");
        Process first = watch(wire);
        try {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(wire.resolve("done/a.xml")));
            Awaitility.await().until(() -> Files.exists(wire.resolve("failed/empty.xml.reason.txt")));
        } finally {
            first.destroyForcibly().waitFor();
        }
        assertThat(wire.resolve("failed/empty.xml.reason.txt")).content().contains("nothing in it");
        // As after a kill between the answer and the move.
        Files.move(wire.resolve("done/a.xml"), wire.resolve("a.xml"));
        Files.setLastModifiedTime(wire.resolve("a.xml"), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        Process second = watch(wire);
        try {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(wire.resolve("done/a.xml")));
        } finally {
            second.destroy();
            assertThat(second.waitFor(30, TimeUnit.SECONDS))
                    .as("ends when asked")
                    .isTrue();
        }
        assertThat(records().stream().map(ConsumerRecord::key).distinct()).hasSize(1);
    }

    private Process watch(Path wire) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Dateline.class.getName(),
                        "publish",
                        "--to",
                        gateway.url(),
                        "--token-file",
                        directory.resolve("token").toString(),
                        "--watch",
                        wire.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("watch.log").toFile())
                .start();
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create(gateway.url() + "/documents"))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private HttpResponse<String> post(String body, String... headers) throws IOException, InterruptedException {
        return send(request().headers(headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> ids(HttpResponse<String> answer) throws IOException {
        JsonNode json = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return json.has("id")
                ? List.of(json.path("id").asText())
                : json.path("documents").findValuesAsText("id");
    }

    private List<ConsumerRecord<String, byte[]>> records() {
        return new Records(settings).bytes(Topics.DOCUMENTS, "read_committed");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
