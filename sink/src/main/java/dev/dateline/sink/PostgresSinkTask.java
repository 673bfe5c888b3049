package dev.dateline.sink;

import dev.dateline.sink.postgres.PostgresArticleStore;
import dev.dateline.sink.postgres.PostgresSettings;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/** A task of {@link PostgresSinkConnector}. */
public final class PostgresSinkTask extends SinkTask {
    private ArticleSink sink;

    /** Connect creates tasks. */
    public PostgresSinkTask() {}

    @Override
    public String version() {
        return PostgresSinkConnector.VERSION;
    }

    @Override
    public void start(Map<String, String> properties) {
        PostgresSinkConfig config = PostgresSinkConfig.of(properties);
        PostgresSettings postgres = config.postgres();
        sink = new ArticleSink(
                new ArticleDecoder(config.registry()),
                () -> PostgresArticleStore.open(postgres),
                config.backoff(),
                context);
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
