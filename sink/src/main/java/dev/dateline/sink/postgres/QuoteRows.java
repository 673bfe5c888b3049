package dev.dateline.sink.postgres;

import dev.dateline.model.ArticleState;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Quote;
import dev.dateline.sink.postgres.Columns.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of table quotes. They follow what was written to table article in the same transaction, whose row locks keep
 * other writers of the same article away, so they need no guard of their own.
 */
final class QuoteRows {
    /** A quote and where it belongs. */
    private record Row(String articleId, int position, Quote quote) {}

    private static final Columns<Row> COLUMNS = new Columns<>(List.of(
            new Column<>("article_id", "text", Row::articleId),
            new Column<>("position", "integer", row -> Integer.toString(row.position)),
            new Column<>("field", "text", row -> row.quote.getField()),
            new Column<>("start_at", "integer", row -> Integer.toString(row.quote.getStart())),
            new Column<>("end_at", "integer", row -> Integer.toString(row.quote.getEnd())),
            new Column<>("text", "text", row -> row.quote.getText()),
            new Column<>("speaker_scheme", "text", row -> row.quote.getSpeakerScheme()),
            new Column<>("speaker_code", "text", row -> row.quote.getSpeakerCode()),
            new Column<>("speaker_name", "text", row -> row.quote.getSpeakerName()),
            new Column<>("speaker", "jsonb", row -> Columns.json(row.quote.getSpeaker())),
            new Column<>("cue", "jsonb", row -> Columns.json(row.quote.getCue())),
            new Column<>("score", "double precision", row -> Double.toString(row.quote.getScore())),
            new Column<>("method", "text", row -> row.quote.getMethod())));

    private final String delete;
    private final String insert;

    QuoteRows(String schema) {
        delete = "DELETE FROM %s.quotes WHERE article_id = ANY (?)".formatted(schema);
        insert = "INSERT INTO %s.quotes (%s) SELECT %s FROM (SELECT %s) AS batch"
                .formatted(schema, COLUMNS.names(), COLUMNS.casts(), COLUMNS.arrays());
    }

    /** Puts the quotes of articles whose rows this transaction has just written in the place of those of older revisions. */
    void replace(Connection connection, List<EnrichedArticle> written) throws SQLException {
        List<String> replacing = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (EnrichedArticle article : written) {
            // the first revision of an article replaces nothing
            if (article.getRevision() > 1) {
                replacing.add(article.getArticleId());
            }
            if (article.getState() != ArticleState.KILLED) {
                for (Quote quote : article.getQuotes()) {
                    rows.add(new Row(article.getArticleId(), position(rows, article), quote));
                }
            }
        }
        if (!replacing.isEmpty()) {
            Statements.update(connection, delete, replacing);
        }
        if (!rows.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                COLUMNS.bind(statement, rows);
                statement.executeUpdate();
            }
        }
    }

    private static int position(List<Row> rows, EnrichedArticle article) {
        Row last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
        return last == null || !last.articleId.equals(article.getArticleId()) ? 0 : last.position + 1;
    }
}
