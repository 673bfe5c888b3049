package dev.dateline.model;

import io.confluent.kafka.serializers.AbstractKafkaSchemaSerDeConfig;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroDeserializerConfig;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.KafkaAvroSerializerConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.SystemLimitException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Serdes of the contract's values over Confluent's serializers: magic byte, schema id, Avro binary. */
public final class AvroSerdes {
    static {
        // Avro allocates what a length in the bytes asks for before it looks whether so much is there: five garbled
        // bytes would cost 2 GB. It reads these properties once, when it first decodes something.
        for (String limit : List.of(
                SystemLimitException.MAX_STRING_LENGTH_PROPERTY,
                SystemLimitException.MAX_BYTES_LENGTH_PROPERTY,
                SystemLimitException.MAX_COLLECTION_LENGTH_PROPERTY)) {
            System.getProperties().putIfAbsent(limit, Integer.toString(Topics.MAX_RECORD_BYTES));
        }
    }

    private AvroSerdes() {}

    /**
     * A serde for the values of a topic. Schemas are registered by {@code dateline topics apply}, never by a producer.
     *
     * @param registry settings of Confluent's client, at least {@code schema.registry.url}
     */
    @SuppressWarnings("unchecked") // KafkaAvroDeserializer is typed Object; specific.avro.reader makes it a T
    public static <T extends SpecificRecord> Serde<T> values(Map<String, ?> registry) {
        Map<String, Object> config = new HashMap<>(registry);
        config.put(AbstractKafkaSchemaSerDeConfig.AUTO_REGISTER_SCHEMAS, false);
        config.put(KafkaAvroDeserializerConfig.SPECIFIC_AVRO_READER_CONFIG, true);
        // Generated classes carry avro.java.string; what is registered does not.
        config.put(KafkaAvroSerializerConfig.AVRO_REMOVE_JAVA_PROPS_CONFIG, true);
        Serde<Object> serde = Serdes.serdeFrom(new KafkaAvroSerializer(), new KafkaAvroDeserializer());
        serde.configure(config, false);
        return Serdes.serdeFrom(
                new KnownSchemaSerializer<T>(serde.serializer()), (Deserializer<T>) (Object) serde.deserializer());
    }
}
