package dev.dateline.app.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dateline.app.Dateline;
import dev.dateline.app.embedded.Ports;
import dev.dateline.app.pipeline.TopicAdmin;
import dev.dateline.app.settings.Settings;
import dev.dateline.app.settings.SettingsLoader;
import dev.dateline.model.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two workers share feeds; one is killed, and the other polls them all within half a minute. */
class FeedFailoverIT {
    private static final Logger log = LoggerFactory.getLogger(FeedFailoverIT.class);
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(30);
    /** Names of this machine, so that there is more than one host to share. */
    private static final List<String> HOSTS = List.of("127.0.0.1", "127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5");

    @TempDir
    Path directory;

    private final List<Process> workers = new ArrayList<>();
    /** When each feed was last asked for, by its host. */
    private final Map<String, Long> asked = new ConcurrentHashMap<>();

    private final List<String> listeners = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger items = new AtomicInteger(1);

    @AfterEach
    void endWorkers() throws Exception {
        for (Process worker : workers) {
            worker.destroyForcibly().waitFor();
        }
    }

    @Test
    void theFeedsOfAKilledWorkerArePolledByTheOther() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0), 100);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", this::answer);
        server.start();
        try (Stack stack = Stack.start("embedded", directory.resolve("stack"))) {
            Settings settings = stack.connect(SettingsLoader.load(null, Map.of(), Map.of()));
            try (TopicAdmin topics = new TopicAdmin(settings)) {
                topics.apply();
            }
            workers.add(worker(0, settings, server.getAddress().getPort()));
            workers.add(worker(1, settings, server.getAddress().getPort()));
            Set<String> feeds = HOSTS.stream()
                    .map(host -> host + ":" + server.getAddress().getPort())
                    .collect(Collectors.toSet());
            Awaitility.await("both workers poll")
                    .atMost(Duration.ofSeconds(120))
                    .ignoreExceptions()
                    .until(() -> asked.keySet().equals(feeds)
                            && feedsOf(0).size() + feedsOf(1).size() == feeds.size()
                            && !feedsOf(0).isEmpty()
                            && !feedsOf(1).isEmpty());
            Set<String> orphans = feedsOf(0);

            workers.get(0).destroyForcibly().waitFor();
            long killed = System.nanoTime();
            items.incrementAndGet();

            Awaitility.await("all are polled again").atMost(TAKEN_OVER_WITHIN).until(() -> asked.values().stream()
                    .allMatch(at -> at - killed > 0));
            log.info(
                    "{} of {} feeds were orphans; the last was polled {} ms after the kill",
                    orphans.size(),
                    feeds.size(),
                    orphans.stream()
                                    .mapToLong(feed -> asked.get(feed) - killed)
                                    .max()
                                    .orElse(0)
                            / 1_000_000);
            Awaitility.await("and nothing is lost")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> distinctDocuments(settings) == 2 * HOSTS.size());
        } finally {
            server.stop(0);
        }
    }

    private static long distinctDocuments(Settings settings) {
        return new Records(settings)
                .bytes(Topics.DOCUMENTS, "read_committed").stream()
                        .map(record -> record.key())
                        .distinct()
                        .count();
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean feed = exchange.getRequestURI().getPath().equals("/feed");
        String body = IntStream.rangeClosed(1, items.get())
                .mapToObj(i -> "<item><guid>" + i + "</guid><title>Item " + i + "</title></item>")
                .collect(Collectors.joining("", "<rss version=\"2.0\"><channel><title>t</title>", "</channel></rss>"));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (feed) {
            String host = exchange.getRequestHeaders().getFirst("Host");
            asked.put(host, System.nanoTime());
        }
        exchange.sendResponseHeaders(feed ? 200 : 404, feed ? bytes.length : -1);
        if (feed) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    /** Hosts of the feeds whose tasks run on a worker, as Connect tells. */
    private Set<String> feedsOf(int worker) throws Exception {
        Set<String> hosts = new HashSet<>();
        JsonNode tasks = connect("/connectors/source-web/tasks");
        for (JsonNode task : connect("/connectors/source-web/status").get("tasks")) {
            if (task.get("state").asText().equals("RUNNING")
                    && listeners
                            .get(worker)
                            .endsWith("//" + task.get("worker_id").asText())) {
                String feeds = tasks.get(task.get("id").asInt())
                        .get("config")
                        .get("feeds")
                        .asText();
                feeds.lines()
                        .forEach(
                                line -> hosts.add(URI.create(line.split(" ")[1]).getAuthority()));
            }
        }
        return hosts;
    }

    /** Asks the worker that stays. */
    private JsonNode connect(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(listeners.get(1) + path)).build();
        return new ObjectMapper()
                .readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    private Process worker(int number, Settings settings, int port) throws IOException {
        listeners.add("http://127.0.0.1:" + Ports.any());
        Map<String, String> keys = new HashMap<>(Map.of(
                "data.dir",
                directory.resolve("data-" + number).toString(),
                "kafka.bootstrap.servers",
                settings.bootstrapServers(),
                "schema.registry.url",
                settings.registryUrl(),
                "connect.listener",
                listeners.get(number),
                "source.web.tasks.max",
                "4",
                "source.web.allow.private",
                "127.0.0.0/8",
                "source.web.poll.min.ms",
                "500",
                "source.web.poll.max.ms",
                "1000"));
        keys.put(
                "source.web.feeds",
                HOSTS.stream()
                        .map(host -> "http://" + host + ":" + port + "/feed")
                        .collect(Collectors.joining(" ")));
        keys.put("source.web.provider", "web");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Dateline.class.getName(),
                "start",
                "ingest"));
        keys.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        Files.createDirectories(directory);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("worker-" + number + ".log").toFile())
                .start();
    }
}
