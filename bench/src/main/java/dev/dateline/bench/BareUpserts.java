package dev.dateline.bench;

import dev.dateline.app.settings.Settings;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The least that writing the rows of a sink can take: the rows that it has written are read back as text, and written to
 * copies of its tables with their indexes and checks, by the same driver and the same form of statement: an array of text
 * for each column, cast and guarded by the server, a thousand articles a transaction. The arrays are encoded beforehand;
 * there is no Connect, no Avro, no making of values.
 */
final class BareUpserts {
    private static final int BATCH = 1_000;
    /** Set by the server. */
    private static final String DEFAULTED = "stored_at";

    private record Column(String name, String type) {}

    /** A batch of articles and their quotes: an encoded array for each column. */
    private record Batch(List<Array> articles, List<Array> quotes) {}

    private final Connection connection;
    private final String from;
    private final String to;
    private final List<Column> articleColumns;
    private final List<Column> quoteColumns;

    private BareUpserts(Connection connection, String from, String to) throws SQLException {
        this.connection = connection;
        this.from = from;
        this.to = to;
        this.articleColumns = columns("article");
        this.quoteColumns = columns("quotes");
    }

    /**
     * Articles a second, of the last three quarters.
     *
     * @param from schema that a sink has filled
     * @param to schema that is made for the copies and dropped
     */
    static double measure(Settings settings, String from, String to) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        settings.postgresUrl(), settings.postgresUser(), settings.postgresPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + to);
            for (String table : List.of("article", "quotes")) {
                statement.execute("CREATE TABLE %2$s.%3$s (LIKE %1$s.%3$s INCLUDING ALL)".formatted(from, to, table));
            }
            // As in the sink's tables.
            statement.execute(
                    "ALTER TABLE %1$s.quotes ADD FOREIGN KEY (article_id) REFERENCES %1$s.article".formatted(to));
            statement.execute("CHECKPOINT");
            double rate = new BareUpserts(connection, from, to).write();
            connection.setAutoCommit(true);
            statement.execute("DROP SCHEMA " + to + " CASCADE");
            return rate;
        }
    }

    private double write() throws SQLException {
        connection.setAutoCommit(false);
        List<Batch> batches = encode();
        int skipped = batches.size() / 4;
        long start = 0;
        try (PreparedStatement articles = connection.prepareStatement(insert("article", articleColumns) + conflict());
                PreparedStatement quotes = connection.prepareStatement(insert("quotes", quoteColumns))) {
            for (int i = 0; i < batches.size(); i++) {
                if (i == skipped) {
                    start = System.nanoTime();
                }
                bind(articles, batches.get(i).articles());
                try (ResultSet written = articles.executeQuery()) {
                    while (written.next()) {
                        written.getString(1);
                    }
                }
                bind(quotes, batches.get(i).quotes());
                quotes.executeUpdate();
                connection.commit();
            }
        }
        return (batches.size() - skipped) * (double) BATCH * 1e9 / (System.nanoTime() - start);
    }

    private static void bind(PreparedStatement statement, List<Array> arrays) throws SQLException {
        for (int i = 0; i < arrays.size(); i++) {
            statement.setArray(i + 1, arrays.get(i));
        }
    }

    private List<Batch> encode() throws SQLException {
        List<Batch> batches = new ArrayList<>();
        List<String> ids = ids();
        for (int first = 0; first + BATCH <= ids.size(); first += BATCH) {
            Object[] batch = ids.subList(first, first + BATCH).toArray();
            batches.add(new Batch(encoded(batch, "article", articleColumns), encoded(batch, "quotes", quoteColumns)));
        }
        return batches;
    }

    private List<String> ids() throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT article_id FROM " + from + ".article")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private String conflict() {
        return " ON CONFLICT (article_id) DO UPDATE SET "
                + list(articleColumns, column -> column.name() + " = excluded." + column.name())
                + ", stored_at = now() WHERE article.revision < excluded.revision RETURNING article_id";
    }

    private String insert(String table, List<Column> columns) {
        return "INSERT INTO %s.%s (%s) SELECT %s FROM (SELECT %s) AS batch"
                .formatted(
                        to,
                        table,
                        list(columns, Column::name),
                        list(columns, column -> column.name() + "::" + column.type()),
                        list(columns, column -> "unnest(?) AS " + column.name()));
    }

    /** One array of text for each column of the rows of these articles, in the order of their ids. */
    private List<Array> encoded(Object[] ids, String table, List<Column> columns) throws SQLException {
        List<List<String>> values = new ArrayList<>();
        columns.forEach(column -> values.add(new ArrayList<>()));
        String select = "SELECT %s FROM %s.%s WHERE article_id = ANY (?) ORDER BY article_id"
                .formatted(list(columns, column -> column.name() + "::text"), from, table);
        try (PreparedStatement read = connection.prepareStatement(select)) {
            read.setArray(1, connection.createArrayOf("text", ids));
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    for (int i = 0; i < columns.size(); i++) {
                        values.get(i).add(rows.getString(i + 1));
                    }
                }
            }
        }
        List<Array> arrays = new ArrayList<>();
        for (List<String> column : values) {
            arrays.add(connection.createArrayOf("text", column.toArray()));
        }
        return arrays;
    }

    private List<Column> columns(String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = ?::regclass AND attnum"
                        + " > 0 AND NOT attisdropped AND attname <> ? ORDER BY attnum")) {
            statement.setString(1, from + "." + table);
            statement.setString(2, DEFAULTED);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return columns;
    }

    private static String list(List<Column> columns, Function<Column, String> item) {
        return columns.stream().map(item).collect(Collectors.joining(", "));
    }
}
