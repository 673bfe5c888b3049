package dev.dateline.sink.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Takes down what other tables than {@code article} have of an article. Called in a transaction that has the {@link TakedownLock} alone. */
final class Removal {
    private static final List<String> ERASE = List.of(
            "INSERT INTO %s.erased (article_id) SELECT unnest(?) ON CONFLICT DO NOTHING",
            "DELETE FROM %s.article WHERE article_id = ANY (?)", // its quotes and words for search go with it
            "DELETE FROM %s.search_queue WHERE article_id = ANY (?)",
            "DELETE FROM %s.article_version WHERE article_id = ANY (?)");

    private static final String TAKE_WORDS = """
            DELETE FROM %1$s.article_search AS words USING %1$s.article AS kill
            WHERE kill.article_id = ANY (?) AND kill.state = 'KILLED' AND words.article_id = kill.article_id""";

    private final List<String> ofKilled;
    private final List<String> ofErased;

    Removal(String schema) {
        this.ofKilled = List.of(VersionColumns.takeTexts(schema), TAKE_WORDS.formatted(schema));
        this.ofErased =
                ERASE.stream().map(statement -> statement.formatted(schema)).toList();
    }

    /** @param ids articles of which this transaction has a kill in its hands; those that a later revision revived keep what they have */
    void ofKilled(Connection connection, List<String> ids) throws SQLException {
        run(connection, ofKilled, ids);
    }

    void ofErased(Connection connection, List<String> ids) throws SQLException {
        run(connection, ofErased, ids);
    }

    private static void run(Connection connection, List<String> statements, List<String> ids) throws SQLException {
        for (String statement : statements) {
            Statements.update(connection, statement, ids);
        }
    }
}
