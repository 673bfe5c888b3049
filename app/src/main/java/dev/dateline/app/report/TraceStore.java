package dev.dateline.app.report;

import dev.dateline.app.report.StoredTrace.State;
import dev.dateline.app.report.StoredTrace.TagLine;
import dev.dateline.app.report.StoredTrace.Version;
import dev.dateline.app.settings.Settings;
import dev.dateline.model.Outcome;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Stage;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Looks articles up in PostgreSQL and reads what it keeps of their way. */
public final class TraceStore implements AutoCloseable {
    /** An article that may be meant. */
    public record Match(String articleId, String state, String headline) {}

    /** Makes a value of a row. */
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Most articles that a lookup returns; one more than is shown. */
    public static final int MOST_MATCHES = 21;

    private static final Duration STATEMENT_LIMIT = Duration.ofSeconds(30);
    private static final String MATCH = "SELECT article_id, state, headline FROM dateline.article WHERE ";
    private static final String NEWEST = " ORDER BY version_created DESC NULLS LAST, article_id LIMIT " + MOST_MATCHES;

    private final Connection connection;
    private final boolean keepsEvents;
    private final boolean keepsVersions;

    /** Connects. */
    public TraceStore(Settings settings) throws SQLException {
        connection = Database.open(settings, STATEMENT_LIMIT);
        try {
            if (!exists("article")) {
                throw new SQLException("there is no table dateline.article: the sink has not started yet");
            }
            keepsEvents = exists("event");
            keepsVersions = exists("article_version");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private boolean exists(String table) throws SQLException {
        return !rows("SELECT 1 WHERE to_regclass(?) IS NOT NULL", row -> true, "dateline." + table)
                .isEmpty();
    }

    /**
     * Articles that a text means: the one of that id; else those that came in a document of that id or address; else those
     * with that guid or link, or with the text in their headline, the newest first. The last step reads all rows.
     */
    public List<Match> find(String text) throws SQLException {
        List<Match> found = rows(MATCH + "article_id = ?", TraceStore::match, text);
        if (found.isEmpty() && keepsEvents) {
            found = rows(
                    "SELECT article_id, NULL, NULL FROM dateline.event WHERE article_id = ? LIMIT 1",
                    TraceStore::match,
                    text);
            for (String column : List.of("document_id", "uri")) {
                if (found.isEmpty()) {
                    found = rows(
                            "SELECT e.article_id, a.state, a.headline FROM (SELECT DISTINCT article_id FROM dateline.event"
                                    + " WHERE " + column + " = ? AND article_id IS NOT NULL LIMIT " + MOST_MATCHES
                                    + ") e LEFT JOIN dateline.article a USING (article_id) ORDER BY 1",
                            TraceStore::match,
                            text);
                }
            }
        }
        if (found.isEmpty()) {
            found = rows(
                    MATCH + "guid = ? OR document_uri = ? OR headline ILIKE ? ESCAPE '\\' OR EXISTS (SELECT FROM"
                            + " jsonb_array_elements(links) link WHERE link->>'href' = ?)" + NEWEST,
                    TraceStore::match,
                    text,
                    text,
                    "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%",
                    text);
        }
        return found;
    }

    private static Match match(ResultSet row) throws SQLException {
        return new Match(row.getString(1), row.getString(2), row.getString(3));
    }

    /** What is kept of an article. */
    public StoredTrace read(String articleId) throws SQLException {
        List<State> states = rows(
                "SELECT revision, state, publishable, reasons, headline, version, document_id, received_at, enriched_at,"
                        + " stored_at FROM dateline.article WHERE article_id = ?",
                TraceStore::state,
                articleId);
        List<Version> versions = !keepsVersions
                ? List.of()
                : rows(
                        "SELECT document_id, version, parser_version, signal, version_created, received_at"
                                + " FROM dateline.article_version WHERE article_id = ? ORDER BY received_at, document_id",
                        row -> new Version(
                                row.getString(1),
                                row.getString(2),
                                row.getInt(3),
                                row.getString(4),
                                instant(row, 5),
                                instant(row, 6)),
                        articleId);
        List<PipelineEvent> events = !keepsEvents
                ? List.of()
                : rows(
                        "SELECT document_id, uri, article_id, version, revision, stage, outcome, reason, at"
                                + " FROM dateline.event WHERE article_id = ? ORDER BY at",
                        TraceStore::event,
                        articleId);
        List<TagLine> tags = rows(
                "SELECT scheme, code, name, score, method FROM dateline.article_tag"
                        + " WHERE article_id = ? AND score >= 0.5 ORDER BY scheme, score DESC, code",
                row -> new TagLine(
                        row.getString(1), row.getString(2), row.getString(3), row.getDouble(4), row.getString(5)),
                articleId);
        return new StoredTrace(states.isEmpty() ? null : states.get(0), versions, events, tags);
    }

    private static State state(ResultSet row) throws SQLException {
        Array reasons = row.getArray(4);
        return new State(
                row.getLong(1),
                row.getString(2),
                row.getBoolean(3),
                reasons == null ? List.of() : Arrays.asList((String[]) reasons.getArray()),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                instant(row, 8),
                instant(row, 9),
                instant(row, 10));
    }

    private static PipelineEvent event(ResultSet row) throws SQLException {
        long revision = row.getLong(5);
        boolean none = row.wasNull();
        return new PipelineEvent(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                none ? null : revision,
                known(Stage.class, row.getString(6), Stage.UNKNOWN),
                known(Outcome.class, row.getString(7), Outcome.UNKNOWN),
                row.getString(8),
                instant(row, 9));
    }

    /** A later release may have written one that this does not know. */
    private static <E extends Enum<E>> E known(Class<E> type, String name, E otherwise) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(otherwise);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private <T> List<T> rows(String query, Reader<T> reader, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
