package dev.dateline.sink;

import dev.dateline.model.AvroSerdes;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Takedown;
import dev.dateline.sink.postgres.PostgresArticleStore;
import java.time.InstantSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a connector's configuration asks to be written to PostgreSQL, opened. */
final class PostgresWriters implements StoreSink.Opener {
    private final PostgresSinkConfig config;
    private final InstantSource clock;

    PostgresWriters(PostgresSinkConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    public BatchWriter open() throws StoreUnavailableException {
        return articles();
    }

    private BatchWriter articles() throws StoreUnavailableException {
        ArticleStore store = PostgresArticleStore.open(config.postgres());
        return new ArticleWriter(
                store,
                new RecordDecoder<>(EnrichedArticle.class, config.registry()),
                new Takedowns(() -> new KafkaProducer<>(
                        config.takedownProducer(),
                        new StringSerializer(),
                        AvroSerdes.<Takedown>values(config.registry()).serializer())),
                config.name(),
                clock);
    }
}
