package dev.dateline.app.histories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.ArticleState;
import dev.dateline.sink.postgres.PostgresSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is in the store, asked as its users would. */
final class Rows {
    /** Is given each row. */
    interface Visitor {
        void row(String articleId, ArticleState state, boolean publishable, String headline);
    }

    private interface Reader {
        void row(ResultSet row) throws SQLException;
    }

    private final String url;

    Rows(String url) {
        this.url = url;
    }

    PostgresSettings settings(String schema) {
        Duration limit = Duration.ofSeconds(30);
        return new PostgresSettings(url, null, null, schema, 1, limit, limit, 1_000);
    }

    /** Every row whole, but for the time when it was stored. */
    Map<String, String> articles(String schema) throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        query(
                "SELECT article_id, to_jsonb(a) - 'stored_at' FROM " + schema + ".article a",
                row -> rows.put(row.getString(1), row.getString(2)));
        return rows;
    }

    void eachStateAndText(String schema, Visitor visitor) throws SQLException {
        query(
                "SELECT article_id, state, publishable, headline FROM " + schema + ".article",
                row -> visitor.row(
                        row.getString(1), ArticleState.valueOf(row.getString(2)), row.getBoolean(3), row.getString(4)));
    }

    /** Versions whose text is still there although the store says that the article is killed or erased. */
    List<String> textsOfKilledVersions(String schema) throws SQLException {
        List<String> texts = new ArrayList<>();
        query("""
                SELECT v.article_id FROM %1$s.article_version v
                LEFT JOIN %1$s.article a USING (article_id)
                LEFT JOIN %1$s.erased e USING (article_id)
                WHERE (a.state = 'KILLED' AND num_nonnulls(v.headline, v.standfirst, v.body, v.rest) > 0)
                OR e.article_id IS NOT NULL""".formatted(schema), row -> texts.add(row.getString(1)));
        return texts;
    }

    /** Revision of each article. */
    Map<String, Long> revisions(String schema) throws SQLException {
        Map<String, Long> revisions = new TreeMap<>();
        query(
                "SELECT article_id, revision FROM " + schema + ".article",
                row -> revisions.put(row.getString(1), row.getLong(2)));
        return revisions;
    }

    /** At any moment. */
    void assertNothingForbiddenIsPublic(String schema) throws SQLException {
        List<String> forbidden = new ArrayList<>();
        query("""
                SELECT p.article_id FROM %1$s.public_article p
                LEFT JOIN %1$s.article a USING (article_id)
                LEFT JOIN %1$s.erased e USING (article_id)
                WHERE a.state <> 'CURRENT' OR e.article_id IS NOT NULL""".formatted(schema), row -> forbidden.add(row.getString(1)));
        assertThat(forbidden).isEmpty();
        assertThat(textsOfKilledVersions(schema)).isEmpty();
    }

    private void query(String sql, Reader reader) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.row(rows);
            }
        }
    }
}
