package dev.dateline.sink.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL for all tests of the module, started by the first that needs it and stopped with the JVM. */
public final class TestPostgres {
    private static final AtomicInteger schemas = new AtomicInteger();

    private TestPostgres() {}

    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static String url() {
        return Server.INSTANCE.getJdbcUrl("postgres", "postgres");
    }

    /** A schema that no other test uses. */
    public static String newSchema() {
        return "test_" + schemas.incrementAndGet();
    }

    static PostgresSettings settings() {
        return settings(url(), newSchema());
    }

    static PostgresSettings settings(String url, String schema) {
        return new PostgresSettings(
                url, "postgres", null, schema, 1, Duration.ofSeconds(2), Duration.ofSeconds(10), 20);
    }

    /** Rows of a query, columns by name in the order of the query. */
    public static List<Map<String, Object>> query(String sql) throws SQLException {
        return query(url(), sql);
    }

    public static List<Map<String, Object>> query(String url, String sql) throws SQLException {
        try (Connection connection = Connections.plain(settings(url, "unused")).getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<Map<String, Object>> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** Rows of a query in which SCHEMA stands for a schema. */
    static List<Map<String, Object>> rows(PostgresSettings settings, String sql) throws SQLException {
        return query(settings.url(), sql.replace("SCHEMA", settings.schema()));
    }

    /** From now on this role needs its password, as it would on any server but this one. */
    public static void askForPasswordOf(String role) throws SQLException, IOException {
        Path rules = Path.of((String) query("SHOW hba_file").get(0).get("hba_file"));
        Files.writeString(rules, "host all " + role + " all scram-sha-256\n" + Files.readString(rules));
        query("SELECT pg_reload_conf()");
    }

    public static void execute(String sql) throws SQLException {
        try (Connection connection =
                        Connections.plain(settings(url(), "unused")).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
