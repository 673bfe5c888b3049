package dev.dateline.ingest.topology;

import dev.dateline.model.Article;
import dev.dateline.model.ArticleHeaders;
import dev.dateline.model.CloudEvents;
import dev.dateline.model.DeadLetters;
import dev.dateline.model.Outcome;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Stage;
import dev.dateline.model.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * The records that the parse application writes. Their time is that of publication: brokers refuse times in the future,
 * and retention would delete an old article at once.
 */
final class OutputRecords {
    private static final String EVENT_TYPE = "dev.dateline.event.v1";
    private static final String EVENT_SOURCE = "/stages/parse";
    /** Reasons named in the headers of one dead letter; the events have them all. */
    private static final int MAX_REASONS = 10;

    private final Serializer<Article> articles;
    private final Serializer<PipelineEvent> events;
    private final InstantSource clock;

    OutputRecords(Serializer<Article> articles, Serializer<PipelineEvent> events, InstantSource clock) {
        this.articles = articles;
        this.events = events;
        this.clock = clock;
    }

    Record<byte[], byte[]> article(Article article, DocumentRef document) {
        Headers headers = ArticleHeaders.of(article);
        TraceContext.pass(document, headers);
        byte[] value = articles.serialize(Topics.ARTICLES.name(), headers, article);
        return new Record<>(utf8(article.getArticleId()), value, clock.millis(), headers);
    }

    Record<byte[], byte[]> event(DocumentRef document, Article article, Outcome outcome) {
        return event(document, article, article.getProvenance().getPosition(), outcome, null);
    }

    Record<byte[], byte[]> event(DocumentRef document, Rejection rejection) {
        return event(document, rejection.article(), rejection.position(), Outcome.REJECTED, rejection.reason());
    }

    private Record<byte[], byte[]> event(
            DocumentRef document, Article article, int position, Outcome outcome, String reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String articleId = article == null ? null : article.getArticleId();
        PipelineEvent event = new PipelineEvent(
                document.id(),
                document.uri(),
                articleId,
                article == null ? null : article.getVersion(),
                null,
                Stage.PARSE,
                outcome,
                reason,
                now);
        Headers headers = CloudEvents.headers(document.id() + "#parse/" + position, EVENT_SOURCE, EVENT_TYPE, now);
        TraceContext.pass(document, headers);
        byte[] value = events.serialize(Topics.EVENTS.name(), headers, event);
        return new Record<>(utf8(articleId == null ? document.id() : articleId), value, now.toEpochMilli(), headers);
    }

    /** One dead letter for the whole document, whatever number of its parts was rejected: its bytes are kept once. */
    Record<byte[], byte[]> deadLetter(Record<byte[], byte[]> record, RecordMetadata at, List<Rejection> rejections) {
        StringBuilder reasons = new StringBuilder();
        for (Rejection rejection : rejections.subList(0, Math.min(MAX_REASONS, rejections.size()))) {
            reasons.append(reasons.isEmpty() ? "" : "; ");
            if (rejection.position() > 0 || rejections.size() > 1) {
                reasons.append("position ").append(rejection.position()).append(": ");
            }
            reasons.append(rejection.reason());
        }
        if (rejections.size() > MAX_REASONS) {
            reasons.append("; and ").append(rejections.size() - MAX_REASONS).append(" more");
        }
        Throwable cause = rejections.get(0).cause();
        Headers headers = DeadLetters.headers(
                record.headers(), cause, reasons.toString(), at.topic(), at.partition(), at.offset());
        return new Record<>(record.key(), DeadLetters.value(record.value()), clock.millis(), headers);
    }

    private static byte[] utf8(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
