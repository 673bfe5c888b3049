package dev.dateline.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.app.Dateline;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills the process that holds everything, at random moments, and compares the store with that of an undisturbed run.
 * Size and seed: {@code -Dcrash.documents=10000 -Dcrash.kills=10 -Dcrash.seed=…}; the seed is printed.
 */
class CrashIT {
    /** The columns in which the two stores may differ: times of reception and storage. */
    private static final Set<String> MAY_DIFFER = Set.of("received_at", "enriched_at", "stored_at");

    private static final Logger log = LoggerFactory.getLogger(CrashIT.class);
    private static final Duration RESTART_LIMIT = Duration.ofSeconds(20);
    private static final Instant DELIVERED = Instant.parse("2026-10-01T00:00:00Z");

    @TempDir
    Path directory;

    @Test
    void theStoreAfterCrashesEqualsThatOfAnUndisturbedRun() throws Exception {
        int documents = Integer.getInteger("crash.documents", 600);
        int kills = Integer.getInteger("crash.kills", 2);
        long seed = Long.getLong("crash.seed", new Random().nextLong());
        log.info("crash.documents={} crash.kills={} crash.seed={}", documents, kills, seed);

        Map<String, String> undisturbed = undisturbed(documents, seed);
        Map<String, String> disturbed = disturbed(documents, kills, seed);

        assertThat(undisturbed.size()).as("articles stored").isEqualTo(Wire.articles(documents));
        assertThat(disturbed.keySet()).isEqualTo(undisturbed.keySet());
        undisturbed.forEach((id, row) -> assertThat(disturbed.get(id)).as(id).isEqualTo(row));
        log.info("{} rows are equal", undisturbed.size());
    }

    private Map<String, String> undisturbed(int documents, long seed) throws Exception {
        Path in = Files.createDirectories(directory.resolve("undisturbed/wire"));
        Wire.write(in, documents, seed);
        return finish(in, directory.resolve("undisturbed/data"));
    }

