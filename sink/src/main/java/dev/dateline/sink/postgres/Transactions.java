package dev.dateline.sink.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.dateline.sink.StoreException;
import dev.dateline.sink.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Transactions on one PostgreSQL, and what their failures mean to whoever writes. */
final class Transactions implements AutoCloseable {
    /** What a transaction does; it is committed when this returns and rolled back when it throws. */
    interface Work<R> {
        R in(Connection connection) throws SQLException;
    }

    /** What a transaction does with rows. */
    interface RowWork<T> {
        void in(Connection connection, List<T> rows) throws SQLException;
    }

    /** Takes a row that the server refuses. */
    interface Refusal<T> {
        void of(T row, String reason) throws StoreUnavailableException;
    }

    private final PostgresSettings settings;
    private final HikariDataSource pool;

    Transactions(PostgresSettings settings) {
        this.settings = settings;
        this.pool = Connections.pool(settings);
    }

    /**
     * One transaction.
     *
     * @throws StoreUnavailableException if the same will work later
     * @throws StoreException if it will not
     */
    <R> R run(Work<R> work) throws StoreUnavailableException {
        try {
            return commit(work);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** As many transactions as {@link PostgresSettings#batchSize} asks for; halves what the server refuses until the rows it refuses stand alone. */
    <T> void write(List<T> rows, RowWork<T> work, Refusal<T> refusal) throws StoreUnavailableException {
        for (int from = 0; from < rows.size(); from += settings.batchSize()) {
            halving(rows.subList(from, Math.min(from + settings.batchSize(), rows.size())), work, refusal);
        }
    }

    private <T> void halving(List<T> rows, RowWork<T> work, Refusal<T> refusal) throws StoreUnavailableException {
        try {
            commit(connection -> {
                work.in(connection, rows);
                return null;
            });
        } catch (SQLException e) {
            if (SqlFailure.of(e) != SqlFailure.ROW) {
                throw failure(e);
            }
            if (rows.size() == 1) {
                refusal.of(rows.get(0), SqlFailure.reason(e));
            } else {
                int half = rows.size() / 2;
                halving(rows.subList(0, half), work, refusal);
                halving(rows.subList(half, rows.size()), work, refusal);
            }
        }
    }

    private <R> R commit(Work<R> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            R result = work.in(connection);
            connection.commit();
            return result;
        } // without a commit, the pool rolls back what it takes back
    }

    private StoreUnavailableException failure(SQLException e) {
        // What a connection was told when it was opened, such as to read only, may have changed by the next attempt.
        pool.getHikariPoolMXBean().softEvictConnections();
        String reason = settings.server() + ": " + SqlFailure.reason(e);
        if (SqlFailure.of(e) == SqlFailure.TRANSIENT) {
            return new StoreUnavailableException(reason, e);
        }
        throw new StoreException(reason, e);
    }

    @Override
    public void close() {
        pool.close();
    }
}
