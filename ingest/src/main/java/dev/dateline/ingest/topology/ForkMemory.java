package dev.dateline.ingest.topology;

import dev.dateline.ingest.fork.ForkRule;
import dev.dateline.ingest.fork.Forks;
import dev.dateline.model.Article;
import dev.dateline.model.SchemaHistory;
import dev.dateline.model.StateSerde;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** What the parse application remembers: derived article id → the articles that would have it. */
final class ForkMemory {
    static final String STORE = "forks";

    /** Longer than wire.documents.v1 keeps what can be replayed, 90 days. */
    private static final Duration KEPT = Duration.ofDays(100);

    private final KeyValueStore<String, Forks> store;

    ForkMemory(ProcessingContext context) {
        store = context.getStateStore(STORE);
    }

    static StoreBuilder<KeyValueStore<String, Forks>> store(Function<String, KeyValueBytesStoreSupplier> keptIn) {
        return Stores.keyValueStoreBuilder(
                        keptIn.apply(STORE),
                        Serdes.String(),
                        StateSerde.of(Forks.getEncoder(), Forks::createDecoder, history()))
                .withLoggingEnabled(Map.of());
    }

    /** The schemas that an entry has had, oldest first; the last is the current one. */
    static List<Schema> history() {
        return SchemaHistory.in("/state-history/" + Forks.getClassSchema().getName(), ForkMemory.class);
    }

    /** The article under an id of its own. */
    Article placed(Article article, Instant now) {
        return ForkRule.placed(article, store::get, store::put, now);
    }

    /** Forgets what no document that is kept can touch any more. */
    void forget(Instant now) {
        long oldest = now.minus(KEPT).toEpochMilli();
        List<String> over = new ArrayList<>();
        try (KeyValueIterator<String, Forks> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, Forks> next = all.next();
                if (next.value.getLatest() < oldest) {
                    over.add(next.key);
                }
            }
        }
        over.forEach(store::delete);
    }
}
