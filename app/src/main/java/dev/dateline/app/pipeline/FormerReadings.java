package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.ingest.topology.ParseStreamsConfig;
import dev.dateline.model.DeadLetters;
import dev.dateline.model.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.header.Header;

/**
 * What the parse application made of documents when it read them: a rejected one has a dead letter that names its place
 * in the log. Dead letters are kept for a while; of documents older than that it is not known.
 */
public final class FormerReadings {
    /** How a document was read. */
    public enum Reading {
        /** Without a fault. */
        ACCEPTED,
        /** Wholly or in part refused. */
        REJECTED,
        /** Too long ago, or not yet. */
        UNKNOWN
    }

    private final Map<TopicPartition, OffsetAndMetadata> parsed;
    private final Set<String> rejected;
    private final Instant since;

    private FormerReadings(Map<TopicPartition, OffsetAndMetadata> parsed, Set<String> rejected, Instant since) {
        this.parsed = parsed;
        this.rejected = rejected;
        this.since = since;
    }

    /** Reads the dead letters of the ingest stage. */
    public static FormerReadings read(Settings settings, Instant now, Course course)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> parsed;
        try (Admin admin = Admin.create(new HashMap<>(settings.kafka()))) {
            parsed = admin.listConsumerGroupOffsets(ParseStreamsConfig.APPLICATION_ID)
                    .partitionsToOffsetAndMetadata()
                    .get();
        }
        Set<String> rejected = new HashSet<>();
        try (TopicScan scan = TopicScan.of(settings, Topics.INGEST_DLQ)) {
            scan.read(
                    course,
                    letter -> rejected.add(place(
                            text(letter, DeadLetters.TOPIC),
                            text(letter, DeadLetters.PARTITION),
                            text(letter, DeadLetters.OFFSET))));
        }
        Duration kept =
                Duration.ofMillis(Long.parseLong(Topics.INGEST_DLQ.config().get(TopicConfig.RETENTION_MS_CONFIG)));
        return new FormerReadings(parsed, rejected, now.minus(kept));
    }

    /** How the copy of a document was read that {@code document} is. */
    public Reading of(KeptDocument document) {
        ConsumerRecord<String, byte[]> record = document.record();
        if (rejected.contains(
                place(record.topic(), Integer.toString(record.partition()), Long.toString(record.offset())))) {
            return Reading.REJECTED;
        }
        OffsetAndMetadata next = parsed.get(new TopicPartition(record.topic(), record.partition()));
        boolean done = next != null && record.offset() < next.offset();
        return done && document.writtenAt().isAfter(since) ? Reading.ACCEPTED : Reading.UNKNOWN;
    }

    private static String place(String topic, String partition, String offset) {
        return topic + "/" + partition + "/" + offset;
    }

    private static String text(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
