package dev.dateline.sink.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.sink.ArticleStore;
import dev.dateline.sink.LatestRevisions;
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
import java.util.Optional;
import java.util.Set;

/**
 * Articles in table {@code article} of a PostgreSQL (14 or later), and what they quote in table {@code quotes}, next to the
 * views {@code article_tag}, {@code public_article} and {@code public_quotes}.
 *
 * <p>U+0000, which PostgreSQL cannot hold, becomes U+FFFD; a time outside the years 1 to 9999 becomes null. Both are
 * flagged in column {@code flags}.
 */
public final class PostgresArticleStore implements ArticleStore {
    private final PostgresSettings settings;
    private final String upsert;
    private final QuoteRows quotes;
    private final HikariDataSource pool;

    PostgresArticleStore(PostgresSettings settings) {
        this.settings = settings;
        this.upsert = ArticleColumns.upsert(settings.schema());
        this.quotes = new QuoteRows(settings.schema());
        this.pool = Connections.pool(settings);
    }

    /**
     * Brings the schema up to date and opens the store.
     *
     * @throws StoreUnavailableException if the server cannot be reached
     * @throws StoreException if it turns us away or a migration fails
     */
    public static PostgresArticleStore open(PostgresSettings settings) throws StoreUnavailableException {
        Migrations.run(settings);
        return new PostgresArticleStore(settings);
    }

    @Override
    public List<Refused> write(Collection<EnrichedArticle> batch) throws StoreUnavailableException {
        List<EnrichedArticle> latest = new ArrayList<>(LatestRevisions.of(batch));
        // Writers that take their row locks in one order cannot block each other for ever.
        latest.sort(Comparator.comparing(EnrichedArticle::getArticleId));
        List<Refused> refused = new ArrayList<>();
        for (int from = 0; from < latest.size(); from += settings.batchSize()) {
            write(latest.subList(from, Math.min(from + settings.batchSize(), latest.size())), refused);
        }
        return refused;
    }

    /** Halves what the server refuses until the rows it refuses stand alone. */
    private void write(List<EnrichedArticle> articles, List<Refused> refused) throws StoreUnavailableException {
        try {
            commit(articles);
        } catch (SQLException e) {
            String reason = SqlFailure.reason(e);
            switch (SqlFailure.of(e)) {
                case TRANSIENT -> throw new StoreUnavailableException(settings.server() + ": " + reason, e);
                case PERMANENT -> throw new StoreException(settings.server() + ": " + reason, e);
                case ROW -> {
                    if (articles.size() == 1) {
                        writeWithoutNul(articles.get(0), reason, refused);
                    } else {
                        int half = articles.size() / 2;
                        write(articles.subList(0, half), refused);
                        write(articles.subList(half, articles.size()), refused);
                    }
                }
            }
        }
    }

    private void writeWithoutNul(EnrichedArticle article, String reason, List<Refused> refused)
            throws StoreUnavailableException {
        List<Refused> again = new ArrayList<>();
        Optional<EnrichedArticle> replaced = Storable.withoutNul(article);
        if (replaced.isPresent()) {
            write(List.of(replaced.get()), again);
        } else {
            again.add(new Refused(article, reason));
        }
        again.forEach(one -> refused.add(new Refused(article, one.reason())));
    }

    private void commit(List<EnrichedArticle> articles) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(upsert)) {
            List<EnrichedArticle> fitting =
                    articles.stream().map(Storable::withTimesThatFit).toList();
            ArticleColumns.bind(statement, fitting);
            Set<String> written = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    written.add(rows.getString(1));
                }
            }
            quotes.replace(
                    connection,
                    fitting.stream()
                            .filter(article -> written.contains(article.getArticleId()))
                            .toList());
            connection.commit();
        } // without a commit, the pool rolls back what it takes back
    }

    @Override
    public void close() {
        pool.close();
    }
}
