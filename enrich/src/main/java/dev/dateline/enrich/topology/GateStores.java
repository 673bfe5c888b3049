package dev.dateline.enrich.topology;

import dev.dateline.enrich.gate.GateEntry;
import dev.dateline.enrich.gate.SlugEntry;
import dev.dateline.model.Article;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The state stores: two of the gate, one of resolve-kills. */
final class GateStores {
    static final String ENTRIES = "gate";
    static final String DUE = "due";

    /** Killed text leaves the changelog as soon as it leaves the topics. */
    static final Map<String, String> QUICK_COMPACTION = Map.of(
            TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, millis(Duration.ofMinutes(15)),
            TopicConfig.SEGMENT_MS_CONFIG, millis(Duration.ofMinutes(10)),
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.1");

    private GateStores() {}

    /** Article id → what the gate remembers; never expires. */
    static StoreBuilder<KeyValueStore<String, GateEntry>> entries(Function<String, KeyValueBytesStoreSupplier> keptIn) {
        return Stores.keyValueStoreBuilder(keptIn.apply(ENTRIES), Serdes.String(), StateSerdes.gateEntries())
                .withLoggingEnabled(Map.of());
    }

    /** {@link DueKey} → the current version of an article that waits for the end of its embargo, or to expire. */
    static StoreBuilder<KeyValueStore<Bytes, Article>> due(Function<String, KeyValueBytesStoreSupplier> keptIn) {
        return Stores.keyValueStoreBuilder(keptIn.apply(DUE), Serdes.Bytes(), StateSerdes.articles())
                .withLoggingEnabled(QUICK_COMPACTION);
    }

    /** Provider and slug → what is under it. */
    static StoreBuilder<KeyValueStore<String, SlugEntry>> slugs(Function<String, KeyValueBytesStoreSupplier> keptIn) {
        return Stores.keyValueStoreBuilder(
                        keptIn.apply(ResolveKillsProcessor.STORE), Serdes.String(), StateSerdes.slugEntries())
                .withLoggingEnabled(Map.of());
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
