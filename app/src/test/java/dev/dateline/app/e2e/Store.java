package dev.dateline.app.e2e;

import dev.dateline.app.settings.Settings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks PostgreSQL as a downstream service would. */
final class Store {
    private final Settings settings;

    Store(Settings settings) {
        this.settings = settings;
    }

    /** The rows, each a map from column to value as text. */
    List<Map<String, String>> rows(String query, String... parameters) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        settings.postgresUrl(), settings.postgresUser(), settings.postgresPassword());
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<Map<String, String>> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                        row.put(result.getMetaData().getColumnLabel(column), result.getString(column));
                    }
                    rows.add(row);
                }
            }
            return rows;
        }
    }

    /** The one row of an article in a table or view. */
    List<Map<String, String>> article(String table, String articleId) throws SQLException {
        return rows("SELECT * FROM dateline." + table + " WHERE article_id = ?", articleId);
    }
}
