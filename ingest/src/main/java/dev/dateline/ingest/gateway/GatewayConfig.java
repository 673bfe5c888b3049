package dev.dateline.ingest.gateway;

import dev.dateline.model.Topics;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a {@link Gateway} runs.
 *
 * @param listener scheme, address and port, such as {@code http://127.0.0.1:8085}; port 0 takes a free one
 * @param source name of the source in document ids
 * @param tokensFile file of tokens, see {@link TokenFile}
 * @param keystore PKCS #12 file with the certificate and its key; null for plain HTTP
 * @param keystorePasswordFile file with the keystore's password on its first line; null for plain HTTP
 * @param requestBytes largest request, as sent and as expanded
 * @param inflightBytes bytes of all requests that are not answered yet, as sent and as expanded
 * @param acknowledgement how long the brokers may take to acknowledge a document
 * @param requestTime how long a client may take to send a request
 * @param kafka properties of Kafka's clients, {@code bootstrap.servers} among them
 */
public record GatewayConfig(
        URI listener,
        String source,
        Path tokensFile,
        Path keystore,
        Path keystorePasswordFile,
        int requestBytes,
        long inflightBytes,
        Duration acknowledgement,
        Duration requestTime,
        Map<String, String> kafka) {

    public GatewayConfig {
        kafka = Map.copyOf(kafka);
    }

    /** Everything that is wrong with it, one line each with the way out. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        boolean known = Set.of("http", "https").contains(String.valueOf(listener.getScheme()));
        if (!known || listener.getHost() == null || listener.getPort() < 0) {
            problems.add("gateway.listener is " + listener + ": write http://ADDRESS:PORT or https://ADDRESS:PORT");
        }
        if (isTls() && (keystore == null || keystorePasswordFile == null)) {
            problems.add("gateway.listener is https: set gateway.tls.keystore.file and"
                    + " gateway.tls.keystore.password.file, or listen on http");
        }
        if (!isTls() && keystore != null) {
            problems.add("gateway.tls.keystore.file is set, and gateway.listener is not https: set one of them anew");
        }
        if (!ProviderNames.isName(source)) {
            problems.add("gateway.source is '" + source + "': " + ProviderNames.RULE);
        }
        if (tokensFile == null) {
            problems.add("gateway.tokens.file is not set: make one with `dateline gateway token PROVIDER`");
        } else {
            problems.addAll(TokenFile.problems(tokensFile));
        }
        for (Path file : new Path[] {keystore, keystorePasswordFile}) {
            if (isTls() && file != null && !Files.isReadable(file)) {
                problems.add("there is no file " + file + " that can be read: see gateway.tls.keystore.file and"
                        + " gateway.tls.keystore.password.file");
            }
        }
        if (inflightBytes < 2L * requestBytes) {
            problems.add("gateway.inflight.bytes is " + inflightBytes + ": it has to be twice gateway.request.bytes ("
                    + requestBytes + ") or more, for a request and what it expands to");
        }
        return problems;
    }

    boolean isTls() {
        return "https".equals(listener.getScheme());
    }

    /** Settings of the producer; those that the promise rests on outrank the user's. */
    Map<String, Object> producer() {
        int acknowledgementMillis = Math.toIntExact(acknowledgement.toMillis());
        Map<String, Object> properties = new HashMap<>();
        properties.put("client.id", "dateline-gateway");
        properties.put("compression.type", "lz4");
        properties.put("linger.ms", "5");
        properties.put("batch.size", "131072");
        properties.putAll(kafka);
        properties.put("acks", "all");
        properties.put("enable.idempotence", "true");
        properties.put("max.request.size", Topics.MAX_RECORD_BYTES);
        properties.put("buffer.memory", inflightBytes + 2L * Topics.MAX_RECORD_BYTES);
        properties.put("delivery.timeout.ms", acknowledgementMillis);
        properties.put("request.timeout.ms", acknowledgementMillis / 2);
        // Holds a thread, which everybody waits for; only where nothing is known of the topic, since memory is enough.
        properties.put("max.block.ms", 1_000);
        properties.put("partitioner.class", ProviderPartitioner.class.getName());
        return properties;
    }
}
