package dev.dateline.enrich.topology;

import dev.dateline.enrich.gate.Decision;
import dev.dateline.enrich.gate.Gate;
import dev.dateline.enrich.gate.GateEntry;
import dev.dateline.enrich.tag.RuleSet;
import dev.dateline.model.Article;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Asks the {@link Gate} about each arriving version, each embargo that ends and each article that expires. What it decides is remembered behind the
 * tags, by {@link TagProcessor}, because a change may turn out to be none.
 */
final class GateProcessor implements Processor<String, Article, String, Gated> {
    /** With the commit interval and one turn of the thread this keeps a release within a second of its time. */
    private static final Duration RELEASE_INTERVAL = Duration.ofMillis(500);
    /** Articles that may be due in one go, so that a midnight with thousands does not outlast the transaction. */
    private static final int MAX_RELEASES = 1_000;

    private final Supplier<RuleSet> rules;
    private ProcessorContext<String, Gated> context;
    private GateMemory memory;

    /** @param rules those in force, asked for once an article: no article is judged by one rule set and tagged by another */
    GateProcessor(Supplier<RuleSet> rules) {
        this.rules = rules;
    }

    @Override
    public void init(ProcessorContext<String, Gated> processorContext) {
        context = processorContext;
        memory = new GateMemory(processorContext);
        context.schedule(RELEASE_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::release);
    }

    @Override
    public void process(Record<String, Article> record) {
        Article article = checked(record);
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        GateEntry entry = memory.of(article.getArticleId());
        RuleSet inForce = rules.get();
        Decision decision = Gate.decide(entry, article, inForce.id(), now);
        context.forward(record.withValue(new Gated(entry, article, decision, inForce, now, cause())));
    }

    /** Lets go what is due; what else is due follows in the next turn. */
    private void release(long millis) {
        Instant now = Instant.ofEpochMilli(millis);
        try (KeyValueIterator<Bytes, Article> due = memory.due(millis)) {
            for (int released = 0; released < MAX_RELEASES && due.hasNext(); released++) {
                KeyValue<Bytes, Article> next = due.next();
                release(next.value, now);
            }
        }
    }

    private void release(Article article, Instant now) {
        GateEntry entry = memory.of(article.getArticleId());
        Decision decision = Gate.release(entry, article, now);
        String cause =
                "release/" + article.getArticleId() + "@" + decision.entry().getRevision();
        context.forward(new Record<>(
                article.getArticleId(),
                new Gated(entry, article, decision, rules.get(), now, cause),
                now.toEpochMilli()));
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
