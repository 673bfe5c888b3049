package dev.dateline.ingest.source;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;

/** What the settings of all source connectors have in common. */
public final class SourceSettings {
    /** Key under which Connect gives the connector's name. */
    public static final String CONNECTOR_NAME = "name";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** Takes names of sources and providers, and none. */
    public static final ConfigDef.Validator NAMES =
            ConfigDef.LambdaValidator.with(SourceSettings::checkName, NAME::pattern);

    /** What Connect itself reads from a connector's configuration; keys or beginnings of keys. */
    private static final List<String> OF_CONNECT = List.of(
            CONNECTOR_NAME,
            "connector.",
            "tasks.max",
            "task.class",
            "key.converter",
            "value.converter",
            "header.converter",
            "transforms",
            "predicates",
            "errors.",
            "config.action.reload",
            "producer.override.",
            "consumer.override.",
            "admin.override.",
            "topic.creation.",
            "exactly.once.support",
            "transaction.boundary",
            "offsets.storage.topic");

    private SourceSettings() {}

    /** Whether something can name a source or a provider: 1 to 64 letters, digits, dots, hyphens or underscores. */
    public static boolean isName(String name) {
        return name != null && NAME.matcher(name).matches();
    }

    /**
     * A problem for each setting that nobody reads.
     *
     * @param also beginnings of keys that are passed on to a library
     */
    public static Stream<ConfigValue> unknown(ConfigDef definition, Map<String, String> settings, String... also) {
        return settings.keySet().stream()
                .filter(key -> !definition.names().contains(key))
                .filter(key -> OF_CONNECT.stream().noneMatch(key::startsWith))
                .filter(key -> Stream.of(also).noneMatch(key::startsWith))
                .sorted()
                .map(key -> new ConfigValue(
                        key,
                        settings.get(key),
                        List.of(),
                        List.of("Unknown setting '" + key + "'; known are " + String.join(", ", definition.names()))));
    }

    private static void checkName(String key, Object value) {
        if (value != null && !isName((String) value)) {
            throw new ConfigException(
                    key,
                    value,
                    "must be 1 to 64 letters, digits, dots, hyphens or underscores, a letter or digit first");
        }
    }
}
