package dev.dateline.app.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The connectors of a worker, through Connect's REST API as any operator would. */
final class Connectors {
    /** A task or connector that Connect has given up. */
    record Failed(String name, String reason) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 60;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;

    Connectors(String url) {
        this.url = url;
    }

    /** Creates the connector or gives it this configuration. */
    void put(String name, Map<String, String> config) throws IOException, InterruptedException {
        send("PUT", "/connectors/" + name + "/config", JSON.writeValueAsString(config));
    }

    void delete(String name) throws IOException, InterruptedException {
        send("DELETE", "/connectors/" + name, "");
    }

    List<String> names() throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        send("GET", "/connectors", "").forEach(name -> names.add(name.asText()));
        return names;
    }

    /** What has failed and will not go on by itself. */
    List<Failed> failed() throws IOException, InterruptedException {
        List<Failed> failed = new ArrayList<>();
        JsonNode all = send("GET", "/connectors?expand=status", "");
        all.fields().forEachRemaining(entry -> {
            JsonNode status = entry.getValue().path("status");
            collect(entry.getKey(), status.path("connector"), failed);
            status.path("tasks").forEach(task -> collect(entry.getKey(), task, failed));
        });
        return failed;
    }

    private static void collect(String name, JsonNode part, List<Failed> failed) {
        if (part.path("state").asText().equals("FAILED")) {
            failed.add(new Failed(name, rootOf(part.path("trace").asText())));
        }
    }

    /** The last cause in a stack trace: the others only say through whose hands it went. */
    private static String rootOf(String trace) {
        return trace.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("\t"))
                .reduce((first, second) -> second)
                .map(line -> line.replaceFirst("^Caused by: ", ""))
                .orElse("no reason given");
    }

    /** Retries while the worker joins its group (409) or starts (404, 503, 500 with a timeout). */
    private JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url).resolve(path))
                .timeout(REQUEST_LIMIT)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        for (int attempt = 1; attempt < ATTEMPTS && isTransient(response.statusCode()); attempt++) {
            Thread.sleep(BETWEEN_ATTEMPTS.toMillis());
            response = http.send(request, BodyHandlers.ofString());
        }
        if (response.statusCode() >= 300) {
            String message = JSON.readTree(response.body()).path("message").asText(response.body());
            throw new IOException("Connect refused " + method + " " + path + " (" + response.statusCode() + "): "
                    + message.strip().replaceAll("\\s*\\n\\s*", "; "));
        }
        return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
    }

    private static boolean isTransient(int status) {
        return status == 409 || status == 503 || status == 500;
    }
}
