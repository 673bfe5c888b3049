package dev.dateline.bench;

import dev.dateline.app.settings.Settings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Waits until a table holds so many rows. */
final class Rows implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Connection connection;

    Rows(Settings settings) throws SQLException {
        connection = DriverManager.getConnection(
                settings.postgresUrl(), settings.postgresUser(), settings.postgresPassword());
    }

    /** Counting reads the whole table: it is done seldom while much is missing, and often towards the end. */
    void await(String table, long wanted) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        long first = count(table);
        for (long rows = first; rows < wanted; rows = count(table)) {
            Duration passed = Duration.ofNanos(System.nanoTime() - start);
            if (passed.compareTo(LIMIT) > 0) {
                throw new IllegalStateException(rows + " of " + wanted + " rows in " + table + " after " + LIMIT);
            }
            long left = passed.toMillis() * (wanted - rows) / Math.max(1, rows - first);
            Thread.sleep(Math.max(50, Math.min(left / 2, 5_000)));
        }
    }

    private long count(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM " + table)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            if ("42P01".equals(e.getSQLState()) || "3F000".equals(e.getSQLState())) {
                return 0; // not migrated yet
            }
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
