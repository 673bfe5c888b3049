package dev.dateline.sink;

import dev.dateline.model.Article;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Takedown;
import dev.dateline.sink.postgres.PostgresArticleStore;
import dev.dateline.sink.postgres.PostgresEventStore;
import dev.dateline.sink.postgres.PostgresVersionStore;
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
        return switch (config.writes()) {
            case ARTICLES -> articles();
            case VERSIONS -> versions();
            case EVENTS -> events();
        };
    }

    private BatchWriter versions() throws StoreUnavailableException {
        RecordStore<Article> store = PostgresVersionStore.open(config.postgres());
        RecordDecoder<Article> decoder = new RecordDecoder<>(Article.class, config.registry());
        return new RowWriter<>(store, decoder, decoder::decode);
    }

    private BatchWriter events() throws StoreUnavailableException {
        RecordStore<EventRecord> store = PostgresEventStore.open(config.postgres(), config.eventRetention(), clock);
        RecordDecoder<PipelineEvent> decoder = new RecordDecoder<>(PipelineEvent.class, config.registry());
        return new RowWriter<>(
                store,
                decoder,
                record -> new EventRecord(decoder.decode(record), record.kafkaPartition(), record.kafkaOffset()));
    }

    private BatchWriter articles() throws StoreUnavailableException {
        ArticleStore store = PostgresArticleStore.open(config.postgres(), config.indexesForSearch());
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
