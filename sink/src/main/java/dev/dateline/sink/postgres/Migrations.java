package dev.dateline.sink.postgres;

import dev.dateline.sink.StoreException;
import dev.dateline.sink.StoreUnavailableException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema up to date. Any number of tasks may do so at once: Flyway holds a lock of the server meanwhile. */
final class Migrations {
    private Migrations() {}

    static void run(PostgresSettings settings) throws StoreUnavailableException {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(Connections.plain(settings))
                    .locations("classpath:db/migration")
                    .defaultSchema(settings.schema())
                    .schemas(settings.schema())
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            String reason = "cannot bring schema '" + settings.schema() + "' of " + settings.server() + " up to date: "
                    + rootMessage(e);
            if (SqlFailure.of(e) == SqlFailure.TRANSIENT) {
                throw new StoreUnavailableException(reason, e);
            }
            throw new StoreException(reason, e);
        }
    }

    /** Flyway's own messages are drawings of several lines; the database's is one. */
    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
