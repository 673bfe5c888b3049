package dev.dateline.sink.postgres;

import dev.dateline.model.ArticleState;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.sink.ArticleStore;
import dev.dateline.sink.LatestRevisions;
import dev.dateline.sink.Refused;
import dev.dateline.sink.StoreException;
import dev.dateline.sink.StoreUnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Articles in table {@code article} of a PostgreSQL (14 or later), and what they quote in table {@code quotes}, next to the
 * views {@code article_tag}, {@code public_article} and {@code public_quotes}. Table {@code erased} remembers what must
 * not come back.
 *
 * <p>U+0000, which PostgreSQL cannot hold, becomes U+FFFD; a time outside the years 1 to 9999 becomes null. Both are
 * flagged in column {@code flags}.
 */
public final class PostgresArticleStore implements ArticleStore {
    private final String upsert;
    private final String killed;
    private final QuoteRows quotes;
    private final Removal removal;
    private final TakedownLock lock;
    private final Transactions transactions;
    /** Null where articles are not to be found by search. */
    private final SearchIndexer search;

    PostgresArticleStore(PostgresSettings settings, boolean indexing) {
        this.upsert = ArticleColumns.upsert(settings.schema());
        this.killed = "SELECT article_id FROM %s.article WHERE article_id = ANY (?) AND state = 'KILLED'"
                .formatted(settings.schema());
        this.quotes = new QuoteRows(settings.schema());
        this.removal = new Removal(settings.schema());
        this.lock = new TakedownLock(settings.schema());
        this.transactions = new Transactions(settings);
        this.search = indexing ? new SearchIndexer(settings) : null;
    }

    /**
     * Brings the schema up to date and opens the store.
     *
     * @param indexing whether articles are indexed for full-text search
     * @throws StoreUnavailableException if the server cannot be reached
     * @throws StoreException if it turns us away or a migration fails
     */
    public static PostgresArticleStore open(PostgresSettings settings, boolean indexing)
            throws StoreUnavailableException {
        Migrations.run(settings);
        PostgresArticleStore store = new PostgresArticleStore(settings, indexing);
        if (indexing) {
            store.search.start();
        }
        return store;
    }

    @Override
    public List<Refused<EnrichedArticle>> write(Collection<EnrichedArticle> batch) throws StoreUnavailableException {
        // Writers that take their row locks in one order cannot block each other for ever.
        Map<Boolean, List<EnrichedArticle>> byKill = LatestRevisions.of(batch).stream()
                .sorted(Comparator.comparing(EnrichedArticle::getArticleId))
                .collect(Collectors.partitioningBy(article -> article.getState() == ArticleState.KILLED));
        List<Refused<EnrichedArticle>> refused = new ArrayList<>();
        transactions.write(
                byKill.get(false), this::store, (article, reason) -> withoutNul(article, reason, this::store, refused));
        // Kills keep all others waiting, so they have a short transaction of their own.
        transactions.write(
                byKill.get(true), this::kill, (article, reason) -> withoutNul(article, reason, this::kill, refused));
        return refused;
    }

    private void withoutNul(
            EnrichedArticle article,
            String reason,
            Transactions.RowWork<EnrichedArticle> work,
            List<Refused<EnrichedArticle>> refused)
            throws StoreUnavailableException {
        List<EnrichedArticle> replaced = Storable.withoutNul(article).stream().toList();
        if (replaced.isEmpty()) {
            refused.add(new Refused<>(article, reason));
        }
        transactions.write(replaced, work, (copy, why) -> refused.add(new Refused<>(article, why)));
    }

    private void store(Connection connection, List<EnrichedArticle> articles) throws SQLException {
        lock.share(connection);
        Set<String> written = upsert(connection, articles);
        if (search != null) {
            search.enqueue(connection, List.copyOf(written));
        }
    }

    private void kill(Connection connection, List<EnrichedArticle> kills) throws SQLException {
        lock.takeAlone(connection);
        upsert(connection, kills);
        removal.ofKilled(
                connection, kills.stream().map(EnrichedArticle::getArticleId).toList());
    }

    private Set<String> upsert(Connection connection, List<EnrichedArticle> articles) throws SQLException {
        List<EnrichedArticle> fitting =
                articles.stream().map(Storable::withTimesThatFit).toList();
        Set<String> written = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(upsert)) {
            ArticleColumns.bind(statement, fitting);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    written.add(rows.getString(1));
                }
            }
        }
        quotes.replace(
                connection,
                fitting.stream()
                        .filter(article -> written.contains(article.getArticleId()))
                        .toList());
        return written;
    }

    @Override
    public void erase(Collection<String> articleIds) throws StoreUnavailableException {
        List<String> ids = articleIds.stream()
                .map(Storable::withoutNul)
                .distinct()
                .sorted()
                .toList();
        transactions.write(
                ids,
                (connection, some) -> {
                    lock.takeAlone(connection);
                    removal.ofErased(connection, some);
                },
                (id, reason) -> {
                    // An id that does not fit the memory of erasures fits no table, so there is nothing to erase.
                });
    }

    @Override
    public Set<String> killed(Collection<String> articleIds) throws StoreUnavailableException {
        List<String> ids = articleIds.stream().map(Storable::withoutNul).toList();
        Set<String> found = transactions.run(connection -> Statements.query(connection, killed, ids));
        return articleIds.stream()
                .filter(id -> found.contains(Storable.withoutNul(id)))
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        if (search != null) {
            search.close();
        }
        transactions.close();
    }
}
