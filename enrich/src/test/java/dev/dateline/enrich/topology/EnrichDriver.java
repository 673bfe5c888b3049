package dev.dateline.enrich.topology;

import dev.dateline.enrich.gate.GateEntry;
import dev.dateline.enrich.holds.Slugs;
import dev.dateline.enrich.tag.RuleSet;
import dev.dateline.enrich.tag.Tagging;
import dev.dateline.model.Article;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Hold;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Ruling;
import dev.dateline.model.SlugNotice;
import dev.dateline.model.TestArticles;
import dev.dateline.model.Topic;
import dev.dateline.model.Topics;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;

/** The real topology with its real settings, without a broker; its clock starts at noon and moves when told. */
final class EnrichDriver implements AutoCloseable {
    static final Function<Article, Tagging> NO_TAGS = article -> new Tagging(List.of(), List.of());
    private static final String SCOPE = "enrich-topology";
    private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://" + SCOPE);

    private final EnrichSerdes serdes = EnrichSerdes.of(REGISTRY);
    private final Serde<Article> articles = serdes.articles();
    private final Serde<EnrichedArticle> enriched = serdes.enriched();
    private final Serde<PipelineEvent> events = serdes.events();
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> input;
    private Instant now;

    /** With stores in memory: the driver commits after each record, which on disk takes longer than all the rest. */
    EnrichDriver(Function<Article, Tagging> tagger) {
        this(new RuleSet(tagger, 1, "1"));
    }

    EnrichDriver(RuleSet rules) {
        this(() -> rules);
    }

    /** The same with rules that may change. */
    EnrichDriver(Supplier<RuleSet> rules) {
        this(rules, TestArticles.NOON, Stores::inMemoryKeyValueStore);
    }

    private EnrichDriver(
            Supplier<RuleSet> rules, Instant start, Function<String, KeyValueBytesStoreSupplier> stateKeptIn) {
        publishSchemas();
        now = start;
        Properties settings = new Properties();
        settings.putAll(EnrichStreamsConfig.of(Map.of(
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "unused:9092",
                StreamsConfig.STATE_DIR_CONFIG,
                "target/streams-" + UUID.randomUUID())));
        // The driver's producer forgets what a deserialization handler sends within a transaction.
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        driver = new TopologyTestDriver(new EnrichTopology(rules, serdes, stateKeptIn).get(), settings, start);
        input = driver.createInputTopic(
                Topics.ARTICLES.name(), new ByteArraySerializer(), new ByteArraySerializer(), start, Duration.ZERO);
    }

    void arrive(Article... versions) {
        for (Article version : versions) {
            arrive(version, new RecordHeaders());
        }
    }

    void arrive(Article version, Headers headers) {
        arrive(version.getArticleId(), bytes(version), headers);
    }

    /** The article as it lies in wire.articles.v1. */
    byte[] bytes(Article version) {
        return articles.serializer().serialize(Topics.ARTICLES.name(), version);
    }

    void arrive(String key, byte[] value, Headers headers) {
        input.pipeInput(new TestRecord<>(key.getBytes(StandardCharsets.UTF_8), value, headers, now));
    }

    void advance(Duration duration) {
        driver.advanceWallClockTime(duration);
        now = now.plus(duration);
    }

    Instant now() {
        return now;
    }

    /** What was written to the enriched topic since it was last asked for. */
    List<TestRecord<String, EnrichedArticle>> enriched() {
        return read(Topics.ENRICHED, enriched.deserializer());
    }

    List<TestRecord<String, EnrichedArticle>> inPublic() {
        return read(Topics.PUBLIC_ARTICLES, enriched.deserializer());
    }

    List<TestRecord<String, PipelineEvent>> events() {
        return read(Topics.EVENTS, events.deserializer());
    }

    List<TestRecord<String, Hold>> holds() {
        return read(Topics.HOLDS, serdes.holds().deserializer());
    }

    /** An operator's word about a hold. */
    void say(SlugNotice notice) {
        driver.createInputTopic(
                        Topics.SLUGS.name(),
                        new StringSerializer(),
                        serdes.slugs().serializer(),
                        now,
                        Duration.ZERO)
                .pipeInput(Slugs.key(notice.getProvider(), notice.getSlug()), notice);
    }

    /** An operator's order. */
    void rule(Ruling ruling) {
        driver.createInputTopic(
                        Topics.RULINGS.name(),
                        new StringSerializer(),
                        serdes.rulings().serializer(),
                        now,
                        Duration.ZERO)
                .pipeInput(ruling.getArticleId(), ruling);
    }

    List<TestRecord<String, byte[]>> deadLetters() {
        return read(Topics.ENRICH_DLQ, new ByteArrayDeserializer());
    }

    KeyValueStore<String, GateEntry> gate() {
        return driver.getKeyValueStore(GateStores.ENTRIES);
    }

    KeyValueStore<Bytes, Article> due() {
        return driver.getKeyValueStore(GateStores.DUE);
    }

    /** Another process that takes over: its stores hold what this one's changelog topics say, and nothing else. */
    EnrichDriver restarted(Function<Article, Tagging> tagger) {
        return restarted(new RuleSet(tagger, 1, "1"), Stores::persistentKeyValueStore);
    }

    /** The same with other rules. */
    EnrichDriver restarted(RuleSet rules) {
        return restarted(rules, Stores::inMemoryKeyValueStore);
    }

    private EnrichDriver restarted(RuleSet rules, Function<String, KeyValueBytesStoreSupplier> stateKeptIn) {
        List<TestRecord<String, GateEntry>> entries = read(
                changelog(GateStores.ENTRIES),
                new StringDeserializer(),
                StateSerdes.gateEntries().deserializer());
        List<TestRecord<byte[], Article>> waiting = read(
                changelog(GateStores.DUE),
                new ByteArrayDeserializer(),
                StateSerdes.articles().deserializer());
        close();
        EnrichDriver next = new EnrichDriver(() -> rules, now, stateKeptIn);
        entries.forEach(entry -> next.gate().put(entry.key(), entry.value()));
        waiting.forEach(embargo -> next.due().put(Bytes.wrap(embargo.key()), embargo.value()));
        return next;
    }

    private static String changelog(String store) {
        return EnrichStreamsConfig.APPLICATION_ID + "-" + store + "-changelog";
    }

    @Override
    public void close() {
        driver.close();
    }

    private <V> List<TestRecord<String, V>> read(Topic topic, Deserializer<V> values) {
        return read(topic.name(), new StringDeserializer(), values);
    }

    private <K, V> List<TestRecord<K, V>> read(String topic, Deserializer<K> keys, Deserializer<V> values) {
        return driver.createOutputTopic(topic, keys, values).readRecordsToList();
    }

    private static void publishSchemas() {
        try {
            for (Topic topic : List.of(
                    Topics.ARTICLES,
                    Topics.ENRICHED,
                    Topics.PUBLIC_ARTICLES,
                    Topics.EVENTS,
                    Topics.SLUGS,
                    Topics.HOLDS,
                    Topics.RULINGS)) {
                MockSchemaRegistry.getClientForScope(SCOPE)
                        .register(topic.subject(), new AvroSchema(topic.publishedSchema()));
            }
        } catch (IOException | RestClientException e) {
            throw new IllegalStateException("the mock registry refused a schema", e);
        }
    }
}
