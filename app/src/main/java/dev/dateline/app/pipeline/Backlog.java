package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How much of a topic a group has still before it. Transaction markers at the end of a partition count as offsets but
 * are no records, so a small remainder is looked at with a consumer that reads committed records only.
 */
final class Backlog implements AutoCloseable {
    private static final int LOOK_CLOSER_BELOW = 1000;
    private static final Duration LOOK_LIMIT = Duration.ofSeconds(2);

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> reader;

    Backlog(Settings settings) {
        admin = Admin.create(new HashMap<>(settings.kafka()));
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("max.poll.records", "1");
        reader = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Records that the group has not finished, at least; 0 only when nothing is left. */
    long of(String group, String topic) throws ExecutionException, InterruptedException {
        Set<TopicPartition> partitions = partitionsOf(topic);
        Map<TopicPartition, Long> begin = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> end = offsets(partitions, OffsetSpec.latest());
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        long total = 0;
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata offset = committed.get(partition);
            long position = offset == null ? begin.get(partition) : offset.offset();
            total += remaining(partition, Math.max(position, begin.get(partition)), end.get(partition));
        }
        return total;
    }

    private long remaining(TopicPartition partition, long from, long end) {
        long offsets = end - from;
        if (offsets <= 0 || offsets > LOOK_CLOSER_BELOW) {
            return Math.max(0, offsets);
        }
        reader.assign(List.of(partition));
        reader.seek(partition, from);
        long deadline = System.nanoTime() + LOOK_LIMIT.toNanos();
        while (reader.position(partition) < end && System.nanoTime() < deadline) {
            if (!reader.poll(Duration.ofMillis(50)).isEmpty()) {
                return offsets;
            }
        }
        return reader.position(partition) < end ? offsets : 0;
    }

    private Set<TopicPartition> partitionsOf(String topic) throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .collect(Collectors.toSet());
    }

    private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> request =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listOffsets(request).all().get().forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    /** Where each partition of a topic ends now. */
    Map<TopicPartition, Long> end(String topic) throws ExecutionException, InterruptedException {
        return offsets(partitionsOf(topic), OffsetSpec.latest());
    }

    @Override
    public void close() {
        reader.close();
        admin.close();
    }
}
