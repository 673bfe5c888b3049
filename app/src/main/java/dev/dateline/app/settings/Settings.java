package dev.dateline.app.settings;

import dev.dateline.ingest.gateway.GatewayConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;

/** The effective configuration: defaults, then file, then environment, then command line; each beats the ones before. */
public final class Settings {
    /** What to watch: one Connect source each. */
    public record Source(String name, Map<String, String> config) {
        /** Whether it polls feeds; otherwise it watches a directory. */
        public boolean hasFeeds() {
            return config.containsKey("feeds") || config.containsKey("feeds.file");
        }
    }

    private final AbstractConfig config;
    private final Map<String, String> given;

    Settings(AbstractConfig config, Map<String, String> given) {
        this.config = config;
        this.given = Map.copyOf(given);
    }

    public Path dataDir() {
        return Path.of(config.getString(SettingKeys.DATA_DIR));
    }

    public String bootstrapServers() {
        return config.getString(SettingKeys.BOOTSTRAP_SERVERS);
    }

    public int partitions() {
        return config.getInt(SettingKeys.PARTITIONS);
    }

    public short replicationFactor() {
        return config.getInt(SettingKeys.REPLICATION).shortValue();
    }

    public String connectListener() {
        return config.getString(SettingKeys.CONNECT_LISTENER);
    }

    public int streamsThreads() {
        return config.getInt(SettingKeys.STREAMS_THREADS);
    }

    public int standbyReplicas() {
        return config.getInt(SettingKeys.STREAMS_STANDBYS);
    }

    public String registryUrl() {
        return config.getString(SettingKeys.REGISTRY_URL);
    }

    public String postgresUrl() {
        return config.getString(SettingKeys.POSTGRES_URL);
    }

    public String postgresUser() {
        return config.getString(SettingKeys.POSTGRES_USER);
    }

    public String postgresPassword() {
        return config.getPassword(SettingKeys.POSTGRES_PASSWORD).value();
    }

    public String postgresPasswordFile() {
        return config.getString(SettingKeys.POSTGRES_PASSWORD_FILE);
    }

    public int postgresTasks() {
        return config.getInt(SettingKeys.POSTGRES_TASKS);
    }

    /** What PostgreSQL keeps beside the current state of each article: versions, events. */
    public List<String> postgresHistory() {
        return config.getList(SettingKeys.POSTGRES_HISTORY);
    }

    public boolean postgresSearch() {
        return config.getBoolean(SettingKeys.POSTGRES_SEARCH);
    }

    public int postgresEventDays() {
        return config.getInt(SettingKeys.POSTGRES_EVENT_DAYS);
    }

    /** Directory of the user's own dialects, or null. */
    public Path dialectsDir() {
        return path(SettingKeys.DIALECTS_DIR);
    }

    /** File of the user's own topic model, or null. */
    public Path topicModel() {
        return path(SettingKeys.TOPIC_MODEL);
    }

    /** Whether this configuration has what a gateway cannot do without. */
    public boolean hasGateway() {
        return path(SettingKeys.GATEWAY_TOKENS) != null;
    }

    /**
     * How the gateway runs.
     *
     * @throws SettingsException with everything that is wrong with it
     */
    public GatewayConfig gateway() {
        GatewayConfig gateway = new GatewayConfig(
                listener(config.getString(SettingKeys.GATEWAY_LISTENER)),
                config.getString(SettingKeys.GATEWAY_SOURCE),
                path(SettingKeys.GATEWAY_TOKENS),
                path(SettingKeys.GATEWAY_KEYSTORE),
                path(SettingKeys.GATEWAY_KEYSTORE_PASSWORD),
                config.getInt(SettingKeys.GATEWAY_REQUEST_BYTES),
                config.getLong(SettingKeys.GATEWAY_INFLIGHT_BYTES),
                Duration.ofMillis(config.getInt(SettingKeys.GATEWAY_ACKNOWLEDGEMENT)),
                Duration.ofMillis(config.getInt(SettingKeys.GATEWAY_REQUEST_TIME)),
                kafka());
        List<String> problems = gateway.problems();
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return gateway;
    }

    private static URI listener(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            return URI.create("");
        }
    }

    private Path path(String key) {
        String path = config.getString(key);
        return path.isEmpty() ? null : Path.of(path);
    }

    /** Properties for every Kafka client. */
    public Map<String, String> kafka() {
        Map<String, String> properties = stripped("kafka.");
        properties.put("bootstrap.servers", bootstrapServers());
        return properties;
    }

    /** Properties for the registry client, under their full names. */
    public Map<String, String> registry() {
        Map<String, String> properties = new HashMap<>();
        stripped("schema.registry.").forEach((key, value) -> properties.put("schema.registry." + key, value));
        properties.put(SettingKeys.REGISTRY_URL, registryUrl());
        return properties;
    }

    /** The directories and feeds to watch, by name. */
    public List<Source> sources() {
        Map<String, Map<String, String>> byName = new TreeMap<>();
        stripped("source.").forEach((key, value) -> {
            int dot = key.indexOf('.');
            byName.computeIfAbsent(key.substring(0, dot), name -> new TreeMap<>())
                    .put(key.substring(dot + 1), value);
        });
        return byName.entrySet().stream()
                .map(entry -> new Source(entry.getKey(), Map.copyOf(entry.getValue())))
                .toList();
    }

    /** These settings with some keys set anew, as by the command line. */
    public Settings with(Map<String, String> overrides) {
        Map<String, String> merged = new HashMap<>(given);
        merged.putAll(overrides);
        return SettingsLoader.validated(merged);
    }

    /** Every key with its value, one per line, defaults marked, secrets hidden. */
    public List<String> describe() {
        Set<String> keys = new TreeSet<>(given.keySet());
        keys.addAll(SettingKeys.DEFINITION.names());
        List<String> lines = new ArrayList<>();
        for (String key : keys) {
            String value = isSecret(key)
                    ? "[hidden]"
                    : given.getOrDefault(key, "" + config.values().get(key));
            lines.add(key + "=" + value + (given.containsKey(key) ? "" : "  # default"));
        }
        return lines;
    }

    private static boolean isSecret(String key) {
        String lower = key.toLowerCase(java.util.Locale.ROOT);
        return !lower.endsWith(".file")
                && (lower.contains("password")
                        || lower.contains("secret")
                        || lower.contains("jaas")
                        || lower.contains("user.info")
                        || lower.contains("token"));
    }

    private Map<String, String> stripped(String prefix) {
        return given.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(prefix.length()),
                        Map.Entry::getValue,
                        (a, b) -> b,
                        HashMap::new));
    }
}
