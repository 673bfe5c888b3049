package dev.dateline.enrich.topology;

import dev.dateline.enrich.tag.Tagging;
import dev.dateline.model.Article;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Topics;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/**
 * Articles in; their current state with tags, what of it is public, and one event for each version out.
 *
 * <pre>read-articles → gate → tag → serialize → write-enriched, write-public, write-events</pre>
 *
 * <p>{@code gate} decides which version is current and whether it may be published, and lets embargoed articles go when
 * their time has come; {@code tag} adds the tags of what changed; {@code serialize} turns each output into bytes, once, so
 * that size and registry are known to be in order before anything is written. Nothing is repartitioned: every step works
 * on the article's own partition.
 */
public final class EnrichTopology implements Supplier<Topology> {
    static final String READ_ARTICLES = "read-articles";
    static final String GATE = "gate";
    static final String TAG = "tag";
    static final String SERIALIZE = "serialize";
    static final String WRITE_ENRICHED = "write-enriched";
    static final String WRITE_PUBLIC = "write-public";
    static final String WRITE_EVENTS = "write-events";

    private final Deserializer<Article> articles;
    private final TagStep tagStep;
    private final OutputRecords outputs;
    private final Function<String, KeyValueBytesStoreSupplier> stateKeptIn;

    /**
     * The topology over a set of taggers.
     *
     * @param tagger pure and safe for use by many threads
     * @param rulesVersion version of the tagger's rules, written on every enriched article
     * @param articles serde of wire.articles.v1
     * @param enriched serde of wire.articles.enriched.v1 and wire.articles.public.v1
     * @param events serde of wire.events.v1
     */
    public EnrichTopology(
            Function<Article, Tagging> tagger,
            int rulesVersion,
            Serde<Article> articles,
            Serde<EnrichedArticle> enriched,
            Serde<PipelineEvent> events) {
        this(tagger, rulesVersion, articles, enriched, events, Stores::persistentKeyValueStore);
    }

    EnrichTopology(
            Function<Article, Tagging> tagger,
            int rulesVersion,
            Serde<Article> articles,
            Serde<EnrichedArticle> enriched,
            Serde<PipelineEvent> events,
            Function<String, KeyValueBytesStoreSupplier> stateKeptIn) {
        this.articles = articles.deserializer();
        this.tagStep = new TagStep(tagger, rulesVersion);
        this.outputs = new OutputRecords(enriched.serializer(), events.serializer());
        this.stateKeptIn = stateKeptIn;
    }

    @Override
    public Topology get() {
        StringSerializer key = new StringSerializer();
        ByteArraySerializer bytes = new ByteArraySerializer();
        return new Topology()
                .addSource(READ_ARTICLES, new StringDeserializer(), articles, Topics.ARTICLES.name())
                .addProcessor(GATE, GateProcessor::new, READ_ARTICLES)
                .addStateStore(GateStores.entries(stateKeptIn), GATE)
                .addStateStore(GateStores.embargoes(stateKeptIn), GATE)
                .addProcessor(TAG, () -> new TagProcessor(tagStep), GATE)
                .addProcessor(SERIALIZE, () -> new SerializeProcessor(outputs), TAG)
                .addSink(WRITE_ENRICHED, Topics.ENRICHED.name(), key, bytes, SERIALIZE)
                .addSink(WRITE_PUBLIC, Topics.PUBLIC_ARTICLES.name(), key, bytes, SERIALIZE)
                .addSink(WRITE_EVENTS, Topics.EVENTS.name(), key, bytes, SERIALIZE);
    }
}
