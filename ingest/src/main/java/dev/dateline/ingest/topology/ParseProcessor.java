package dev.dateline.ingest.topology;

import dev.dateline.ingest.parse.Parsed;
import dev.dateline.model.Article;
import dev.dateline.model.Document;
import dev.dateline.model.Failures;
import dev.dateline.model.Outcome;
import dev.dateline.model.Topics;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Parses one document. All outputs are made before the first is forwarded, so a failure leaves none of them. What the
 * record is to blame for becomes a rejection here; trouble of the surroundings passes to {@link DeadLetterHandler}.
 */
final class ParseProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private static final Duration CLEANING = Duration.ofHours(6);

    private final Function<Document, List<Parsed>> parse;
    private final OutputRecords outputs;
    private final InstantSource clock;
    private ProcessorContext<byte[], byte[]> context;
    private ForkMemory memory;

    ParseProcessor(Function<Document, List<Parsed>> parse, OutputRecords outputs, InstantSource clock) {
        this.parse = parse;
        this.outputs = outputs;
        this.clock = clock;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> processorContext) {
        context = processorContext;
        memory = new ForkMemory(processorContext);
        context.schedule(
                CLEANING, PunctuationType.WALL_CLOCK_TIME, millis -> memory.forget(Instant.ofEpochMilli(millis)));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (record.value() == null) {
            return; // the tombstone of an erased document: there is nothing to parse and nothing wrong
        }
        List<Record<byte[], byte[]>> articles = new ArrayList<>();
        List<Record<byte[], byte[]>> events = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        DocumentRef document = DocumentRef.of(record);
        for (Parsed parsed : parse(record, rejections)) {
            if (parsed instanceof Parsed.Accepted accepted) {
                publish(memory.placed(accepted.article(), clock.instant()), document, articles, events, rejections);
            } else if (parsed instanceof Parsed.Rejected rejected) {
                rejections.add(Rejection.of(rejected));
            }
        }
        for (Rejection rejection : rejections) {
            events.add(outputs.event(document, rejection));
        }
        articles.forEach(article -> context.forward(article, ParseTopology.WRITE_ARTICLES));
        events.forEach(event -> context.forward(event, ParseTopology.WRITE_EVENTS));
        if (!rejections.isEmpty()) {
            context.forward(
                    outputs.deadLetter(record, context.recordMetadata().orElseThrow(), rejections),
                    ParseTopology.WRITE_DEAD_LETTERS);
        }
    }

    private List<Parsed> parse(Record<byte[], byte[]> record, List<Rejection> rejections) {
        Document document;
        try {
            document = Document.of(record.headers(), record.value());
        } catch (IllegalArgumentException | DateTimeException e) {
            rejections.add(Rejection.of(e.getMessage()));
            return List.of();
        }
        try {
            List<Parsed> parsed = parse.apply(document);
            if (parsed.isEmpty()) {
                rejections.add(Rejection.of("the parser found neither an article nor a fault in it"));
            }
            return parsed;
        } catch (RuntimeException | StackOverflowError e) {
            if (Failures.isTransient(e)) {
                throw e;
            }
            rejections.add(Rejection.of(e));
            return List.of();
        }
    }

    private void publish(
            Article article,
            DocumentRef document,
            List<Record<byte[], byte[]>> articles,
            List<Record<byte[], byte[]>> events,
            List<Rejection> rejections) {
        try {
            Record<byte[], byte[]> published = outputs.article(article, document);
            int size = published.value().length;
            if (size > Topics.MAX_ARTICLE_BYTES) {
                rejections.add(Rejection.of(
                        article, "the article has " + size + " bytes, more than " + Topics.MAX_ARTICLE_BYTES));
                return;
            }
            events.add(outputs.event(document, article, Outcome.PARSED));
            articles.add(published);
        } catch (RuntimeException e) {
            if (Failures.isTransientWhenWriting(e)) {
                throw e;
            }
            rejections.add(Rejection.of(article, e));
        }
    }
}
