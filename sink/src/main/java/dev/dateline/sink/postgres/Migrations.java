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
                    + SqlFailure.reason(e);
            if (SqlFailure.of(e) == SqlFailure.TRANSIENT) {
                throw new StoreUnavailableException(reason, e);
            }
            throw new StoreException(reason, e);
        }
    }
}
