package dev.dateline.ingest.topology;

import dev.dateline.ingest.parse.Parsed;
import dev.dateline.model.Article;
import dev.dateline.model.Document;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Topics;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/**
 * Documents in; articles, one event for each outcome, and dead letters out. Feeding the documents again is all that a replay
 * takes: what is remembered, in {@link ForkMemory}, only tells apart articles without an id.
 *
 * <pre>read-documents → parse → write-articles, write-events, write-dead-letters</pre>
 *
 * <p>Values are serialized in {@code parse}, once, so that size and registry are known to be in order before anything is
 * written; source and sinks therefore move bytes.
 */
public final class ParseTopology implements Supplier<Topology> {
    static final String WRITE_ARTICLES = "write-articles";
    static final String WRITE_EVENTS = "write-events";
    static final String WRITE_DEAD_LETTERS = "write-dead-letters";
    private static final String READ_DOCUMENTS = "read-documents";
    private static final String PARSE = "parse";

    private final Function<Document, List<Parsed>> parse;
    private final OutputRecords outputs;
    private final InstantSource clock;
    private final Function<String, KeyValueBytesStoreSupplier> stateKeptIn;

    /**
     * The topology over a parser.
     *
     * @param parse pure and safe for use by many threads
     * @param articles serde of wire.articles.v1
     * @param events serde of wire.events.v1
     * @param clock time of publication, which becomes the time of the records
     */
    public ParseTopology(
            Function<Document, List<Parsed>> parse,
            Serde<Article> articles,
            Serde<PipelineEvent> events,
            InstantSource clock) {
        this(parse, articles, events, clock, Stores::persistentKeyValueStore);
    }

    ParseTopology(
            Function<Document, List<Parsed>> parse,
            Serde<Article> articles,
            Serde<PipelineEvent> events,
            InstantSource clock,
            Function<String, KeyValueBytesStoreSupplier> stateKeptIn) {
        this.parse = parse;
        this.clock = clock;
        this.stateKeptIn = stateKeptIn;
        this.outputs = new OutputRecords(articles.serializer(), events.serializer(), clock);
    }

    @Override
    public Topology get() {
        ByteArrayDeserializer in = new ByteArrayDeserializer();
        ByteArraySerializer out = new ByteArraySerializer();
        return new Topology()
                .addSource(READ_DOCUMENTS, in, in, Topics.DOCUMENTS.name())
                .addProcessor(PARSE, () -> new ParseProcessor(parse, outputs, clock), READ_DOCUMENTS)
                .addStateStore(ForkMemory.store(stateKeptIn), PARSE)
                .addSink(WRITE_ARTICLES, Topics.ARTICLES.name(), out, out, PARSE)
                .addSink(WRITE_EVENTS, Topics.EVENTS.name(), out, out, PARSE)
                .addSink(WRITE_DEAD_LETTERS, Topics.INGEST_DLQ.name(), out, out, PARSE);
    }
}
