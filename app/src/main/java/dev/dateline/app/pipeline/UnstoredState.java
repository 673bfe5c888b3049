package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What the enriched topic has of an article that the store has not. All before the sink's committed position is stored, so
 * only what lies behind it on the article's partition is read: mostly nothing, however long the topic is.
 *
 * @param waiting records of the partition that are not stored yet, transaction markers included
 * @param whole whether all of them could be looked at in the time given
 * @param changed whether one of them is the article's
 * @param newest the article's state in the last of those; null when it was erased, or nothing changed
 */
public record UnstoredState(long waiting, boolean whole, boolean changed, EnrichedArticle newest) {
    private static final Duration POLL = Duration.ofMillis(50);

    /** Looks for at most {@code limit}. */
    public static UnstoredState read(Settings settings, String articleId, Duration limit) {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "earliest");
        properties.put("group.id", "connect-" + ConnectorConfigs.POSTGRES);
        properties.putIfAbsent("default.api.timeout.ms", "5000");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            int partitions = consumer.partitionsFor(Topics.ENRICHED.name()).size();
            if (partitions == 0) {
                throw new IllegalStateException(
                        "there is no topic " + Topics.ENRICHED.name() + ": run `dateline topics apply`");
            }
            TopicPartition partition = new TopicPartition(
                    Topics.ENRICHED.name(), TopicScan.partitionOf(articleId).applyAsInt(partitions));
            // A group of our own would have no position; this one is asked for its position and not joined.
            OffsetAndMetadata stored = consumer.committed(Set.of(partition)).get(partition);
            long begin = consumer.beginningOffsets(List.of(partition)).get(partition);
            long from = stored == null ? begin : Math.max(begin, stored.offset());
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            consumer.assign(List.of(partition));
            consumer.seek(partition, from);
            long deadline = System.nanoTime() + limit.toNanos();
            ConsumerRecord<String, byte[]> last = null;
            while (consumer.position(partition) < end && System.nanoTime() < deadline) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (articleId.equals(record.key())) {
                        last = record;
                    }
                }
            }
            return new UnstoredState(
                    end - from, consumer.position(partition) >= end, last != null, decoded(settings, last));
        }
    }

    /** The registry's client is started for a record alone: mostly there is none. */
    private static EnrichedArticle decoded(Settings settings, ConsumerRecord<String, byte[]> record) {
        if (record == null || record.value() == null) {
            return null;
        }
        try (Serde<EnrichedArticle> serde = AvroSerdes.values(settings.registry())) {
            return serde.deserializer().deserialize(record.topic(), record.headers(), record.value());
        }
    }
}
