package dev.dateline.enrich.topology;

import dev.dateline.enrich.gate.GateEntry;
import dev.dateline.model.Article;
import java.io.IOException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Serdes of the state stores: Avro's single-object encoding, whose ten bytes in front name the schema, so that state
 * written by one release is read by the next without asking the registry.
 */
final class StateSerdes {
    private StateSerdes() {}

    static Serde<GateEntry> gateEntries() {
        return serde(GateEntry.getEncoder(), GateEntry.getDecoder());
    }

    static Serde<Article> articles() {
        return serde(Article.getEncoder(), Article.getDecoder());
    }

    private static <T> Serde<T> serde(BinaryMessageEncoder<T> encoder, BinaryMessageDecoder<T> decoder) {
        return Serdes.serdeFrom(
                (topic, value) -> {
                    try {
                        return value == null ? null : encoder.encode(value).array();
                    } catch (IOException e) {
                        throw new SerializationException("cannot write state for " + topic, e);
                    }
                },
                (topic, bytes) -> {
                    try {
                        return bytes == null ? null : decoder.decode(bytes);
                    } catch (IOException e) {
                        throw new SerializationException("cannot read state of " + topic, e);
                    }
                });
    }
}
