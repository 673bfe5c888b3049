package dev.dateline.sink;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.between;

import dev.dateline.sink.postgres.PostgresSettings;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/** The settings of the PostgreSQL sink, declared once; docs/connectors.md is generated from here. */
final class SinkSettings {
    static final String NAME = "name";
    static final String WRITES = "writes";
    static final String TAKEDOWNS_PREFIX = "takedowns.";
    static final String TAKEDOWNS_SERVERS = TAKEDOWNS_PREFIX + "bootstrap.servers";
    static final String TAKEDOWNS_PRODUCER = TAKEDOWNS_PREFIX + "producer.";
    static final String URL = "connection.url";
    static final String USER = "connection.user";
    static final String PASSWORD = "connection.password";
    static final String PASSWORD_FILE = "connection.password.file";
    static final String SCHEMA = "connection.schema";
    static final String POOL_SIZE = "connection.pool.size";
    static final String CONNECT_TIMEOUT = "connection.timeout.ms";
    static final String STATEMENT_TIMEOUT = "statement.timeout.ms";
    static final String BATCH_SIZE = "batch.size";
    static final String BACKOFF = "retry.backoff.ms";
    static final String BACKOFF_MAX = "retry.backoff.max.ms";
    static final String EVENTS_PREFIX = "events.";
    static final String RETENTION = EVENTS_PREFIX + "retention.days";
    static final String SEARCH_PREFIX = "search.";
    static final String SEARCH = SEARCH_PREFIX + "index";
    static final String REGISTRY_PREFIX = "schema.registry.";
    static final String REGISTRY_URL = REGISTRY_PREFIX + "url";

    static final ConfigDef DEF = new ConfigDef()
            .define(
                    WRITES,
                    Type.STRING,
                    Writes.ARTICLES.value(),
                    ConfigDef.ValidString.in(Writes.settingValues()),
                    HIGH,
                    "What the connector writes: articles (the current state of each, from wire.articles.enriched.v1),"
                            + " versions (each version as parsed, from wire.articles.v1) or events (what became of each"
                            + " document and version, from wire.events.v1).")
            .define(
                    TAKEDOWNS_SERVERS,
                    Type.STRING,
                    null,
                    HIGH,
                    "Kafka brokers, host:port, comma separated, that take the confirmations of takedowns"
                            + " (wire.takedowns.v1). Required where articles are written. Every setting under"
                            + " takedowns.producer. goes to that producer without the prefix, for example"
                            + " takedowns.producer.security.protocol.")
            .define(
                    RETENTION,
                    Type.INT,
                    90,
                    between(1, 3650),
                    MEDIUM,
                    "Days that events are kept, at least, where events are written. They go by whole months.")
            .define(
                    SEARCH,
                    Type.BOOLEAN,
                    true,
                    MEDIUM,
                    "Whether articles are indexed for full-text search, in the moments in which there is little to"
                            + " write.")
            .define(
                    URL,
                    Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    ConfigDef.LambdaValidator.with(
                            SinkSettings::checkUrl, () -> "jdbc:postgresql://host:port/database"),
                    HIGH,
                    "JDBC URL of the database, jdbc:postgresql://host:port/database. No password in it.")
            .define(
                    USER,
                    Type.STRING,
                    null,
                    HIGH,
                    "Role to connect as. Needs CREATE on the database, or to own the schema; dateline_writer is enough"
                            + " once another role has migrated it.")
            .define(PASSWORD, Type.PASSWORD, null, HIGH, "Password of the role. Never logged.")
            .define(
                    PASSWORD_FILE,
                    Type.STRING,
                    null,
                    MEDIUM,
                    "File on the worker that holds the password alone; read when a task starts. Instead of " + PASSWORD
                            + ".")
            .define(
                    SCHEMA,
                    Type.STRING,
                    "dateline",
                    ConfigDef.LambdaValidator.with(SinkSettings::checkSchema, () -> "a lower-case identifier"),
                    MEDIUM,
                    "Schema of the tables, created and migrated when a task starts to write.")
            .define(
                    POOL_SIZE,
                    Type.INT,
                    1,
                    between(1, 16),
                    LOW,
                    "Connections that each task keeps. A task writes through one at a time.")
            .define(
                    CONNECT_TIMEOUT,
                    Type.INT,
                    5_000,
                    between(1_000, 60_000),
                    LOW,
                    "Longest wait for a connection, in milliseconds.")
            .define(
                    STATEMENT_TIMEOUT,
                    Type.INT,
                    30_000,
                    between(1_000, 240_000),
                    LOW,
                    "Longest time a statement may take, waiting for locks included, in milliseconds; then it is tried"
                            + " again. Keep it under max.poll.interval.ms of the consumer.")
            .define(
                    BATCH_SIZE,
                    Type.INT,
                    1_000,
                    between(1, 10_000),
                    MEDIUM,
                    "Most articles in one transaction. A task never has more at hand than max.poll.records of its"
                            + " consumer (consumer.override.max.poll.records, 500 by default).")
            .define(
                    BACKOFF,
                    Type.INT,
                    250,
                    between(10, 60_000),
                    LOW,
                    "First wait before another attempt when registry or database are unavailable, in milliseconds; it"
                            + " doubles from attempt to attempt.")
            .define(
                    BACKOFF_MAX,
                    Type.INT,
                    5_000,
                    between(10, 300_000),
                    LOW,
                    "Longest wait before another attempt, in milliseconds.")
            .define(
                    REGISTRY_URL,
                    Type.LIST,
                    ConfigDef.NO_DEFAULT_VALUE,
                    HIGH,
                    "Addresses of the schema registry, separated by commas. Every other setting under schema.registry."
                            + " goes to Confluent's client as it is, for example"
                            + " schema.registry.basic.auth.user.info.");

    private static void checkUrl(String name, Object value) {
        String url = (String) value;
        if (url == null || !url.startsWith("jdbc:postgresql:")) {
            throw new ConfigException(name + " must start with jdbc:postgresql:");
        }
        if (url.matches("(?i).*[?&]password=.*")) {
            throw new ConfigException(name + " must not hold a password: use " + PASSWORD + " or " + PASSWORD_FILE);
        }
    }

    private static void checkSchema(String name, Object value) {
        if (value == null
                || !PostgresSettings.SCHEMA_NAME.matcher((String) value).matches()) {
            throw new ConfigException(
                    name + " must be a lower-case identifier that does not start with pg_, not '" + value + "'");
        }
    }

    private SinkSettings() {}
}
