package dev.dateline.enrich.topology;

import dev.dateline.enrich.gate.SlugEntry;
import dev.dateline.enrich.holds.KillResolver;
import dev.dateline.enrich.holds.Resolution;
import dev.dateline.enrich.holds.Slugs;
import dev.dateline.model.Article;
import dev.dateline.model.CloudEvents;
import dev.dateline.model.Hold;
import dev.dateline.model.SlugNotice;
import dev.dateline.model.Topic;
import dev.dateline.model.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Runs the {@link KillResolver} over its store: kills go back to the articles' topic, what is open to the holds. */
final class ResolveKillsProcessor implements Processor<String, SlugNotice, String, byte[]> {
    static final String STORE = "slugs";
    private static final Duration CLEANING = Duration.ofHours(1);
    private static final String KILL_TYPE = "dev.dateline.article.v1";
    private static final String HOLD_TYPE = "dev.dateline.hold.v1";

    private final Serializer<Article> articles;
    private final Serializer<Hold> holds;
    private ProcessorContext<String, byte[]> context;
    private KeyValueStore<String, SlugEntry> entries;

    ResolveKillsProcessor(Serializer<Article> articles, Serializer<Hold> holds) {
        this.articles = articles;
        this.holds = holds;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> processorContext) {
        context = processorContext;
        entries = context.getStateStore(STORE);
        context.schedule(CLEANING, PunctuationType.WALL_CLOCK_TIME, this::clean);
    }

    @Override
    public void process(Record<String, SlugNotice> record) {
        SlugNotice notice = record.value();
        if (notice == null) {
            throw new IllegalArgumentException("the record has no value: nothing is said about the slug");
        }
        String key = Slugs.key(notice.getProvider(), notice.getSlug());
        Resolution resolution = KillResolver.resolve(entries.get(key), notice);
        if (resolution.entry() == null) {
            entries.delete(key);
        } else {
            entries.put(key, resolution.entry());
        }
        for (Article kill : resolution.kills()) {
            forward(
                    record,
                    Topics.ARTICLES,
                    EnrichTopology.WRITE_KILLS,
                    KILL_TYPE,
                    kill.getArticleId(),
                    kill,
                    articles);
        }
        for (Hold hold : resolution.holds()) {
            forward(record, Topics.HOLDS, EnrichTopology.WRITE_HOLDS, HOLD_TYPE, hold.getHoldId(), hold, holds);
        }
    }

    private <V> void forward(
            Record<String, SlugNotice> record,
            Topic topic,
            String child,
            String type,
            String key,
            V value,
            Serializer<V> serializer) {
        Headers headers = CloudEvents.headers(
                key + "@" + record.value().getArticleId(),
                OutputRecords.SOURCE,
                type,
                Instant.ofEpochMilli(context.currentSystemTimeMs()));
        byte[] bytes = serializer.serialize(topic.name(), headers, value);
        context.forward(new Record<>(key, bytes, record.timestamp(), headers), child);
    }

    private void clean(long millis) {
        List<String> over = new ArrayList<>();
        try (KeyValueIterator<String, SlugEntry> all = entries.all()) {
            while (all.hasNext()) {
                KeyValue<String, SlugEntry> next = all.next();
                if (KillResolver.isOver(next.value, Instant.ofEpochMilli(millis))) {
                    over.add(next.key);
                }
            }
        }
        over.forEach(entries::delete);
    }
}
