package dev.dateline.bench;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.storage.Converter;

/**
 * Avro records of one level, of strings and longs, for sinks that take Connect's own values. Confluent's converter does the
 * same for more types; it is not on Maven Central.
 */
public final class FlatAvroConverter implements Converter {
    private final KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();
    private org.apache.avro.Schema read;
    private Schema made;

    /** For Connect. */
    public FlatAvroConverter() {}

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        deserializer.configure(settings, isKey);
    }

    @Override
    public byte[] fromConnectData(String topic, Schema schema, Object value) {
        throw new UnsupportedOperationException("this converter only reads");
    }

    @Override
    public SchemaAndValue toConnectData(String topic, byte[] bytes) {
        GenericRecord record = (GenericRecord) deserializer.deserialize(topic, bytes);
        Schema schema = schemaOf(record.getSchema());
        Struct struct = new Struct(schema);
        for (Field field : schema.fields()) {
            Object value = record.get(field.name());
            struct.put(field, value instanceof CharSequence text ? text.toString() : value);
        }
        return new SchemaAndValue(schema, struct);
    }

    private Schema schemaOf(org.apache.avro.Schema avro) {
        if (!avro.equals(read)) {
            SchemaBuilder builder = SchemaBuilder.struct().name(avro.getFullName());
            for (org.apache.avro.Schema.Field field : avro.getFields()) {
                boolean number = field.schema().getType() == org.apache.avro.Schema.Type.LONG;
                builder.field(field.name(), number ? Schema.INT64_SCHEMA : Schema.OPTIONAL_STRING_SCHEMA);
            }
            made = builder.build();
            read = avro;
        }
        return made;
    }
}
