package dev.dateline.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Connectors of a worker, put and taken away by its REST API. */
final class ConnectRest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONFLICT = 409;
    private static final int ATTEMPTS = 60;
    private static final int BETWEEN_ATTEMPTS_MILLIS = 500;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    ConnectRest(String url) {
        this.url = url;
    }

    Map<String, String> config(String connector) throws IOException, InterruptedException {
        String answer = send(HttpRequest.newBuilder(address(connector, "/config")));
        return JSON.readValue(answer, new TypeReference<>() {});
    }

    void put(String connector, Map<String, String> config) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(address(connector, "/config"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(config))));
    }

    void delete(String connector) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(address(connector, "")).DELETE());
    }

    /** What the worker says of a connector and its tasks. */
    String status(String connector) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(connector, "/status")));
    }

    private URI address(String connector, String what) {
        return URI.create(url + "/connectors/" + connector + what);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        for (int attempt = 1; attempt < ATTEMPTS && response.statusCode() == CONFLICT; attempt++) {
            Thread.sleep(BETWEEN_ATTEMPTS_MILLIS); // the worker is just sharing out its tasks
            response = http.send(request.build(), BodyHandlers.ofString());
        }
        if (response.statusCode() >= 300) {
            throw new IOException("Connect refuses (" + response.statusCode() + "): " + response.body());
        }
        return response.body();
    }
}
