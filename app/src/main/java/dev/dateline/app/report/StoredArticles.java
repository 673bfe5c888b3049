package dev.dateline.app.report;

import dev.dateline.app.settings.Settings;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads back from PostgreSQL what a person wants to see of an article. */
public final class StoredArticles {
    /**
     * One row.
     *
     * @param status current, or why it is not public: held, embargoed, withheld, killed
     * @param countries codes the article is about, the likeliest first
     * @param topics short names of the top-level Media Topics it is about, two at most, the likeliest first
     */
    public record Row(
            String articleId,
            String status,
            String provider,
            String version,
            String countries,
            String topics,
            String headline) {}

    private static final String QUERY = """
            SELECT CASE WHEN a.state = 'CURRENT' AND NOT a.publishable THEN 'held' ELSE lower(a.state) END AS status,
                   a.article_id, a.provider, a.version, a.headline,
                   (SELECT string_agg(code, ' ' ORDER BY score DESC, code) FROM dateline.article_tag t
                     WHERE t.article_id = a.article_id AND t.scheme = 'country' AND t.score >= 0.5) AS countries,
                   (SELECT string_agg(split_part(split_part(name, ',', 1), ' and ', 1), ', ' ORDER BY score DESC, code) FROM (
                       SELECT name, score, code FROM dateline.article_tag t
                        WHERE t.article_id = a.article_id AND t.scheme = 'medtop' AND t.score >= 0.5
                          AND t.code LIKE '%000000' ORDER BY score DESC, code LIMIT 2) top) AS topics
              FROM dateline.article a
             WHERE a.article_id = ANY (?)
             ORDER BY status, a.version_created DESC NULLS LAST, a.article_id
             LIMIT ?
            """;

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private StoredArticles() {}

    public static List<Row> read(Settings settings, Collection<String> articleIds, int limit) throws SQLException {
        List<Row> rows = new ArrayList<>();
        if (articleIds.isEmpty()) { // then the store may not have made its tables yet
            return rows;
        }
        try (Connection connection = Database.open(settings, LIMIT);
                PreparedStatement query = connection.prepareStatement(QUERY)) {
            Array ids = connection.createArrayOf("text", articleIds.toArray());
            query.setArray(1, ids);
            query.setInt(2, limit);
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    rows.add(new Row(
                            result.getString("article_id"),
                            result.getString("status"),
                            result.getString("provider"),
                            result.getString("version"),
                            result.getString("countries"),
                            result.getString("topics"),
                            result.getString("headline")));
                }
            }
        }
        return rows;
    }
}
