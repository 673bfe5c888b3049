package dev.dateline.app.histories;

import dev.dateline.enrich.tag.RuleSet;
import dev.dateline.enrich.tag.Tagging;
import dev.dateline.enrich.topology.EnrichSerdes;
import dev.dateline.enrich.topology.EnrichStreamsConfig;
import dev.dateline.enrich.topology.EnrichTopology;
import dev.dateline.model.Article;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Ruling;
import dev.dateline.model.TestArticles;
import dev.dateline.model.Topic;
import dev.dateline.model.Topics;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The enrich application as it ships, but for its tags, with a clock that starts at noon and moves when told. */
final class Wire implements AutoCloseable {
    private static final String SCOPE = "histories";
    private static final RuleSet NO_RULES = new RuleSet(article -> new Tagging(List.of(), List.of()), 1, "1");

    private final EnrichSerdes serdes = EnrichSerdes.of(Map.of("schema.registry.url", "mock://" + SCOPE));
    private final TopologyTestDriver driver;
    private final TestOutputTopic<String, EnrichedArticle> enriched;
    private final TestOutputTopic<String, EnrichedArticle> inPublic;
    private Instant now = TestArticles.NOON;

    Wire(Path directory) {
        publishSchemas();
        Properties settings = new Properties();
        settings.putAll(EnrichStreamsConfig.of(Map.of(
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "unused:9092",
                StreamsConfig.STATE_DIR_CONFIG,
                directory.toString())));
        // The driver commits after each record either way, and its transactions cost more than all the rest.
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        driver = new TopologyTestDriver(new EnrichTopology(() -> NO_RULES, serdes).get(), settings, now);
        enriched = output(Topics.ENRICHED);
        inPublic = output(Topics.PUBLIC_ARTICLES);
    }

    private TestOutputTopic<String, EnrichedArticle> output(Topic topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), serdes.enriched().deserializer());
    }

    void arrive(Article version) {
        send(Topics.ARTICLES, serdes.articles(), version.getArticleId(), version);
    }

    void rule(Ruling ruling) {
        send(Topics.RULINGS, serdes.rulings(), ruling.getArticleId(), ruling);
    }

    private <T> void send(Topic topic, Serde<T> serde, String key, T value) {
        driver.createInputTopic(topic.name(), new StringSerializer(), serde.serializer(), now, Duration.ZERO)
                .pipeInput(key, value);
    }

    void advance(Duration time) {
        driver.advanceWallClockTime(time);
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    /** What was written to the enriched topic since it was last asked for. */
    List<TestRecord<String, EnrichedArticle>> enriched() {
        return enriched.readRecordsToList();
    }

    List<TestRecord<String, EnrichedArticle>> inPublic() {
        return inPublic.readRecordsToList();
    }

    private static void publishSchemas() {
        try {
            for (Topic topic : Topics.ALL) {
                if (topic.schema() != null) {
                    MockSchemaRegistry.getClientForScope(SCOPE)
                            .register(topic.subject(), new AvroSchema(topic.publishedSchema()));
                }
            }
        } catch (IOException | RestClientException e) {
            throw new IllegalStateException("the mock registry refused a schema", e);
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
