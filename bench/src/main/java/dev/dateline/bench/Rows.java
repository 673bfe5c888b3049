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

    void await(String table, long wanted) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (count(table) < wanted) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        count(table) + " of " + wanted + " rows in " + table + " after " + LIMIT);
            }
            Thread.sleep(100);
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
