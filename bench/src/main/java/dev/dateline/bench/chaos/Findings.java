package dev.dateline.bench.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.app.settings.Settings;
import dev.dateline.bench.chaos.Violation.Kind;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Topic;
import dev.dateline.model.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What is to be found when everything has come to rest, and what of it is wrong. */
final class Findings {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration HTTP_LIMIT = Duration.ofSeconds(10);
    private static final int FETCH_ROWS = 5_000;
    private static final List<Topic> DEAD_LETTERS = List.of(Topics.INGEST_DLQ, Topics.ENRICH_DLQ, Topics.SINK_DLQ);

    private final Settings settings;
    private final Path wire;
    private final Map<String, String> connectUrls;

    Findings(Parts parts) {
        this.settings = parts.direct();
        this.wire = parts.wire();
        this.connectUrls = parts.connectUrls();
    }

    /** Everything that is wrong. */
    List<Violation> violations(Verdict verdict) throws Exception {
        List<Violation> violations = new ArrayList<>();
        violations.addAll(verdict.ofAll(
                "dateline.article",
                rows("SELECT state, publishable, " + States.COLUMNS + " FROM dateline.article", true)));
        violations.addAll(verdict.ofPublic(
                "dateline.public_article", rows("SELECT " + States.COLUMNS + " FROM dateline.public_article", false)));
        violations.addAll(verdict.ofAll(Topics.ENRICHED.name(), records(Topics.ENRICHED)));
        violations.addAll(verdict.ofPublic(Topics.PUBLIC_ARTICLES.name(), records(Topics.PUBLIC_ARTICLES)));
        violations.addAll(deadLetters());
        violations.addAll(failedFiles());
        violations.addAll(failedConnectors());
        return violations;
    }

    private Map<Integer, State> rows(String query, boolean table) throws SQLException {
        Map<Integer, State> states = new HashMap<>();
        try (Connection connection = StoreWatch.connect(settings);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false); // else the driver fetches everything at once
            statement.setFetchSize(FETCH_ROWS);
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    states.put(
                            States.article(rows.getString("article_id")),
                            table ? States.ofTable(rows) : States.ofView(rows));
                }
            }
        }
        return states;
    }

    /** The last record of each article. */
    private Map<Integer, State> records(Topic topic) {
        Map<Integer, State> states = new HashMap<>();
        try (TopicReader reader = new TopicReader(settings, List.of(topic))) {
            for (ConsumerRecord<String, byte[]> record : reader.readAll()) {
                states.put(States.article(record.key()), States.of((EnrichedArticle) reader.value(record)));
            }
        }
        return states;
    }

    private List<Violation> deadLetters() {
        try (TopicReader reader = new TopicReader(settings, DEAD_LETTERS)) {
            return reader.readAll().stream()
                    .map(record -> new Violation(Kind.DEAD_LETTER, record.topic(), record.key(), reason(record)))
                    .toList();
        }
    }

    private static String reason(ConsumerRecord<String, byte[]> record) {
        return StreamSupport.stream(record.headers().spliterator(), false)
                .filter(header -> header.key().contains("message") && header.value() != null)
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .findFirst()
                .orElse("no reason given");
    }

    private List<Violation> failedFiles() throws IOException {
        Path failed = wire.resolve("failed");
        if (!Files.isDirectory(failed)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(failed)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".reason.txt"))
                    .map(file -> new Violation(
                            Kind.DEAD_LETTER, "failed/", failed.relativize(file).toString(), "a good file"))
                    .toList();
        }
    }

    private List<Violation> failedConnectors() throws IOException, InterruptedException {
        List<Violation> violations = new ArrayList<>();
        HttpClient http = HttpClient.newBuilder().connectTimeout(HTTP_LIMIT).build();
        for (Map.Entry<String, String> stage : connectUrls.entrySet()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(stage.getValue() + "/connectors?expand=status"))
                    .timeout(HTTP_LIMIT)
                    .build();
            JsonNode all =
                    JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
            for (JsonNode state : all.findValues("state")) {
                if (state.asText().equals("FAILED")) {
                    violations.add(new Violation(
                            Kind.NEEDS_OPERATOR, stage.getKey(), "connector or task", shortened(all.toString())));
                }
            }
        }
        return violations;
    }

    private static String shortened(String text) {
        return text.length() <= 1_000 ? text : text.substring(0, 1_000) + "…";
    }
}
