package dev.dateline.bench.chaos;

import dev.dateline.app.settings.Settings;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at the store as its readers do, all the time: at killed articles until their text is gone, and in the public view
 * for what must not be there.
 */
final class StoreWatch implements Runnable {
    /** How long a removed article is looked for after its removal. */
    private static final long REMOVED_MILLIS = 300_000;

    private static final int EVERY_MILLIS = 100;
    private static final int AFTER_FAILURE_MILLIS = 500;
    private static final String FIND_IN_TABLE =
            "SELECT state, publishable, " + States.COLUMNS + " FROM dateline.article WHERE article_id = ANY (?)";
    private static final String FIND_IN_VIEW =
            "SELECT " + States.COLUMNS + " FROM dateline.public_article WHERE article_id = ANY (?)";

    private final Settings settings;
    private final Sightings sightings;
    private final RunClock clock;

    /** @param settings by which the server is reached without a proxy */
    StoreWatch(Settings settings, Sightings sightings, RunClock clock) {
        this.settings = settings;
        this.sightings = sightings;
        this.clock = clock;
    }

    static Connection connect(Settings settings) throws SQLException {
        return DriverManager.getConnection(
                settings.postgresUrl() + "?connectTimeout=2&socketTimeout=60",
                settings.postgresUser(),
                settings.postgresPassword());
    }

    /** Until it is interrupted; while the server is away it tries on. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try (Connection connection = connect(settings)) {
                while (true) {
                    look(connection);
                    Thread.sleep(EVERY_MILLIS);
                }
            } catch (SQLException e) {
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_FAILURE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Connection connection) throws SQLException {
        find(connection, FIND_IN_TABLE, sightings.dying(), true).forEach((article, state) -> {
            if (state.isKilled() && !state.hasText()) {
                sightings.gone(article, clock.millis());
            }
        });
        long asked = clock.millis();
        Map<Integer, State> shown = find(connection, FIND_IN_VIEW, sightings.hidden(asked, REMOVED_MILLIS), false);
        long seen = clock.millis();
        shown.forEach((article, state) -> sightings.text("public_article", article, state, asked, seen));
    }

    private static Map<Integer, State> find(Connection connection, String query, List<Integer> articles, boolean table)
            throws SQLException {
        if (articles.isEmpty()) {
            return Map.of();
        }
        Map<Integer, State> found = new HashMap<>();
        Array ids = connection.createArrayOf(
                "text", articles.stream().map(Version::articleId).toArray());
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, ids);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(
                            States.article(rows.getString("article_id")),
                            table ? States.ofTable(rows) : States.ofView(rows));
                }
            }
        }
        return found;
    }
}
