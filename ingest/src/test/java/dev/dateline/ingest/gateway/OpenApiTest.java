package dev.dateline.ingest.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The description of the API says what the gateway does. */
class OpenApiTest {
    private static final int KIB = 1 << 10;

    @TempDir
    Path directory;

    private final Set<String> answered = new HashSet<>();
    private JsonNode api;

    @Test
    void everyAnswerIsAsDescribedAndEveryDescribedAnswerIsGiven() throws Exception {
        try (RunningGateway gateway = RunningGateway.start(directory, true, 10 * KIB, 30L * KIB)) {
            HttpResponse<String> description = gateway.get("/openapi.yaml");
            api = new YAMLMapper().readTree(description.body());
            agrees("/openapi.yaml", "get", description);
            agrees("/documents", "post", gateway.post("one"));
            agrees("/documents", "post", gateway.post("1\n2\n", "Content-Type", "application/x-ndjson"));
            agrees("/documents", "post", gateway.post("x", "Content-Location", ".."));
            agrees("/documents", "post", gateway.post("x", "Content-Encoding", "br"));
            agrees("/documents", "post", gateway.post(""));
            agrees("/documents", "post", gateway.post(new byte[11 * KIB]));
            agrees(
                    "/documents",
                    "post",
                    gateway.send(HttpRequest.newBuilder(gateway.uri("/documents"))
                            .POST(HttpRequest.BodyPublishers.noBody())));
            agrees("/documents", "post", gateway.send(gateway.request().GET()));
            for (String page : List.of("/livez", "/readyz", "/metrics", "/openapi.yaml")) {
                agrees(page, "get", gateway.get(page));
                agrees(
                        page,
                        "get",
                        gateway.send(HttpRequest.newBuilder(gateway.uri(page)).DELETE()));
            }
        }
        try (RunningGateway waiting = RunningGateway.start(directory, false, 10 * KIB, 20L * KIB)) {
            var held = post(waiting, "text/plain", " ".repeat(9 * KIB));
            Awaitility.await().until(() -> waiting.records().size() == 1);
            agrees("/documents", "post", waiting.post(" ".repeat(9 * KIB)));
            waiting.producer().errorNext(new TimeoutException());
            agrees("/documents", "post", held.join());
            var lines = post(waiting, "application/jsonl", "1\n2\n");
            Awaitility.await().until(() -> waiting.producer().completeNext());
            waiting.producer().errorNext(new TimeoutException());
            agrees("/documents", "post", lines.join());
        }
        // A client that is too slow takes a socket of its own (GatewayRefusalsTest); nothing here makes the others: a
        // fault
        // of the gateway, and a cluster that is ready (GatewayIT).
        answered.add("/documents post 408");
        answered.add("/documents post 500");
        answered.add("/readyz get 200");
        assertThat(described()).containsExactlyInAnyOrderElementsOf(answered);
    }

    private static CompletableFuture<HttpResponse<String>> post(RunningGateway gateway, String type, String body) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return gateway.post(body, "Content-Type", type);
            } catch (java.io.IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Set<String> described() {
        Set<String> all = new HashSet<>();
        api.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> method.getValue()
                        .path("responses")
                        .fieldNames()
                        .forEachRemaining(code -> all.add(path.getKey() + " " + method.getKey() + " " + code))));
        return all;
    }

    private void agrees(String path, String method, HttpResponse<String> answer) throws Exception {
        String code = Integer.toString(answer.statusCode());
        answered.add(path + " " + method + " " + code);
        JsonNode response = resolved(
                api.path("paths").path(path).path(method).path("responses").path(code));
        assertThat(response.isObject())
                .as("%s %s %s is described", method, path, code)
                .isTrue();
        String type = answer.headers().firstValue("content-type").orElseThrow().replaceAll(";.*", "");
        JsonNode content = response.path("content").path(type);
        assertThat(content.isObject())
                .as("%s of %s %s is described", type, path, code)
                .isTrue();
        response.path("headers").fieldNames().forEachRemaining(header -> assertThat(
                        answer.headers().firstValue(header))
                .as("%s of %s %s", header, path, code)
                .isPresent());
        if (type.endsWith("json")) {
            List<String> problems = new ArrayList<>();
            check(content.path("schema"), new ObjectMapper().readTree(answer.body()), "$", problems);
            assertThat(problems).as(answer.body()).isEmpty();
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? api.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** As much of JSON Schema as the description uses. */
    private void check(JsonNode reference, JsonNode value, String where, List<String> problems) {
        JsonNode schema = resolved(reference);
        boolean typed =
                switch (schema.path("type").asText()) {
                    case "object" -> value.isObject();
                    case "array" -> value.isArray();
                    case "integer" -> value.isInt();
                    case "string" -> value.isTextual();
                    default -> false;
                };
        if (!typed) {
            problems.add(where + " is not " + schema.path("type"));
        }
        if (schema.has("const") && !schema.path("const").equals(value)) {
            problems.add(where + " is not " + schema.path("const"));
        }
        if (schema.has("pattern")
                && !value.asText().matches(schema.path("pattern").asText())) {
            problems.add(where + " is not like " + schema.path("pattern"));
        }
        if (schema.has("enum")) {
            boolean found = false;
            for (JsonNode one : schema.path("enum")) {
                found |= one.equals(value);
            }
            if (!found) {
                problems.add(where + " is none of " + schema.path("enum"));
            }
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                problems.add(where + " has no " + name);
            }
        });
        value.fields().forEachRemaining(field -> {
            JsonNode property = schema.path("properties").path(field.getKey());
            if (property.isMissingNode()) {
                problems.add(where + "." + field.getKey() + " is not described");
            } else {
                check(property, field.getValue(), where + "." + field.getKey(), problems);
            }
        });
        if (value.isArray()) {
            value.forEach(item -> check(schema.path("items"), item, where + "[]", problems));
        }
    }
}
