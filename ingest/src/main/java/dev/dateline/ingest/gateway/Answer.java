package dev.dateline.ingest.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/**
 * An answer to a request.
 *
 * @param status status of HTTP
 * @param type media type of the body
 * @param body the body
 * @param headers further headers
 */
record Answer(int status, String type, byte[] body, Map<String, String> headers) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "application/problem+json";

    static Answer text(String type, String text) {
        return new Answer(HttpStatus.OK_200, type, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** A problem of RFC 9457. */
    static Answer problem(int status, String detail, Map<String, String> headers) {
        return json(status, PROBLEM, problem(status, detail), headers);
    }

    static Answer of(Refusal refusal) {
        return problem(refusal.status(), refusal.getMessage(), refusal.headers());
    }

    /** What became of the documents of a request, all of which are known. */
    static Answer of(List<Outcome> outcomes, boolean several) {
        if (outcomes.isEmpty()) {
            return problem(HttpStatus.UNPROCESSABLE_ENTITY_422, "there is no document in it", Map.of());
        }
        if (!several) {
            Outcome one = outcomes.get(0);
            return one.isAccepted()
                    ? json(one.status(), "application/json", entry(one), Map.of())
                    : problem(one.status(), one.detail(), retry(one));
        }
        ArrayNode documents = JSON.createArrayNode();
        outcomes.forEach(outcome -> documents.add(entry(outcome).put("outcome", outcome.label())));
        Outcome unknown =
                outcomes.stream().filter(Outcome::isUnknown).findFirst().orElse(null);
        if (unknown != null) {
            ObjectNode problem = problem(unknown.status(), "the brokers did not acknowledge all of it; send it again");
            return json(unknown.status(), PROBLEM, problem.set("documents", documents), retry(unknown));
        }
        long accepted = outcomes.stream().filter(Outcome::isAccepted).count();
        if (accepted == 0) {
            int status = HttpStatus.UNPROCESSABLE_ENTITY_422;
            ObjectNode problem = problem(status, "none of it is a document; each says why");
            return json(status, PROBLEM, problem.set("documents", documents), Map.of());
        }
        ObjectNode answer = JSON.createObjectNode();
        answer.put("accepted", accepted).put("refused", outcomes.size() - accepted);
        return json(HttpStatus.OK_200, "application/json", answer.set("documents", documents), Map.of());
    }

    private static Map<String, String> retry(Outcome outcome) {
        return outcome.isUnknown() ? Refusal.later(outcome.status(), "").headers() : Map.of();
    }

    private static ObjectNode entry(Outcome outcome) {
        ObjectNode entry = JSON.createObjectNode();
        if (outcome.id() != null) {
            entry.put("id", outcome.id());
        }
        entry.put("uri", outcome.uri());
        if (outcome.sha256() != null) {
            entry.put("sha256", outcome.sha256());
        }
        if (!outcome.isAccepted()) {
            entry.put("status", outcome.status()).put("detail", outcome.detail());
        }
        return entry;
    }

    private static ObjectNode problem(int status, String detail) {
        return JSON.createObjectNode()
                .put("type", "about:blank")
                .put("title", HttpStatus.getMessage(status))
                .put("status", status)
                .put("detail", detail);
    }

    private static Answer json(int status, String type, Object body, Map<String, String> headers) {
        try {
            return new Answer(status, type, JSON.writeValueAsBytes(body), headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
