package dev.dateline.app.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real PostgreSQL server as a child process, on loopback, data kept between runs. */
public final class EmbeddedPostgres implements AutoCloseable {
    public static final String DATABASE = "dateline";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(40);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final int PORTS_TO_TRY = 3;

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;

    private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts the server, after ending one that a killed process left behind on the same data. */
    public static EmbeddedPostgres start(Path directory, int preferredPort) throws IOException, SQLException {
        Files.createDirectories(directory);
        stopOrphan(dataOf(directory));
        // After the orphan is gone, so that its port is free again and connectors find the server where it was.
        return startOn(directory, Ports.freeOr(preferredPort));
    }

    /**
     * Starts the server on a port, or on another one when the port was taken since it was looked at: the library takes
     * any server that answers there for its own, and everything would be written to somebody else's.
     */
    static EmbeddedPostgres startOn(Path directory, int preferredPort) throws IOException, SQLException {
        int port = preferredPort;
        for (int attempt = 0; attempt < PORTS_TO_TRY; attempt++) {
            EmbeddedPostgres postgres = launch(directory, port);
            if (postgres.serves(dataOf(directory))) {
                postgres.createDatabase();
                return postgres;
            }
            log.warn("port {} was taken by another PostgreSQL meanwhile; trying another one", port);
            postgres.close();
            // Ours may be on its way out still, and a second one on the same data would give up.
            stopOrphan(dataOf(directory));
            port = Ports.any();
        }
        throw new IOException(
                "other PostgreSQL servers took " + PORTS_TO_TRY + " ports one after the other; try again");
    }

    private static EmbeddedPostgres launch(Path directory, int port) throws IOException {
        File serverLog = directory.resolve("postgres.log").toFile();
        return new EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                .setDataDirectory(dataOf(directory))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(START_LIMIT)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(serverLog))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(serverLog))
                .setServerConfig("listen_addresses", "127.0.0.1")
                // The library's defaults are for tests and lose commits: these data are meant to last.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "50")
                .setServerConfig("shared_buffers", "128MB")
                .start());
    }

    private static Path dataOf(Path directory) {
        return directory.resolve("data");
    }

    /** Whether the server that answers is the one on these data. */
    private boolean serves(Path data) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW data_directory")) {
            result.next();
            return Path.of(result.getString(1)).equals(data.toAbsolutePath().normalize());
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + DATABASE;
    }

    public int port() {
        return server.getPort();
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")
                    .next()) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    private static void stopOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
        Optional<ProcessHandle> orphan = ProcessHandle.of(
                        Long.parseLong(lines.get(0).strip()))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
        if (orphan.isPresent()) {
            log.info(
                    "ending the PostgreSQL server {} that an earlier run left behind",
                    orphan.get().pid());
            end(orphan.get());
        }
        Files.deleteIfExists(pidFile);
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
