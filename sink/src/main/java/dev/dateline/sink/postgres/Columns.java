package dev.dateline.sink.postgres;

import dev.dateline.model.ArticleJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/**
 * Columns of a table and where their values come from.
 *
 * <p>A batch goes to the server as one array of text per column, and the server reads each value as the type of its
 * column. With many columns a parameter for each value of each row would cost more than the writing itself; and arrays
 * unnested in FROM, where the server stores each of them once more before it reads on, a tenth more.
 */
final class Columns<T> {
    /** @param value the value in PostgreSQL's own notation; null for none */
    record Column<T>(String name, String type, Function<T, String> value) {
        String cast() {
            return name + "::" + type;
        }
    }

    private final List<Column<T>> columns;

    Columns(List<Column<T>> columns) {
        this.columns = List.copyOf(columns);
    }

    String names() {
        return list(Column::name);
    }

    /** Each column read as its type. */
    String casts() {
        return list(Column::cast);
    }

    /** What {@link #bind} fills: a row for each element of the arrays, every value a text. */
    String arrays() {
        return list(column -> "unnest(?) AS " + column.name);
    }

    String list(Function<Column<T>, String> item) {
        return columns.stream().map(item).collect(Collectors.joining(", "));
    }

    void bind(PreparedStatement statement, List<T> rows) throws SQLException {
        Connection connection = statement.getConnection();
        int parameter = 1;
        for (Column<T> column : columns) {
            String[] values = new String[rows.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = column.value.apply(rows.get(row));
            }
            statement.setArray(parameter++, connection.createArrayOf("text", values));
        }
    }

    static String string(Object value) {
        return value == null ? null : value.toString();
    }

    /** An array in PostgreSQL's own notation, elements always quoted; null when empty. */
    static String array(List<String> elements) {
        if (elements.isEmpty()) {
            return null;
        }
        return elements.stream()
                .map(element -> '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    static String json(SpecificRecord record) {
        return record == null ? null : ArticleJson.write(record);
    }

    static String json(List<? extends SpecificRecord> records) {
        return records.isEmpty() ? null : ArticleJson.write(records);
    }

    /** Paragraphs as one text, parted by blank lines; null when there are none. */
    static String paragraphs(List<String> body) {
        return body.isEmpty() ? null : String.join("\n\n", body);
    }
}
