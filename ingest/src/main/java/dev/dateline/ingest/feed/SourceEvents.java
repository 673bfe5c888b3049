package dev.dateline.ingest.feed;

import dev.dateline.model.CloudEvents;
import dev.dateline.model.Outcome;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;

/** Events of feeds that have gone quiet or are back, as they lie in wire.events.v1. */
final class SourceEvents {
    /** Key, headers and value of a record. */
    record Serialized(String key, Map<String, String> headers, byte[] value) {}

    private final String source;
    private final String topic;
    private final Serializer<PipelineEvent> serializer;

    SourceEvents(String source, String topic, Serializer<PipelineEvent> serializer) {
        this.source = source;
        this.topic = topic;
        this.serializer = serializer;
    }

    /**
     * An event about a feed; its key begins as the document ids of the feed's items do.
     *
     * @throws org.apache.kafka.common.errors.SerializationException if the registry cannot be had
     */
    synchronized Serialized of(FeedRef feed, Outcome outcome, String reason, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        PipelineEvent event = PipelineEvent.newBuilder()
                .setUri(feed.url().toString())
                .setStage(Stage.COLLECT)
                .setOutcome(outcome)
                .setReason(reason)
                .setAt(at)
                .build();
        String key = source + "/" + feed.url();
        Headers headers = CloudEvents.headers(
                key + "#collect/" + outcome + "/" + at.toEpochMilli(),
                "/sources/" + source,
                "dev.dateline.event.v1",
                at);
        byte[] value = serializer.serialize(topic, headers, event);
        Map<String, String> texts = new LinkedHashMap<>();
        headers.forEach(header -> texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new Serialized(key, texts, value);
    }
}
