package dev.dateline.app.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Pushes documents to a gateway, and goes on trying while it, or what is behind it, cannot be reached. */
public final class GatewayClient {
    /** Waits; true when one is to stop. */
    @FunctionalInterface
    public interface Pause {
        boolean stopsWithin(Duration time) throws InterruptedException;
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(10);
    /** Longer than the brokers may take. */
    private static final Duration ANSWER = Duration.ofMinutes(6);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LAST_PAUSE = Duration.ofSeconds(30);
    private static final int TOO_LARGE = 413;
    /** What may go well later: slow, too much, failed, and what proxies say while there is no gateway. */
    private static final Set<Integer> LATER = Set.of(408, 429, 500, 502, 503, 504);

    private final URI documents;
    private final String token;
    private final Duration patience;
    private final Pause pause;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * A client; nothing is sent yet.
     *
     * @param gateway address of the gateway, without {@code /documents}
     * @param token token that says who the provider is
     * @param patience how long to try before giving up
     * @param pause waits between two tries
     */
    public GatewayClient(URI gateway, String token, Duration patience, Pause pause) {
        this.documents = URI.create(gateway.toString().replaceAll("/+$", "") + "/documents");
        this.token = token;
        this.patience = patience;
        this.pause = pause;
    }

    /**
     * Sends documents and returns when the gateway has answered for all of them.
     *
     * @return for each, in order, why it is refused, or null when the brokers have it; null for all when one is to stop
     * @throws IOException if the gateway could not be reached for longer than the patience lasts, or turns the sender away
     */
    public List<String> push(List<PushedDocument> batch) throws IOException, InterruptedException {
        PushedBatch body = PushedBatch.of(batch);
        HttpRequest request = HttpRequest.newBuilder(documents)
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=" + body.boundary())
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.body()))
                .build();
        long deadline = System.nanoTime() + patience.toNanos();
        Duration wait = FIRST_PAUSE;
        while (true) {
            HttpResponse<String> answer = null;
            String trouble;
            try {
                answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                trouble = describe(answer);
            } catch (IOException e) {
                trouble = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            }
            if (answer != null && !LATER.contains(answer.statusCode())) {
                return refusals(answer, batch);
            }
            Duration asked = answer == null ? Duration.ZERO : retryAfter(answer);
            if (System.nanoTime() > deadline) {
                throw new IOException(documents + " did not take it for " + patience.toSeconds() + " s (" + trouble
                        + "): is the gateway running? Give the command again; nothing comes twice");
            }
            if (pause.stopsWithin(asked.compareTo(wait) > 0 ? asked : wait)) {
                return null;
            }
            wait = wait.multipliedBy(2).compareTo(LAST_PAUSE) > 0 ? LAST_PAUSE : wait.multipliedBy(2);
        }
    }

    private List<String> refusals(HttpResponse<String> answer, List<PushedDocument> batch)
            throws IOException, InterruptedException {
        if (answer.statusCode() == TOO_LARGE) {
            return tooLarge(answer, batch);
        }
        JsonNode entries = json(answer).path("documents");
        if (!entries.isArray()) {
            throw new IOException(documents + " answered " + describe(answer));
        }
        if (entries.size() != batch.size()) {
            throw new IOException(documents + " answered for " + entries.size() + " documents of " + batch.size()
                    + ": is it a gateway of Dateline of the same release?");
        }
        List<String> refusals = new ArrayList<>();
        entries.forEach(entry -> refusals.add(
                entry.path("outcome").asText().equals("accepted")
                        ? null
                        : entry.path("detail").asText()));
        return refusals;
    }

    /** Too much at once for this gateway may still fit in halves. */
    private List<String> tooLarge(HttpResponse<String> answer, List<PushedDocument> batch)
            throws IOException, InterruptedException {
        if (batch.size() == 1) {
            List<String> refused = new ArrayList<>();
            refused.add(json(answer).path("detail").asText());
            return refused;
        }
        List<String> first = push(batch.subList(0, batch.size() / 2));
        List<String> second = first == null ? null : push(batch.subList(batch.size() / 2, batch.size()));
        if (second == null) {
            return null;
        }
        List<String> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    private static Duration retryAfter(HttpResponse<String> answer) {
        String seconds = answer.headers().firstValue("retry-after").orElse("0");
        return seconds.matches("\\d{1,4}")
                ? Duration.ofSeconds(Math.min(Long.parseLong(seconds), LAST_PAUSE.toSeconds()))
                : Duration.ZERO;
    }

    /** Status and detail, which the gateway tells in a problem of RFC 9457. */
    private static String describe(HttpResponse<String> answer) {
        String detail = json(answer).path("detail").asText();
        return answer.statusCode() + (detail.isEmpty() ? "" : ": " + detail);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
