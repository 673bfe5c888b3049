package dev.dateline.sink.postgres;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How to reach a PostgreSQL and how to write to it.
 *
 * @param url JDBC URL, {@code jdbc:postgresql://host:port/database}
 * @param user role to connect as; null leaves it to the URL and the driver
 * @param password its password; null for none
 * @param schema schema of the tables: a lower-case identifier; created if it does not exist
 * @param poolSize connections kept, at least 1
 * @param connectTimeout longest wait for a connection
 * @param statementTimeout longest time one statement may take, waiting for locks included; migrations are exempt
 * @param batchSize articles per transaction, at least 1
 */
public record PostgresSettings(
        String url,
        String user,
        String password,
        String schema,
        int poolSize,
        Duration connectTimeout,
        Duration statementTimeout,
        int batchSize) {

    /** What a schema may be called, so that its name needs no quotes for whoever queries it. */
    public static final Pattern SCHEMA_NAME = Pattern.compile("(?!pg_)[a-z_][a-z0-9_]{0,62}");

    public PostgresSettings {
        Objects.requireNonNull(url, "url");
        if (!SCHEMA_NAME.matcher(schema).matches()) {
            throw new IllegalArgumentException("'" + schema + "' is not a lower-case identifier");
        }
    }

    /** The URL without its parameters, which may hold secrets. */
    String server() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    @Override
    public String toString() {
        return server() + ", user " + user + ", schema " + schema;
    }
}
