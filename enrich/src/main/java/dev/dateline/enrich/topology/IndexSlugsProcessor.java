package dev.dateline.enrich.topology;

import dev.dateline.enrich.holds.Slugs;
import dev.dateline.model.Article;
import dev.dateline.model.CloudEvents;
import dev.dateline.model.SlugNotice;
import dev.dateline.model.Topics;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Tells the one partition that knows all slugs of an article whose format names articles by slug. */
final class IndexSlugsProcessor extends ContextualProcessor<String, Article, String, byte[]> {
    private final Serializer<SlugNotice> notices;

    IndexSlugsProcessor(Serializer<SlugNotice> notices) {
        this.notices = notices;
    }

    @Override
    public void process(Record<String, Article> record) {
        if (record.value() == null) {
            return; // the gate makes a dead letter of it
        }
        Slugs.of(record.value()).ifPresent(notice -> {
            Headers headers = CloudEvents.headers(
                    notice.getArticleId() + "@" + notice.getAt(),
                    OutputRecords.SOURCE,
                    "dev.dateline.slug.v1",
                    Instant.ofEpochMilli(context().currentSystemTimeMs()));
            byte[] value = notices.serialize(Topics.SLUGS.name(), headers, notice);
            String key = Slugs.key(notice.getProvider(), notice.getSlug());
            context().forward(new Record<>(key, value, record.timestamp(), headers));
        });
    }
}
