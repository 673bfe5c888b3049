package dev.dateline.sink;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.between;

import dev.dateline.sink.postgres.PostgresSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.config.types.Password;

/** Settings of the PostgreSQL sink: what they mean, which values they take, and everything that is wrong with them. */
final class PostgresSinkConfig {
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
    static final String REGISTRY_PREFIX = "schema.registry.";
    static final String REGISTRY_URL = REGISTRY_PREFIX + "url";

    static final ConfigDef DEF = new ConfigDef()
            .define(
                    URL,
                    Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    ConfigDef.LambdaValidator.with(
                            PostgresSinkConfig::checkUrl, () -> "jdbc:postgresql://host:port/database"),
                    HIGH,
                    "JDBC URL of the database, jdbc:postgresql://host:port/database. No password in it.")
            .define(
                    USER,
                    Type.STRING,
                    null,
                    HIGH,
                    "Role to connect as. Needs CREATE on the database, or on the schema.")
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
                    ConfigDef.LambdaValidator.with(PostgresSinkConfig::checkSchema, () -> "a lower-case identifier"),
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

    /** What the connector's configuration must say to Connect itself for the guarantees of this sink to hold. */
    private static final Map<String, String> FRAMEWORK = Map.of(
            "consumer.override.isolation.level", "read_committed",
            "errors.tolerance", "all",
            "errors.deadletterqueue.context.headers.enable", "true");

    private static final String DEAD_LETTERS = "errors.deadletterqueue.topic.name";
    private static final List<String> OUR_PREFIXES = List.of("connection.", "statement.", "batch.", "retry.");

    private final AbstractConfig config;

    private PostgresSinkConfig(AbstractConfig config) {
        this.config = config;
    }

    /** @throws ConfigException naming every problem at once */
    static PostgresSinkConfig of(Map<String, String> properties) {
        List<String> problems = new ArrayList<>();
        for (ConfigValue value : validate(properties)) {
            // A value of the wrong type is also reported as missing: the first message tells.
            value.errorMessages().stream().findFirst().ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems.size() + " problem(s) in the configuration of the PostgreSQL sink: "
                    + String.join("; ", problems));
        }
        return new PostgresSinkConfig(new AbstractConfig(DEF, properties, false));
    }

    /** Every setting of ours, and those of Connect that are wrong for this sink, with the problems of each. */
    static List<ConfigValue> validate(Map<String, String> properties) {
        Map<String, ConfigValue> values = new LinkedHashMap<>();
        DEF.validate(properties).forEach(value -> values.put(value.name(), value));
        if (properties.get(PASSWORD) != null && properties.get(PASSWORD_FILE) != null) {
            problem(values, PASSWORD_FILE, "is set beside " + PASSWORD + ": remove one of them");
        }
        FRAMEWORK.forEach((name, needed) -> {
            if (!needed.equalsIgnoreCase(properties.get(name))) {
                problem(values, name, "must be " + needed);
            }
        });
        if (properties.getOrDefault(DEAD_LETTERS, "").isBlank()) {
            problem(values, DEAD_LETTERS, "must name the topic for bad records, for example dateline.sink.dlq");
        }
        for (String name : properties.keySet()) {
            if (OUR_PREFIXES.stream().anyMatch(name::startsWith) && !values.containsKey(name)) {
                problem(values, name, "is not a setting of this connector");
            }
        }
        return List.copyOf(values.values());
    }

    private static void problem(Map<String, ConfigValue> values, String name, String problem) {
        values.computeIfAbsent(name, ConfigValue::new).addErrorMessage(name + " " + problem);
    }

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

    /** @throws ConfigException if the password file cannot be read */
    PostgresSettings postgres() {
        return new PostgresSettings(
                config.getString(URL),
                config.getString(USER),
                password(),
                config.getString(SCHEMA),
                config.getInt(POOL_SIZE),
                Duration.ofMillis(config.getInt(CONNECT_TIMEOUT)),
                Duration.ofMillis(config.getInt(STATEMENT_TIMEOUT)),
                config.getInt(BATCH_SIZE));
    }

    Map<String, Object> registry() {
        return config.originals().entrySet().stream()
                .filter(setting -> setting.getKey().startsWith(REGISTRY_PREFIX))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Backoff backoff() {
        return new Backoff(config.getInt(BACKOFF), config.getInt(BACKOFF_MAX));
    }

    private String password() {
        String file = config.getString(PASSWORD_FILE);
        if (file == null) {
            Password password = config.getPassword(PASSWORD);
            return password == null ? null : password.value();
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new ConfigException(PASSWORD_FILE + " cannot be read on this worker: " + e);
        }
    }
}
