package dev.dateline.sink.postgres;

import dev.dateline.model.Article;
import dev.dateline.sink.RecordStore;
import dev.dateline.sink.Refused;
import dev.dateline.sink.StoreException;
import dev.dateline.sink.StoreUnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every version of every article as it was parsed, in table {@code article_version}. A killed article has no text there
 * from the transaction on that stores the kill in table {@code article}, whichever of them comes first.
 */
public final class PostgresVersionStore implements RecordStore<Article> {
    private final String insert;
    private final TakedownLock lock;
    private final Transactions transactions;

    PostgresVersionStore(PostgresSettings settings) {
        this.insert = VersionColumns.insert(settings.schema());
        this.lock = new TakedownLock(settings.schema());
        this.transactions = new Transactions(settings);
    }

    /**
     * Brings the schema up to date and opens the store.
     *
     * @throws StoreUnavailableException if the server cannot be reached
     * @throws StoreException if it turns us away or a migration fails
     */
    public static PostgresVersionStore open(PostgresSettings settings) throws StoreUnavailableException {
        Migrations.run(settings);
        return new PostgresVersionStore(settings);
    }

    @Override
    public List<Refused<Article>> write(Collection<Article> batch) throws StoreUnavailableException {
        // Each key once, or one statement would write a row twice; in one order, or two writers could block each other.
        Map<String, Article> versions = new TreeMap<>();
        batch.forEach(version -> versions.put(VersionColumns.key(version), version));
        List<Refused<Article>> refused = new ArrayList<>();
        transactions.write(
                List.copyOf(versions.values()),
                this::insert,
                (version, reason) -> withoutNul(version, reason, refused));
        return refused;
    }

    private void withoutNul(Article version, String reason, List<Refused<Article>> refused)
            throws StoreUnavailableException {
        List<Article> replaced = Storable.copyWithoutNul(version).stream().toList();
        if (replaced.isEmpty()) {
            refused.add(new Refused<>(version, reason));
        }
        replaced.forEach(copy -> Storable.flag(copy, Storable.NUL_REPLACED));
        transactions.write(replaced, this::insert, (copy, why) -> refused.add(new Refused<>(version, why)));
    }

    private void insert(Connection connection, List<Article> versions) throws SQLException {
        lock.share(connection);
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            VersionColumns.bind(statement, versions);
            statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        transactions.close();
    }
}
