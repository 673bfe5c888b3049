package dev.dateline.sink.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Keeps texts and takedowns apart, in one lock of the server for each schema, held to the end of the transaction. Whoever
 * writes text shares it, whoever takes text down has it alone; each statement after it sees what the other has committed.
 * Without it a text could come in between a kill's look into the tables and its commit.
 *
 * <p>A lock on the row of the article would not do: there is none yet when a kill or a version comes first.
 */
final class TakedownLock {
    /** The first half of the key, so that no other use of advisory locks meets ours: "wire" in ASCII. */
    private static final int SPACE = 0x77697265;

    private final String schema;

    TakedownLock(String schema) {
        this.schema = schema;
    }

    void share(Connection connection) throws SQLException {
        take(connection, "SELECT pg_advisory_xact_lock_shared(?, hashtext(?))");
    }

    void takeAlone(Connection connection) throws SQLException {
        take(connection, "SELECT pg_advisory_xact_lock(?, hashtext(?))");
    }

    /** Whether this transaction is the one that brings the search up to date. */
    boolean tryIndexing(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?, hashtext(? || ' search'))")) {
            statement.setInt(1, SPACE);
            statement.setString(2, schema);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private void take(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, SPACE);
            statement.setString(2, schema);
            statement.execute();
        }
    }
}
