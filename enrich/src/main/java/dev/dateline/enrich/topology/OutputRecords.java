package dev.dateline.enrich.topology;

import dev.dateline.model.Article;
import dev.dateline.model.CloudEvents;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Failures;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Topic;
import dev.dateline.model.Topics;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The records that the enrich application writes: bytes, CloudEvents headers and the trace context as it came. Their time
 * is that of the record that caused them, never that of the article: brokers refuse times in the future, and retention
 * would delete an old one at once.
 */
final class OutputRecords {
    /** Largest value: leaves room for key, headers and the batch around it. */
    static final int MAX_VALUE_BYTES = Topics.MAX_RECORD_BYTES - 64 * 1024;

    private static final String ENRICHED_TYPE = "dev.dateline.article.enriched.v1";
    private static final String PUBLIC_TYPE = "dev.dateline.article.public.v1";
    private static final String EVENT_TYPE = "dev.dateline.event.v1";
    static final String SOURCE = "/stages/enrich";
    private static final List<String> TRACE_CONTEXT = List.of("traceparent", "tracestate");

    private final Serializer<EnrichedArticle> articles;
    private final Serializer<PipelineEvent> events;

    OutputRecords(Serializer<EnrichedArticle> articles, Serializer<PipelineEvent> events) {
        this.articles = articles;
        this.events = events;
    }

    /** @throws UnwritableArticleException if the topic would refuse it */
    Record<String, byte[]> enriched(Record<String, Tagged> record) {
        return article(record, record.value().enriched(), Topics.ENRICHED, ENRICHED_TYPE);
    }

    /** @throws UnwritableArticleException if the topic would refuse it */
    Record<String, byte[]> inPublic(Record<String, Tagged> record) {
        return article(record, record.value().inPublic(), Topics.PUBLIC_ARTICLES, PUBLIC_TYPE);
    }

    /** What makes the topics forget an article. */
    Record<String, byte[]> tombstone(Record<String, Tagged> record) {
        return new Record<>(record.key(), null, record.timestamp());
    }

    /** One of the events of the version. */
    Record<String, byte[]> event(Record<String, Tagged> record, int index) {
        return event(record, record.value().events().get(index), "#" + index);
    }

    /** The event of a version that could not be written. */
    Record<String, byte[]> dropped(Record<String, Tagged> record, String reason) {
        EnrichedArticle lost = record.value().enriched();
        PipelineEvent event = GateEvents.dropped(lost.getArticle(), lost.getRevision(), reason, lost.getEnrichedAt());
        return event(record, event, "#dropped");
    }

    private Record<String, byte[]> article(
            Record<String, Tagged> record, EnrichedArticle enriched, Topic topic, String type) {
        Article article = enriched.getArticle();
        String id = enriched.getArticleId() + "@" + enriched.getRevision();
        Instant created = article.getVersionCreated();
        Headers headers = headers(record, id, type, created == null ? article.getReceivedAt() : created);
        byte[] value = serialized(topic, headers, enriched);
        if (value.length > MAX_VALUE_BYTES) {
            throw new UnwritableArticleException(
                    "the enriched article has " + value.length + " bytes, more than the " + MAX_VALUE_BYTES + " that "
                            + topic.name() + " takes",
                    null);
        }
        return new Record<>(record.key(), value, record.timestamp(), headers);
    }

    private byte[] serialized(Topic topic, Headers headers, EnrichedArticle enriched) {
        try {
            return articles.serialize(topic.name(), headers, enriched);
        } catch (RuntimeException e) {
            if (Failures.isTransientWhenWriting(e)) {
                throw e;
            }
            throw new UnwritableArticleException(
                    "the enriched article does not fit the schema of " + topic.name()
                            + ": the dead letter has the stack trace",
                    e);
        }
    }

    private Record<String, byte[]> event(Record<String, Tagged> record, PipelineEvent event, String suffix) {
        Headers headers = headers(record, record.value().cause() + suffix, EVENT_TYPE, event.getAt());
        byte[] value = events.serialize(Topics.EVENTS.name(), headers, event);
        return new Record<>(record.key(), value, record.timestamp(), headers);
    }

    private static Headers headers(Record<String, Tagged> record, String id, String type, Instant time) {
        Headers headers = CloudEvents.headers(id, SOURCE, type, time);
        for (String name : TRACE_CONTEXT) {
            Header header = record.headers().lastHeader(name);
            if (header != null) {
                headers.add(header);
            }
        }
        return headers;
    }
}
