package dev.dateline.sink;

import dev.dateline.model.AvroSerdes;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Topic;
import dev.dateline.model.Topics;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.connect.sink.SinkRecord;

/** Records as Connect hands them to a task: key as text, value as the bytes of the topic. */
final class Records implements AutoCloseable {
    final Map<String, String> registry;
    private final String scope;
    private final Serde<SpecificRecord> serde;
    private long offset;

    Records(String scope) throws Exception {
        this.scope = scope;
        this.registry = Map.of("schema.registry.url", "mock://" + scope);
        this.serde = AvroSerdes.values(registry);
        for (Topic topic : List.of(Topics.ENRICHED, Topics.ARTICLES, Topics.EVENTS, Topics.TAKEDOWNS)) {
            register(topic, topic);
        }
    }

    /** Registers the schema of one topic under the subject of another. */
    void register(Topic subject, Topic schema) throws Exception {
        MockSchemaRegistry.getClientForScope(scope)
                .register(subject.subject(), new AvroSchema(schema.publishedSchema()));
    }

    SinkRecord of(EnrichedArticle article) {
        return of(article.getArticleId(), bytes(article));
    }

    byte[] bytes(SpecificRecord value) {
        return bytes(Topics.ENRICHED, value);
    }

    byte[] bytes(Topic topic, SpecificRecord value) {
        return serde.serializer().serialize(topic.name(), value);
    }

    SinkRecord of(String key, Object value) {
        return of(Topics.ENRICHED, key, value);
    }

    SinkRecord of(Topic topic, String key, Object value) {
        return new SinkRecord(topic.name(), 3, null, key, null, value, offset++, 0L, TimestampType.CREATE_TIME);
    }

    @Override
    public void close() {
        serde.close();
        MockSchemaRegistry.dropScope(scope);
    }
}
