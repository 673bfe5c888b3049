package dev.dateline.sink.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Looks whether a store could be opened, before a connector is created. */
public final class PostgresCheck {
    private static final String MAY = """
            SELECT CASE WHEN to_regnamespace(?) IS NULL THEN has_database_privilege(current_database(), 'CREATE')
                ELSE has_schema_privilege(?, 'USAGE') END, current_user, to_regnamespace(?) IS NULL""";

    private PostgresCheck() {}

    /**
     * What somebody has to mend before these settings work, in one line; empty when there is nothing, or when the server
     * does not answer now: then the tasks wait for it.
     */
    public static Optional<String> problem(PostgresSettings settings) {
        try (Connection connection = Connections.plain(settings).getConnection();
                PreparedStatement statement = connection.prepareStatement(MAY)) {
            for (int parameter = 1; parameter <= 3; parameter++) {
                statement.setString(parameter, settings.schema());
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1)
                        ? Optional.empty()
                        : Optional.of(missing(settings, row.getString(2), row.getBoolean(3)));
            }
        } catch (SQLException e) {
            return SqlFailure.of(e) == SqlFailure.TRANSIENT
                    ? Optional.empty()
                    : Optional.of(settings.server() + ": " + SqlFailure.reason(e));
        }
    }

    private static String missing(PostgresSettings settings, String role, boolean noSchema) {
        String schema = settings.schema();
        return settings.server() + ": "
                + (noSchema
                        ? "there is no schema " + schema + ", and role " + role + " may not make it: CREATE SCHEMA "
                                + schema + " AUTHORIZATION " + role
                        : "role " + role + " may not use schema " + schema + ": GRANT dateline_writer TO " + role);
    }
}
