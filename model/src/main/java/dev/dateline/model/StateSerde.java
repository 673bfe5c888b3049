package dev.dateline.model;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Serde of a state store: Avro's single-object encoding, whose ten bytes in front name the schema, so that state written by
 * one release is read by the next without asking the registry.
 */
public final class StateSerde {
    private StateSerde() {}

    /**
     * The serde of one kind of entry; what it cannot read or write is an {@link UnreadableStateException}.
     *
     * @param encoder of the generated class
     * @param decoder makes the decoder of the generated class, for example {@code Entry::createDecoder}
     * @param history the schemas that the entry has had, oldest first
     */
    public static <T> Serde<T> of(
            BinaryMessageEncoder<T> encoder,
            Function<SchemaStore, BinaryMessageDecoder<T>> decoder,
            List<Schema> history) {
        SchemaStore.Cache older = new SchemaStore.Cache();
        history.forEach(older::addSchema);
        BinaryMessageDecoder<T> reader = decoder.apply(older);
        return Serdes.serdeFrom(
                (topic, value) -> {
                    try {
                        return value == null ? null : encoder.encode(value).array();
                    } catch (IOException | AvroRuntimeException e) {
                        throw new UnreadableStateException("cannot write state for " + topic, e);
                    }
                },
                (topic, bytes) -> {
                    try {
                        return bytes == null ? null : reader.decode(bytes);
                    } catch (IOException | AvroRuntimeException e) {
                        throw new UnreadableStateException(
                                "cannot read state of " + topic + ": was it written by a later release?", e);
                    }
                });
    }
}
