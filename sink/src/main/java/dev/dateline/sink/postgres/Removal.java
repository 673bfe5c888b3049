package dev.dateline.sink.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Takes down what other tables than {@code article} have of an article. Called in a transaction that has the {@link TakedownLock} alone. */
final class Removal {
    private static final List<String> ERASE = List.of(
            "INSERT INTO %s.erased (article_id) SELECT unnest(?) ON CONFLICT DO NOTHING",
            "DELETE FROM %s.article WHERE article_id = ANY (?)"); // its quotes go with it

    private final String schema;

    Removal(String schema) {
        this.schema = schema;
    }

    /** @param ids articles of which this transaction has a kill in its hands; those that a later revision revived keep what they have */
    void ofKilled(Connection connection, List<String> ids) throws SQLException {}

    void ofErased(Connection connection, List<String> ids) throws SQLException {
        for (String statement : ERASE) {
            Statements.update(connection, statement.formatted(schema), ids);
        }
    }
}