    /** Each life of the process gets a share of the documents, so that there is something under way whenever it dies. */
    private Map<String, String> disturbed(int documents, int kills, long seed) throws Exception {
        Path staged = Files.createDirectories(directory.resolve("disturbed/staged"));
        Path in = Files.createDirectories(directory.resolve("disturbed/wire"));
        Path data = directory.resolve("disturbed/data");
        Wire.write(staged, documents, seed);
        Random random = new Random(seed);
        List<Long> restarts = new ArrayList<>();
        for (int kill = 0; kill < kills; kill++) {
            deliver(staged, in, documents / (kills + 1));
            Instant started = Instant.now();
            Process process = dateline(in, data, "crash-" + kill);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> rowsSince(data, started) > 0);
            restarts.add(Duration.between(started, Instant.now()).toMillis());
            Awaitility.await()
                    .pollDelay(Duration.ofMillis(1 + random.nextInt(1_500)))
                    .until(() -> true);
            // The PostgreSQL server outlives its parent, and is left for the next start to deal with.
            process.destroyForcibly().waitFor();
            log.info("killed with {} rows new, {} files waiting", rowsSince(data, started), waiting(in));
        }
        log.info(
                "milliseconds from each start to the first new row (wanted: {} at most): {}",
                RESTART_LIMIT.toMillis(),
                restarts);
        deliver(staged, in, documents);
        return finish(in, data);
    }

    private static void deliver(Path staged, Path in, int most) throws IOException {
        List<Path> files;
        try (var all = Files.list(staged)) {
            files = all.sorted().limit(most).toList();
        }
        for (Path file : files) {
            Files.move(file, in.resolve(file.getFileName()));
        }
    }

    private static long waiting(Path in) throws IOException {
        try (var files = Files.list(in)) {
            return files.filter(file -> file.toString().endsWith(".json")).count();
        }
    }

    /** Lets the pipeline take what is left, and reads the store. */
    private Map<String, String> finish(Path in, Path data) throws Exception {
        Process process = dateline(in, data, "finish", "--once");
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ends by itself").isTrue();
        assertThat(process.exitValue()).as(log(data, "finish")).isZero();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data.resolve("postgres"), Ports.any());
                Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), "postgres", "")) {
            return read(connection);
        }
    }

    private static Map<String, String> read(Connection connection) throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM dateline.article")) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                TreeSet<String> cells = new TreeSet<>();
                for (int i = 1; i <= columns; i++) {
                    String name = result.getMetaData().getColumnName(i);
                    if (!MAY_DIFFER.contains(name)) {
                        cells.add(name + "=" + result.getString(i));
                    }
                }
                rows.put(result.getString("article_id"), String.join("\n", cells));
            }
        }
        return rows;
    }

    private Process dateline(Path in, Path data, String name, String... more) throws IOException {
        Files.createDirectories(data.getParent());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Dateline.class.getName(),
                "run",
                "--source",
                "wire=" + in,
                "--data-dir",
                data.toString()));
        command.addAll(List.of(more));
        File output = data.getParent().resolve(name + ".log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
    }

    private static String log(Path data, String name) throws IOException {
        return Files.readString(data.getParent().resolve(name + ".log"));
    }

    /** Rows that a running process has stored, on the port that its server wrote down; 0 while it is not up. */
    private static long rowsSince(Path data, Instant since) {
        try {
            List<String> pid = Files.readAllLines(data.resolve("postgres/data/postmaster.pid"), StandardCharsets.UTF_8);
            String url = "jdbc:postgresql://127.0.0.1:" + pid.get(3).strip() + "/" + EmbeddedPostgres.DATABASE
                    + "?connectTimeout=1&socketTimeout=2";
            try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                    PreparedStatement query = connection.prepareStatement(
                            "SELECT count(*) FROM dateline.article WHERE stored_at > ?::timestamptz")) {
                query.setString(1, since.toString());
                try (ResultSet result = query.executeQuery()) {
                    result.next();
                    return result.getLong(1);
                }
            }
        } catch (IOException | SQLException | IndexOutOfBoundsException e) {
            return 0;
        }
    }

    /** A generated wire: three documents per two articles, some of them kills. */
    private static final class Wire {
        private static final String[] COUNTRIES = {"Kenya", "Brazil", "Japan", "Norway", "Egypt", "Peru", "India"};

        static int articles(int documents) {
            return documents - documents / 3;
        }

        static void write(Path in, int documents, long seed) throws IOException {
            Random random = new Random(seed);
            int articles = articles(documents);
            for (int i = 0; i < documents; i++) {
                boolean second = i >= articles;
                int article = second ? (i - articles) * 2 : i;
                boolean kill = second && article % 10 == 0;
                Path file = in.resolve("%06d-%d.json".formatted(random.nextInt(1_000_000), i));
                Files.writeString(file, ninjs(article, second ? 2 : 1, kill, random));
                Files.setLastModifiedTime(file, FileTime.from(DELIVERED));
            }
        }

        private static String ninjs(int article, int version, boolean kill, Random random) {
            String country = COUNTRIES[article % COUNTRIES.length];
            String words =
                    random.ints(120, 0, 400).mapToObj(word -> "word" + word).collect(Collectors.joining(" "));
            return """
                    {"standard": {"name": "ninjs", "version": "3.1"}, "uri": "urn:crash:%d", "type": "text",
                     "version": "%d", "versionCreated": "2026-09-01T0%d:00:00Z", "pubStatus": "%s", "language": "en",
                     "headlines": [{"role": "main", "value": "Parliament of %s votes on budget, version %d"}],
                     "bodies": [{"role": "main", "contentType": "text/plain", "value": "The government of %s said: %s"}]}
                    """.formatted(
                            article, version, version, kill ? "canceled" : "usable", country, version, country, words);
        }
    }
}
