package dev.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class AvroSerdesTest {
    private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://avro-serdes");

    @Test
    void aRecordComesBackAsItsOwnClassFromASchemaWithoutJavaProperties() throws Exception {
        AvroSchema published = new AvroSchema(Topics.EVENTS.publishedSchema());
        MockSchemaRegistry.getClientForScope("avro-serdes").register(Topics.EVENTS.subject(), published);
        PipelineEvent event = new PipelineEvent(
                "d", null, "p/1", "2", 3L, Stage.GATE, Outcome.CURRENT, null, Instant.ofEpochMilli(1_000));

        try (Serde<PipelineEvent> serde = AvroSerdes.values(REGISTRY)) {
            byte[] bytes = serde.serializer().serialize(Topics.EVENTS.name(), event);
            assertThat(serde.deserializer().deserialize(Topics.EVENTS.name(), bytes))
                    .isEqualTo(event);
            // The first record goes through Confluent's serializer, the ones after it do not: the bytes are the same.
            assertThat(serde.serializer().serialize(Topics.EVENTS.name(), event))
                    .isEqualTo(bytes);
        }
        assertThat(published.canonicalString()).doesNotContain("avro.java.string");
    }

    @Test
    void aValueThatGoesToTwoTopicsHasTheSchemaIdOfEach() throws Exception {
        SchemaRegistryClient registry = MockSchemaRegistry.getClientForScope("avro-serdes");
        registry.register("one-value", new AvroSchema(Topics.EVENTS.publishedSchema()));
        registry.register("two-value", new AvroSchema(Topics.EVENTS.publishedSchema()));

        try (Serde<PipelineEvent> serde = AvroSerdes.values(REGISTRY)) {
            for (String reason : List.of("first", "second", "third")) {
                PipelineEvent event = new PipelineEvent(
                        "d", null, "p/1", "2", 3L, Stage.GATE, Outcome.STALE, reason, Instant.ofEpochMilli(1_000));
                for (String topic : List.of("one", "two", "one")) {
                    byte[] bytes = serde.serializer().serialize(topic, event);
                    assertThat(ByteBuffer.wrap(bytes, 1, 4).getInt())
                            .isEqualTo(registry.getLatestSchemaMetadata(topic + "-value")
                                    .getId());
                    assertThat(serde.deserializer().deserialize(topic, bytes)).isEqualTo(event);
                }
            }
        }
    }
}
