package dev.dateline.app.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An endpoint that speaks the part of Confluent's Schema Registry API that clients use, over Confluent's own schema
 * classes; error codes are Confluent's (40401 subject, 40402 version, 40403 schema not found, 42201 invalid schema).
 */
public final class RegistryServer implements AutoCloseable {
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int MAX_REQUEST_BYTES = 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads;
    private final SchemaStore store;

    private RegistryServer(HttpServer server, ExecutorService threads, SchemaStore store) {
        this.server = server;
        this.threads = threads;
        this.store = store;
    }

    /**
     * Starts on loopback.
     *
     * @param file journal of the schemas, made when it is missing
     */
    public static RegistryServer start(Path file, int port) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ExecutorService threads = Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task, "registry");
            thread.setDaemon(true);
            return thread;
        });
        http.setExecutor(threads);
        RegistryServer registry = new RegistryServer(http, threads, new SchemaStore(file));
        http.createContext("/", registry::handle);
        http.start();
        return registry;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply;
            try {
                List<String> path = Arrays.stream(
                                exchange.getRequestURI().getRawPath().split("/", -1))
                        .filter(part -> !part.isEmpty())
                        .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                        .toList();
                reply = route(exchange.getRequestMethod(), path, body(exchange));
            } catch (Failure failure) {
                reply = new Reply(failure.status, Map.of("error_code", failure.code, "message", failure.getMessage()));
            }
            byte[] bytes = JSON.writeValueAsBytes(reply.body);
            exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
            exchange.sendResponseHeaders(reply.status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static JsonNode body(HttpExchange exchange) throws IOException, Failure {
        byte[] bytes = exchange.getRequestBody().readNBytes(MAX_REQUEST_BYTES + 1);
        if (bytes.length > MAX_REQUEST_BYTES) {
            throw new Failure(413, 413, "the request has more than " + MAX_REQUEST_BYTES + " bytes");
        }
        try {
            return bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
        } catch (IOException e) {
            throw new Failure(400, 400, "the request is not JSON");
        }
    }

    private Reply route(String method, List<String> path, JsonNode body) throws IOException, Failure {
        String root = path.isEmpty() ? "" : path.get(0);
        String call = method + " " + root + "/" + path.size();
        return switch (call) {
            case "GET /0" -> Reply.ok(Map.of());
            case "GET subjects/1" -> Reply.ok(store.subjects());
            case "GET subjects/3" ->
                Reply.ok(known(path.get(1)).stream()
                        .map(SchemaStore.Registered::version)
                        .toList());
            case "GET subjects/4" -> Reply.ok(describe(version(path.get(1), path.get(3))));
            case "POST subjects/2" -> Reply.ok(describe(lookUp(path.get(1), schemaOf(body))));
            case "POST subjects/3" ->
                Reply.ok(Map.of("id", register(path.get(1), schemaOf(body)).id()));
            case "DELETE subjects/2" -> Reply.ok(delete(path.get(1)));
            case "GET schemas/3" -> Reply.ok(Map.of("schema", byId(path.get(2))));
            case "POST compatibility/4", "POST compatibility/5" -> Reply.ok(compatibility(path.get(2), schemaOf(body)));
            case "GET config/1" ->
                Reply.ok(Map.of("compatibilityLevel", store.level("").name()));
            case "GET config/2" ->
                Reply.ok(Map.of("compatibilityLevel", store.level(path.get(1)).name()));
            case "PUT config/1" -> Reply.ok(Map.of("compatibility", setLevel("", body)));
            case "PUT config/2" -> Reply.ok(Map.of("compatibility", setLevel(path.get(1), body)));
            default -> throw new Failure(404, 404, "this registry has no " + method + " /" + String.join("/", path));
        };
    }

    private SchemaStore.Registered register(String subject, AvroSchema schema) throws IOException, Failure {
        synchronized (store) {
            if (store.find(subject, schema).isEmpty()) {
                List<String> problems = store.incompatibilities(subject, schema);
                if (!problems.isEmpty()) {
                    throw new Failure(
                            409,
                            409,
                            "the schema is not " + store.level(subject) + " compatible with " + subject + ": "
                                    + String.join("; ", problems));
                }
            }
            return store.register(subject, schema);
        }
    }

    private Map<String, Object> compatibility(String subject, AvroSchema schema) {
        List<String> problems = store.incompatibilities(subject, schema);
        return Map.of("is_compatible", problems.isEmpty(), "messages", problems);
    }

    private SchemaStore.Registered lookUp(String subject, AvroSchema schema) throws Failure {
        known(subject);
        return store.find(subject, schema).orElseThrow(() -> new Failure(404, 40403, "Schema not found"));
    }

    private String byId(String id) throws Failure {
        Optional<String> schema = id.matches("\\d{1,9}") ? store.schemaById(Integer.parseInt(id)) : Optional.empty();
        return schema.orElseThrow(() -> new Failure(404, 40403, "Schema " + id + " not found"));
    }

    private List<SchemaStore.Registered> known(String subject) throws Failure {
        List<SchemaStore.Registered> versions = store.versions(subject);
        if (versions.isEmpty()) {
            throw new Failure(404, 40401, "Subject '" + subject + "' not found.");
        }
        return versions;
    }

    private SchemaStore.Registered version(String subject, String version) throws Failure {
        List<SchemaStore.Registered> versions = known(subject);
        if (version.equals("latest") || version.equals("-1")) {
            return versions.get(versions.size() - 1);
        }
        return versions.stream()
                .filter(registered -> Integer.toString(registered.version()).equals(version))
                .findFirst()
                .orElseThrow(() -> new Failure(404, 40402, "Version " + version + " not found."));
    }

    private List<Integer> delete(String subject) throws IOException, Failure {
        List<Integer> versions =
                known(subject).stream().map(SchemaStore.Registered::version).toList();
        store.delete(subject);
        return versions;
    }

    private String setLevel(String subject, JsonNode body) throws IOException, Failure {
        CompatibilityLevel level =
                CompatibilityLevel.forName(body.path("compatibility").asText());
        if (level == null) {
            throw new Failure(422, 42203, "Invalid compatibility level");
        }
        store.setLevel(subject, level);
        return level.name();
    }

    private static AvroSchema schemaOf(JsonNode body) throws Failure {
        try {
            return new AvroSchema(body.path("schema").asText());
        } catch (RuntimeException e) {
            throw new Failure(422, 42201, "Invalid Avro schema: " + e.getMessage());
        }
    }

    private static Map<String, Object> describe(SchemaStore.Registered registered) {
        return Map.of(
                "subject", registered.subject(),
                "version", registered.version(),
                "id", registered.id(),
                "schema", registered.schema().canonicalString());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private record Reply(int status, Object body) {
        static Reply ok(Object body) {
            return new Reply(200, body);
        }
    }

    /** An answer that is an error in Confluent's numbering. */
    private static final class Failure extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;
        private final int code;

        Failure(int status, int code, String message) {
            super(message);
            this.status = status;
            this.code = code;
        }
    }
}
