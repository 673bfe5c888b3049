package dev.dateline.sink;

import dev.dateline.sink.postgres.PostgresCheck;
import dev.dateline.sink.postgres.PostgresSettings;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/**
 * Keeps a PostgreSQL in step with {@code wire.articles.enriched.v1}: one row per article, guarded by revision. With
 * {@code writes=versions} it keeps every version of {@code wire.articles.v1}, with {@code writes=events} what
 * {@code wire.events.v1} tells.
 *
 * <p>Its configuration, beside {@code name}, {@code topics} and {@code tasks.max} (at most one task per partition):
 *
 * <pre>
 * connector.class=dev.dateline.sink.PostgresSinkConnector
 * key.converter=org.apache.kafka.connect.storage.StringConverter
 * value.converter=org.apache.kafka.connect.converters.ByteArrayConverter
 * consumer.override.isolation.level=read_committed
 * consumer.override.max.poll.records=1000
 * errors.tolerance=all
 * errors.deadletterqueue.topic.name=dateline.sink.dlq
 * errors.deadletterqueue.context.headers.enable=true
 * schema.registry.url=http://localhost:8081
 * takedowns.bootstrap.servers=localhost:9092
 * connection.url=jdbc:postgresql://localhost:5432/dateline
 * connection.user=dateline
 * connection.password.file=/run/secrets/postgres
 * </pre>
 *
 * The converters hand the task bytes, so that a value that is not an article becomes a dead letter with its bytes and
 * the reason in header {@code __connect.errors.exception.message}. All settings, their ranges and defaults are those of
 * {@link #config()}; every problem is named at once.
 */
public final class PostgresSinkConnector extends SinkConnector {
    static final String VERSION = Objects.requireNonNullElse(
            PostgresSinkConnector.class.getPackage().getImplementationVersion(), "development");

    private Map<String, String> properties = Map.of();

    /** Connect creates connectors. */
    public PostgresSinkConnector() {}

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public ConfigDef config() {
        return SinkSettings.DEF;
    }

    @Override
    public Config validate(Map<String, String> properties) {
        List<ConfigValue> values = PostgresSinkConfig.validate(properties);
        if (values.stream().allMatch(value -> value.errorMessages().isEmpty())) {
            checkServer(properties, values);
        }
        return new Config(values);
    }

    /** A wrong password is told to whoever creates the connector; a server that is down now is waited for later. */
    private static void checkServer(Map<String, String> properties, List<ConfigValue> values) {
        PostgresSettings settings;
        try {
            settings = PostgresSinkConfig.of(properties).postgres();
        } catch (ConfigException e) {
            return; // the file with the password need not be on this worker
        }
        PostgresCheck.problem(settings).ifPresent(problem -> values.stream()
                .filter(value -> value.name().equals(SinkSettings.URL))
                .forEach(value -> value.addErrorMessage(problem)));
    }

    @Override
    public void start(Map<String, String> properties) {
        PostgresSinkConfig.of(properties);
        this.properties = Map.copyOf(properties);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return PostgresSinkTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return Collections.nCopies(maxTasks, properties);
    }

    @Override
    public void stop() {}
}
