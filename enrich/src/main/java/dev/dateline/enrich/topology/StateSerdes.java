package dev.dateline.enrich.topology;

import dev.dateline.enrich.gate.GateEntry;
import dev.dateline.enrich.gate.SlugEntry;
import dev.dateline.model.Article;
import dev.dateline.model.SchemaHistory;
import dev.dateline.model.Topics;
import java.io.IOException;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.errors.ProcessorStateException;

/**
 * Serdes of the state stores: Avro's single-object encoding, whose ten bytes in front name the schema, so that state
 * written by one release is read by the next without asking the registry.
 */
final class StateSerdes {
    private StateSerdes() {}

    static Serde<GateEntry> gateEntries() {
        return serde(GateEntry.getEncoder(), GateEntry.createDecoder(older(history(GateEntry.getClassSchema()))));
    }

    static Serde<SlugEntry> slugEntries() {
        return serde(SlugEntry.getEncoder(), SlugEntry.createDecoder(older(history(SlugEntry.getClassSchema()))));
    }

    /** The schemas that an entry has had, oldest first; the last is the current one. */
    static List<Schema> history(Schema entry) {
        return SchemaHistory.in("/state-history/" + entry.getName(), StateSerdes.class);
    }

    static Serde<Article> articles() {
        return articles(SchemaHistory.of(Topics.ARTICLES));
    }

    static Serde<Article> articles(List<Schema> history) {
        return serde(Article.getEncoder(), Article.createDecoder(older(history)));
    }

    private static SchemaStore older(List<Schema> history) {
        SchemaStore.Cache older = new SchemaStore.Cache();
        history.forEach(older::addSchema);
        return older;
    }

    private static <T> Serde<T> serde(BinaryMessageEncoder<T> encoder, BinaryMessageDecoder<T> decoder) {
        return Serdes.serdeFrom(
                (topic, value) -> {
                    try {
                        return value == null ? null : encoder.encode(value).array();
                    } catch (IOException | AvroRuntimeException e) {
                        throw new ProcessorStateException("cannot write state for " + topic, e);
                    }
                },
                (topic, bytes) -> {
                    try {
                        return bytes == null ? null : decoder.decode(bytes);
                    } catch (IOException | AvroRuntimeException e) {
                        throw new ProcessorStateException(
                                "cannot read state of " + topic + ": was it written by a later release?", e);
                    }
                });
    }
}
