package dev.dateline.sink;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/** A task of {@link PostgresSinkConnector}. */
public final class PostgresSinkTask extends SinkTask {
    private final InstantSource clock;
    private StoreSink sink;

    /** Connect creates tasks. */
    public PostgresSinkTask() {
        this(InstantSource.system());
    }

    PostgresSinkTask(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String version() {
        return PostgresSinkConnector.VERSION;
    }

    @Override
    public void start(Map<String, String> properties) {
        PostgresSinkConfig config = PostgresSinkConfig.of(properties);
        sink = new StoreSink(new PostgresWriters(config, clock), config::backoff, context);
    }

    /** Returns when the records are stored, so that {@code flush} and {@code preCommit} have nothing left to do. */
    @Override
    public void put(Collection<SinkRecord> records) {
        sink.put(records);
    }

    @Override
    public void stop() {
        if (sink != null) {
            sink.close();
        }
    }
}
