package dev.dateline.sink;

import dev.dateline.sink.postgres.PostgresSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.config.types.Password;

/** Settings of the PostgreSQL sink: what they mean, which values they take, and everything that is wrong with them. */
final class PostgresSinkConfig {
    /** What the connector's configuration must say to Connect itself for the guarantees of this sink to hold. */
    private static final Map<String, String> FRAMEWORK = Map.of(
            "consumer.override.isolation.level", "read_committed",
            "errors.tolerance", "all",
            "errors.deadletterqueue.context.headers.enable", "true");

    private static final String DEAD_LETTERS = "errors.deadletterqueue.topic.name";
    private static final List<String> OUR_PREFIXES = List.of(
            "connection.",
            "statement.",
            "batch.",
            "retry.",
            SinkSettings.TAKEDOWNS_PREFIX,
            SinkSettings.EVENTS_PREFIX,
            SinkSettings.SEARCH_PREFIX);

    /** Settings that mean something to one kind of connector only. */
    private static final Map<String, Writes> ONE_KIND = Map.of(
            SinkSettings.TAKEDOWNS_PREFIX, Writes.ARTICLES,
            SinkSettings.SEARCH_PREFIX, Writes.ARTICLES,
            SinkSettings.EVENTS_PREFIX, Writes.EVENTS);

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
        return new PostgresSinkConfig(new AbstractConfig(SinkSettings.DEF, properties, false));
    }

    /** Every setting of ours, and those of Connect that are wrong for this sink, with the problems of each. */
    static List<ConfigValue> validate(Map<String, String> properties) {
        Map<String, ConfigValue> values = new LinkedHashMap<>();
        SinkSettings.DEF.validate(properties).forEach(value -> values.put(value.name(), value));
        if (properties.get(SinkSettings.PASSWORD) != null && properties.get(SinkSettings.PASSWORD_FILE) != null) {
            problem(
                    values,
                    SinkSettings.PASSWORD_FILE,
                    "is set beside " + SinkSettings.PASSWORD + ": remove one of them");
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
            if (OUR_PREFIXES.stream().anyMatch(name::startsWith)
                    && !name.startsWith(SinkSettings.TAKEDOWNS_PRODUCER)
                    && !values.containsKey(name)) {
                problem(values, name, "is not a setting of this connector");
            }
        }
        if (values.get(SinkSettings.WRITES).errorMessages().isEmpty()) {
            checkKind(values, properties, Writes.of(properties.getOrDefault(SinkSettings.WRITES, "articles")));
        }
        return List.copyOf(values.values());
    }

    private static void checkKind(Map<String, ConfigValue> values, Map<String, String> properties, Writes writes) {
        if (writes == Writes.ARTICLES) {
            for (String needed : List.of(SinkSettings.NAME, SinkSettings.TAKEDOWNS_SERVERS)) {
                if (properties.getOrDefault(needed, "").isBlank()) {
                    problem(values, needed, "must be set: takedowns are confirmed with it");
                }
            }
        }
        for (String name : properties.keySet()) {
            ONE_KIND.forEach((prefix, kind) -> {
                if (name.startsWith(prefix) && kind != writes) {
                    problem(values, name, "is for " + SinkSettings.WRITES + "=" + kind.value() + " alone");
                }
            });
        }
    }

    private static void problem(Map<String, ConfigValue> values, String name, String problem) {
        values.computeIfAbsent(name, ConfigValue::new).addErrorMessage(name + " " + problem);
    }

    /** @throws ConfigException if the password file cannot be read */
    PostgresSettings postgres() {
        return new PostgresSettings(
                config.getString(SinkSettings.URL),
                config.getString(SinkSettings.USER),
                password(),
                config.getString(SinkSettings.SCHEMA),
                config.getInt(SinkSettings.POOL_SIZE),
                Duration.ofMillis(config.getInt(SinkSettings.CONNECT_TIMEOUT)),
                Duration.ofMillis(config.getInt(SinkSettings.STATEMENT_TIMEOUT)),
                config.getInt(SinkSettings.BATCH_SIZE));
    }

    Map<String, Object> registry() {
        return config.originals().entrySet().stream()
                .filter(setting -> setting.getKey().startsWith(SinkSettings.REGISTRY_PREFIX))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Writes writes() {
        return Writes.of(config.getString(SinkSettings.WRITES));
    }

    /** The connector's name. */
    String name() {
        return (String) config.originals().get(SinkSettings.NAME);
    }

    boolean indexesForSearch() {
        return config.getBoolean(SinkSettings.SEARCH);
    }

    Period eventRetention() {
        return Period.ofDays(config.getInt(SinkSettings.RETENTION));
    }

    /** Settings of the producer of takedowns. Nothing it says may be lost, and it must not block a task for long. */
    Map<String, Object> takedownProducer() {
        Map<String, Object> producer = new HashMap<>();
        producer.put(ProducerConfig.CLIENT_ID_CONFIG, name() + "-takedowns");
        producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        producer.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        producer.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        producer.putAll(config.originalsWithPrefix(SinkSettings.TAKEDOWNS_PRODUCER));
        producer.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, config.getString(SinkSettings.TAKEDOWNS_SERVERS));
        producer.put(ProducerConfig.ACKS_CONFIG, "all");
        producer.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return producer;
    }

    Backoff backoff() {
        return new Backoff(config.getInt(SinkSettings.BACKOFF), config.getInt(SinkSettings.BACKOFF_MAX));
    }

    private String password() {
        String file = config.getString(SinkSettings.PASSWORD_FILE);
        if (file == null) {
            Password password = config.getPassword(SinkSettings.PASSWORD);
            return password == null ? null : password.value();
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new ConfigException(SinkSettings.PASSWORD_FILE + " cannot be read on this worker: " + e);
        }
    }
}
