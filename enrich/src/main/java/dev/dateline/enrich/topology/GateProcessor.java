package dev.dateline.enrich.topology;

import dev.dateline.enrich.gate.Decision;
import dev.dateline.enrich.gate.Gate;
import dev.dateline.enrich.gate.GateEntry;
import dev.dateline.model.Article;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Runs the {@link Gate} over its stores, for each arriving version and for each embargo that ends. */
final class GateProcessor implements Processor<String, Article, String, Gated> {
    /** With the commit interval and one turn of the thread this keeps a release within a second of its time. */
    private static final Duration RELEASE_INTERVAL = Duration.ofMillis(500);
    /** Embargoes that may end in one go, so that a midnight with thousands does not outlast the transaction. */
    private static final int MAX_RELEASES = 1_000;

    private ProcessorContext<String, Gated> context;
    private KeyValueStore<String, GateEntry> entries;
    private KeyValueStore<Bytes, Article> embargoes;

    @Override
    public void init(ProcessorContext<String, Gated> processorContext) {
        context = processorContext;
        entries = context.getStateStore(GateStores.ENTRIES);
        embargoes = context.getStateStore(GateStores.EMBARGOES);
        context.schedule(RELEASE_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::release);
    }

    @Override
    public void process(Record<String, Article> record) {
        Article article = checked(record);
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        GateEntry entry = entries.get(article.getArticleId());
        Decision decision = Gate.decide(entry, article, now);
        if (decision.change() != null) {
            remember(entry, decision.entry(), article);
        }
        context.forward(record.withValue(new Gated(GateEvents.of(article, decision, now), decision.change(), cause())));
    }

    /** Lets go what is due; what else is due follows in the next turn. */
    private void release(long millis) {
        Instant now = Instant.ofEpochMilli(millis);
        try (KeyValueIterator<Bytes, Article> due = embargoes.range(EmbargoKey.FIRST, EmbargoKey.after(millis))) {
            for (int released = 0; released < MAX_RELEASES && due.hasNext(); released++) {
                KeyValue<Bytes, Article> next = due.next();
                release(next.value, now);
            }
        }
    }

    private void release(Article article, Instant now) {
        GateEntry entry = entries.get(article.getArticleId());
        Decision decision = Gate.release(entry, article, now);
        remember(entry, decision.entry(), article);
        String cause =
                "release/" + article.getArticleId() + "@" + decision.entry().getRevision();
        context.forward(new Record<>(
                article.getArticleId(),
                new Gated(GateEvents.of(article, decision, now), decision.change(), cause),
                now.toEpochMilli()));
    }

    private void remember(GateEntry before, GateEntry after, Article article) {
        String id = article.getArticleId();
        entries.put(id, after);
        if (before != null && before.getEmbargoEnd() != null) {
            embargoes.delete(EmbargoKey.of(before.getEmbargoEnd(), id));
        }
        if (after.getEmbargoEnd() != null) {
            embargoes.put(EmbargoKey.of(after.getEmbargoEnd(), id), article);
        }
    }

    private String cause() {
        RecordMetadata record = context.recordMetadata().orElseThrow();
        return record.topic() + "/" + record.partition() + "/" + record.offset();
    }

    private static Article checked(Record<String, Article> record) {
        Article article = record.value();
        if (article == null) {
            throw new IllegalArgumentException(
                    "the record has no value: a tombstone is not a version; an article is withdrawn by a kill");
        }
        if (!article.getArticleId().equals(record.key())) {
            throw new IllegalArgumentException("the record's key is '" + record.key() + "' but its article is '"
                    + article.getArticleId() + "': the key must be the article id");
        }
        return article;
    }
}
