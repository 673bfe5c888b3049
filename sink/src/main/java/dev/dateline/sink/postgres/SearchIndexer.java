package dev.dateline.sink.postgres;

import dev.dateline.sink.StoreException;
import dev.dateline.sink.StoreUnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the words of articles for full-text search, in a thread of its own and out of the queue that writers fill. While
 * there is much to write it takes a hundred articles a second at most, and leaves the rest for quieter times. Of several
 * tasks one does so at a time.
 */
final class SearchIndexer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SearchIndexer.class);
    private static final int SLICE = 100;
    /** More articles than this between two slices mean that writing comes first. */
    private static final long BUSY = 50;

    private static final long IDLE_MILLIS = 500;
    private static final long BUSY_MILLIS = 1_000;
    private static final long TROUBLE_MILLIS = 5_000;

    /** An article in the queue, and its place there. */
    private record Queued(String place, String articleId) {}

    private final String enqueue;
    private final String next;
    private final String leave;
    private final String index;
    private final TakedownLock lock;
    private final Transactions transactions;
    private final AtomicLong written = new AtomicLong();
    private final Thread thread = new Thread(this::run, "dateline-search");
    private volatile boolean closed;

    SearchIndexer(PostgresSettings settings) {
        String schema = settings.schema();
        this.enqueue = "INSERT INTO %s.search_queue SELECT unnest(?)".formatted(schema);
        this.next = "SELECT ctid::text, article_id FROM %s.search_queue LIMIT %d".formatted(schema, SLICE);
        this.leave =
                "DELETE FROM %s.search_queue WHERE ctid = ANY (?::tid[]) AND article_id = ANY (?)".formatted(schema);
        this.index = "SELECT %s.index_articles(?)".formatted(schema);
        this.lock = new TakedownLock(schema);
        this.transactions = new Transactions(settings);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** In the transaction that has just written these articles. */
    void enqueue(Connection connection, List<String> articleIds) throws SQLException {
        if (!articleIds.isEmpty()) {
            Statements.update(connection, enqueue, articleIds);
            written.addAndGet(articleIds.size());
        }
    }

    private void run() {
        String trouble = "";
        while (!closed) {
            long pause;
            try {
                boolean more = slice();
                pause = !more ? IDLE_MILLIS : written.getAndSet(0) > BUSY ? BUSY_MILLIS : 0;
                trouble = "";
            } catch (StoreUnavailableException | StoreException e) {
                if (!trouble.equals(e.getMessage()) && !closed) {
                    trouble = e.getMessage();
                    log.warn("search is not brought up to date until this is mended: {}", trouble);
                }
                pause = TROUBLE_MILLIS;
            }
            pause(pause);
        }
    }

    /** Takes some articles off the queue and makes their words; false when there were none, or another task is at it. */
    private boolean slice() throws StoreUnavailableException {
        List<Queued> due = transactions.run(this::next);
        List<Queued> done = new ArrayList<>();
        transactions.write(
                due,
                (connection, some) -> {
                    if (lock.tryIndexing(connection)) {
                        lock.share(connection);
                        // first: what is written from now on is queued anew
                        leave(connection, some);
                        Statements.query(connection, index, ids(some));
                        done.addAll(some);
                    }
                },
                (one, reason) -> {
                    log.warn("{} cannot be found by search: {}", one.articleId, reason);
                    transactions.run(connection -> leave(connection, List.of(one)));
                });
        return !done.isEmpty();
    }

    private List<Queued> next(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(next);
                ResultSet rows = statement.executeQuery()) {
            List<Queued> due = new ArrayList<>();
            while (rows.next()) {
                due.add(new Queued(rows.getString(1), rows.getString(2)));
            }
            return due;
        }
    }

    private int leave(Connection connection, List<Queued> some) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(leave)) {
            Object[] places = some.stream().map(Queued::place).toArray();
            statement.setArray(1, connection.createArrayOf("text", places));
            statement.setArray(2, connection.createArrayOf("text", ids(some).toArray()));
            return statement.executeUpdate();
        }
    }

    private static List<String> ids(List<Queued> some) {
        return some.stream().map(Queued::articleId).distinct().toList();
    }

    private synchronized void pause(long millis) {
        try {
            if (millis > 0 && !closed) {
                wait(millis);
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** Returns when the thread has ended, which takes as long as the articles that it is at. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        transactions.close();
    }
}
