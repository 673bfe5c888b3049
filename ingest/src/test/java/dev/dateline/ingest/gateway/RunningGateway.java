package dev.dateline.ingest.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A gateway in front of a producer that does what the test says. */
record RunningGateway(Gateway gateway, MockProducer<String, byte[]> producer, Path tokens) implements AutoCloseable {
    static final String TOKEN = "a-token-of-the-tests";
    static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration HEADERS = Duration.ofMillis(300);
    private static final int MIB = 1 << 20;

    /** The usual limits, those of time short. */
    static RunningGateway start(Path directory, boolean acknowledging) throws IOException {
        return start(directory, acknowledging, 32 * MIB, 96L * MIB);
    }

    static RunningGateway start(Path directory, boolean acknowledging, int requestBytes, long inflightBytes)
            throws IOException {
        return start(config(directory, "http", requestBytes, inflightBytes, null, null), acknowledging);
    }

    static RunningGateway start(GatewayConfig config, boolean acknowledging) throws IOException {
        MockProducer<String, byte[]> producer =
                new MockProducer<>(acknowledging, null, new StringSerializer(), new ByteArraySerializer());
        // Nobody answers there.
        Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:1"));
        Gateway gateway = Gateway.start(config, producer, admin, () -> NOW, HEADERS);
        return new RunningGateway(gateway, producer, config.tokensFile());
    }

    static GatewayConfig config(
            Path directory, String scheme, int requestBytes, long inflightBytes, Path keystore, Path password)
            throws IOException {
        Path tokens = directory.resolve("tokens");
        Files.writeString(tokens, "# who may push\n" + Token.line("agency", TOKEN) + "\n");
        return new GatewayConfig(
                URI.create(scheme + "://127.0.0.1:0"),
                "gateway",
                tokens,
                keystore,
                password,
                requestBytes,
                inflightBytes,
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Map.of());
    }

    URI uri(String path) {
        return URI.create(gateway.url() + path);
    }

    /** A request with the token. */
    HttpRequest.Builder request() {
        return HttpRequest.newBuilder(uri("/documents")).header("Authorization", "Bearer " + TOKEN);
    }

    HttpResponse<String> post(byte[] body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request().POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(String body, String... headers) throws IOException, InterruptedException {
        return post(body.getBytes(StandardCharsets.UTF_8), headers);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Bytes as they go over the wire, and everything that comes back until the gateway closes the connection. */
    String raw(String bytes) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.setSoTimeout(10_000);
            try (InputStream in = socket.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            }
        }
    }

    Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), uri("/").getPort());
    }

    List<ProducerRecord<String, byte[]>> records() {
        return producer.history();
    }

    @Override
    public void close() {
        gateway.close();
    }
}
