package dev.dateline.ingest.source;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a directory tree and sends its files to wire.documents.v1: plain files, compressed ones, the entries of archives
 * and the lines of .jsonl files. A file moves to {@code done/} once Kafka has all of it, and to {@code failed/} with the
 * reason beside it when it cannot be taken; then the dead-letter topic gets a reference to it.
 *
 * <p>Keys are strings, headers are strings, values are bytes: {@code key.converter} and {@code header.converter} must be
 * Connect's StringConverter, {@code value.converter} its ByteArrayConverter. No source offsets are kept: delivery is at
 * least once, and a second delivery of the same file has the same document id.
 */
public final class DirectorySourceConnector extends SourceConnector {
    private static final Logger LOG = LoggerFactory.getLogger(DirectorySourceConnector.class);

    private Map<String, String> settings = Map.of();

    @Override
    public void start(Map<String, String> connector) {
        settings = Map.copyOf(connector);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return DirectorySourceTask.class;
    }

    /** One task whatever tasks.max says: two that watch the same directory would send every file twice. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        if (maxTasks > 1) {
            LOG.info(
                    "tasks.max is {}, but one directory is read by one task: for more, split it among connectors",
                    maxTasks);
        }
        return List.of(settings);
    }

    @Override
    public void stop() {
        // nothing is held here
    }

    @Override
    public ConfigDef config() {
        return DirectorySourceConfig.DEF;
    }

    @Override
    public Config validate(Map<String, String> connector) {
        return DirectorySourceConfig.check(connector);
    }

    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> connector) {
        return ExactlyOnceSupport.UNSUPPORTED;
    }

    @Override
    public String version() {
        String version = getClass().getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
