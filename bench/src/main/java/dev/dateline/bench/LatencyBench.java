package dev.dateline.bench;

import dev.dateline.app.embedded.DataDirectory;
import dev.dateline.app.embedded.EmbeddedStack;
import dev.dateline.app.pipeline.Pipeline;
import dev.dateline.app.pipeline.TopicAdmin;
import dev.dateline.app.settings.Settings;
import dev.dateline.app.settings.SettingsLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** How long a file takes from its arrival to its row, while files arrive at a rate that the pipeline keeps up with. */
final class LatencyBench {
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration MEASURED = Duration.ofSeconds(60);
    /** Looking at each would be a load of its own. */
    private static final int LOOK_AT_EVERY = 20;

    private static final int BETWEEN_LOOKS_MILLIS = 5;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Corpus corpus;
    private final int rate;
    private final Map<String, Long> waiting = new ConcurrentHashMap<>();
    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

    /** @param rate files a second */
    LatencyBench(Corpus corpus, int rate) {
        this.corpus = corpus;
        this.rate = rate;
    }

    /** Milliseconds that half, and 99 of a hundred, of the looked-at files took at most. */
    record Latency(long p50, long p99, int files) {}

    /** @param source settings of the source beside directory and provider */
    Latency measure(Map<String, String> source) throws Exception {
        Path work = Files.createTempDirectory("dateline-bench");
        Path wire = Files.createDirectories(work.resolve("wire"));
        Map<String, String> given = new HashMap<>(Map.of(
                "data.dir", work.resolve("data").toString(),
                "source.bench.directory", wire.toString(),
                "source.bench.provider", "bench"));
        source.forEach((key, value) -> given.put("source.bench." + key, value));
        Settings wanted = SettingsLoader.load(null, Map.of(), given);
        try (DataDirectory data = DataDirectory.open(wanted.dataDir());
                EmbeddedStack stack = EmbeddedStack.start(data)) {
            Settings settings = stack.connect(wanted);
            try (TopicAdmin topics = new TopicAdmin(settings)) {
                topics.apply();
            }
            try (Pipeline pipeline =
                    Pipeline.start(settings, EnumSet.allOf(Pipeline.Stage.class), InstantSource.system(), true)) {
                pipeline.awaitRunning(() -> false);
                return feed(settings, wire);
            }
        } finally {
            Work.delete(work);
        }
    }

    private Latency feed(Settings settings, Path wire) throws Exception {
        FutureTask<Void> look = new FutureTask<>(() -> look(settings));
        Thread looking = new Thread(look, "latency");
        looking.setDaemon(true);
        Random random = new Random(1);
        int warmUp = Math.toIntExact(WARM_UP.toSeconds() * rate);
        int all = warmUp + Math.toIntExact(MEASURED.toSeconds() * rate);
        long start = System.nanoTime();
        for (int i = 0; i < all; i++) {
            if (i == warmUp) {
                looking.start();
            }
            TimeUnit.NANOSECONDS.sleep(start + i * TimeUnit.SECONDS.toNanos(1) / rate - System.nanoTime());
            check(look);
            deliver(wire, "urn:latency:" + i, random, i >= warmUp && i % LOOK_AT_EVERY == 0);
        }
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!waiting.isEmpty()) {
            check(look);
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(waiting.size() + " files were not stored within " + LIMIT);
            }
            Thread.sleep(100);
        }
        looking.interrupt();
        looking.join();
        List<Long> sorted = nanos.stream().sorted().toList();
        return new Latency(
                TimeUnit.NANOSECONDS.toMillis(sorted.get(sorted.size() / 2)),
                TimeUnit.NANOSECONDS.toMillis(sorted.get(sorted.size() * 99 / 100)),
                sorted.size());
    }

    private void deliver(Path wire, String guid, Random random, boolean looked) throws IOException {
        String name = guid.replace(':', '-') + ".json";
        Path hidden = wire.resolve("." + name);
        Files.writeString(hidden, corpus.ninjs(guid, random), StandardCharsets.UTF_8);
        if (looked) {
            waiting.put("bench/" + guid, System.nanoTime());
        }
        Files.move(hidden, wire.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** What kept the rows from being looked for ends the measurement. */
    private static void check(FutureTask<Void> look) throws Exception {
        if (look.isDone()) {
            look.get();
        }
    }

    private Void look(Settings settings) throws SQLException {
        String query = "SELECT article_id FROM dateline.article WHERE article_id = ANY (?)";
        try (Connection connection = DriverManager.getConnection(
                        settings.postgresUrl(), settings.postgresUser(), settings.postgresPassword());
                PreparedStatement statement = connection.prepareStatement(query)) {
            while (true) {
                statement.setArray(
                        1, connection.createArrayOf("text", waiting.keySet().toArray()));
                try (ResultSet rows = statement.executeQuery()) {
                    long now = System.nanoTime();
                    while (rows.next()) {
                        nanos.add(now - waiting.remove(rows.getString(1)));
                    }
                }
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
            }
        } catch (InterruptedException e) {
            return null; // all that was waited for is there
        }
    }
}
