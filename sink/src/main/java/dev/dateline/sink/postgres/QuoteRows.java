package dev.dateline.sink.postgres;

import dev.dateline.model.ArticleJson;
import dev.dateline.model.ArticleState;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Evidence;
import dev.dateline.model.Quote;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rows of table quotes. They follow what was written to table article in the same transaction, whose row locks keep
 * other writers of the same article away, so they need no guard of their own.
 */
final class QuoteRows {
    /** A quote and where it belongs. */
    private record Row(String articleId, int position, Quote quote) {}

    private record Column(String name, String type, Function<Row, String> value) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("article_id", "text", Row::articleId),
            new Column("position", "integer", row -> Integer.toString(row.position)),
            new Column("field", "text", row -> row.quote.getField()),
            new Column("start_at", "integer", row -> Integer.toString(row.quote.getStart())),
            new Column("end_at", "integer", row -> Integer.toString(row.quote.getEnd())),
            new Column("text", "text", row -> row.quote.getText()),
            new Column("speaker_scheme", "text", row -> row.quote.getSpeakerScheme()),
            new Column("speaker_code", "text", row -> row.quote.getSpeakerCode()),
            new Column("speaker_name", "text", row -> row.quote.getSpeakerName()),
            new Column("speaker", "jsonb", row -> json(row.quote.getSpeaker())),
            new Column("cue", "jsonb", row -> json(row.quote.getCue())),
            new Column("score", "double precision", row -> Double.toString(row.quote.getScore())),
            new Column("method", "text", row -> row.quote.getMethod()));

    private final String delete;
    private final String insert;

    QuoteRows(String schema) {
        delete = "DELETE FROM %s.quotes WHERE article_id = ANY (?)".formatted(schema);
        insert = "INSERT INTO %s.quotes (%s) SELECT %s FROM (SELECT %s) AS batch"
                .formatted(
                        schema,
                        list(Column::name),
                        list(column -> column.name + "::" + column.type),
                        list(column -> "unnest(?) AS " + column.name));
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
            execute(connection, delete, List.of(replacing));
        }
        if (!rows.isEmpty()) {
            List<List<String>> values = new ArrayList<>();
            for (Column column : COLUMNS) {
                values.add(rows.stream().map(column.value).collect(Collectors.toCollection(ArrayList::new)));
            }
            execute(connection, insert, values);
        }
    }

    private static int position(List<Row> rows, EnrichedArticle article) {
        Row last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
        return last == null || !last.articleId.equals(article.getArticleId()) ? 0 : last.position + 1;
    }

    private static void execute(Connection connection, String sql, List<List<String>> arrays) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arrays.size(); i++) {
                Object[] values = arrays.get(i).toArray(String[]::new);
                statement.setArray(i + 1, connection.createArrayOf("text", values));
            }
            statement.executeUpdate();
        }
    }

    private static String list(Function<Column, String> item) {
        return COLUMNS.stream().map(item).collect(Collectors.joining(", "));
    }

    private static String json(Evidence evidence) {
        return evidence == null ? null : ArticleJson.write(evidence);
    }
}
