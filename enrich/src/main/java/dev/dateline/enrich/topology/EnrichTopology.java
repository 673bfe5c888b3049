package dev.dateline.enrich.topology;

import dev.dateline.enrich.tag.RuleSet;
import dev.dateline.model.Topics;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/**
 * Articles in; their current state with tags, what of it is public, and one event for each version out.
 *
 * <pre>read-articles → gate → tag → serialize → write-enriched, write-public, write-events
 *              → index-slugs → write-slugs … read-slugs → resolve-kills → write-kills, write-holds</pre>
 *
 * <p>{@code gate} decides which version is current and whether it may be published, lets embargoed articles go when their
 * time has come and takes back what has expired; {@code rule} does what operators order, a kill lifted or an article
 * erased; {@code tag} adds the tags of what changed, or drops the change of a version that came again and
 * gets the same tags; {@code serialize} turns each output into bytes, once, so
 * that size and registry are known to be in order before anything is written. Every step of this line works on the
 * article's own partition. The second line is for formats whose kills come under an id of their own: {@code resolve-kills}
 * sees all articles of a slug and turns such a kill into one of the article it means, or holds it for an operator.
 */
public final class EnrichTopology implements Supplier<Topology> {
    static final String READ_ARTICLES = "read-articles";
    static final String GATE = "gate";
    static final String TAG = "tag";
    static final String SERIALIZE = "serialize";
    static final String WRITE_ENRICHED = "write-enriched";
    static final String WRITE_PUBLIC = "write-public";
    static final String WRITE_EVENTS = "write-events";
    static final String READ_RULINGS = "read-rulings";
    static final String RULE = "rule";
    static final String INDEX_SLUGS = "index-slugs";
    static final String WRITE_SLUGS = "write-slugs";
    static final String READ_SLUGS = "read-slugs";
    static final String RESOLVE_KILLS = "resolve-kills";
    static final String WRITE_KILLS = "write-kills";
    static final String WRITE_HOLDS = "write-holds";

    private final Supplier<RuleSet> rules;
    private final EnrichSerdes serdes;
    private final OutputRecords outputs;
    private final Function<String, KeyValueBytesStoreSupplier> stateKeptIn;

    /**
     * The topology over a set of taggers.
     *
     * @param rules those in force, asked for with every article, so that they can be changed while it runs
     */
    public EnrichTopology(Supplier<RuleSet> rules, EnrichSerdes serdes) {
        this(rules, serdes, Stores::persistentKeyValueStore);
    }

    EnrichTopology(
            Supplier<RuleSet> rules, EnrichSerdes serdes, Function<String, KeyValueBytesStoreSupplier> stateKeptIn) {
        this.rules = rules;
        this.serdes = serdes;
        this.outputs = new OutputRecords(
                serdes.enriched().serializer(), serdes.events().serializer());
        this.stateKeptIn = stateKeptIn;
    }

    @Override
    public Topology get() {
        Topology topology = new Topology();
        addVersions(topology);
        addKills(topology);
        return topology;
    }

    private void addVersions(Topology topology) {
        StringSerializer key = new StringSerializer();
        ByteArraySerializer bytes = new ByteArraySerializer();
        topology.addSource(
                        READ_ARTICLES,
                        new StringDeserializer(),
                        serdes.articles().deserializer(),
                        Topics.ARTICLES.name())
                .addProcessor(GATE, () -> new GateProcessor(rules), READ_ARTICLES)
                .addProcessor(TAG, TagProcessor::new, GATE)
                .addSource(
                        READ_RULINGS, new StringDeserializer(), serdes.rulings().deserializer(), Topics.RULINGS.name())
                .addProcessor(RULE, () -> new RulingProcessor(rules), READ_RULINGS)
                .addStateStore(GateStores.entries(stateKeptIn), GATE, TAG, RULE)
                .addStateStore(GateStores.due(stateKeptIn), GATE, TAG, RULE)
                .addProcessor(SERIALIZE, () -> new SerializeProcessor(outputs), TAG, RULE)
                .addSink(WRITE_ENRICHED, Topics.ENRICHED.name(), key, bytes, SERIALIZE)
                .addSink(WRITE_PUBLIC, Topics.PUBLIC_ARTICLES.name(), key, bytes, SERIALIZE)
                .addSink(WRITE_EVENTS, Topics.EVENTS.name(), key, bytes, SERIALIZE);
    }

    private void addKills(Topology topology) {
        StringSerializer key = new StringSerializer();
        ByteArraySerializer bytes = new ByteArraySerializer();
        topology.addProcessor(
                        INDEX_SLUGS,
                        () -> new IndexSlugsProcessor(serdes.slugs().serializer()),
                        READ_ARTICLES)
                .addSink(WRITE_SLUGS, Topics.SLUGS.name(), key, bytes, INDEX_SLUGS)
                .addSource(READ_SLUGS, new StringDeserializer(), serdes.slugs().deserializer(), Topics.SLUGS.name())
                .addProcessor(
                        RESOLVE_KILLS,
                        () -> new ResolveKillsProcessor(
                                serdes.articles().serializer(), serdes.holds().serializer()),
                        READ_SLUGS)
                .addStateStore(GateStores.slugs(stateKeptIn), RESOLVE_KILLS)
                .addSink(WRITE_KILLS, Topics.ARTICLES.name(), key, bytes, RESOLVE_KILLS)
                .addSink(WRITE_HOLDS, Topics.HOLDS.name(), key, bytes, RESOLVE_KILLS);
    }
}
