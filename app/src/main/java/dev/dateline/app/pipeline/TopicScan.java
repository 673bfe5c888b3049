package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.model.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Reads the committed records of a topic, partition by partition, from the first to where the topic ended when the scan
 * was made: what is written meanwhile, by the reader itself for example, is not read.
 */
final class TopicScan implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> begin;
    private final Map<TopicPartition, Long> end;
    private final long total;
    private long done;

    private TopicScan(Settings settings, Topic topic, String key, int passes) {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.putIfAbsent("default.api.timeout.ms", "10000");
        // Where retention moves the beginning meanwhile; Kafka's default would go on at the end.
        properties.put("auto.offset.reset", "earliest");
        // The request that waits at the end of one partition holds up the next one.
        properties.put("fetch.max.wait.ms", "10");
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = partitions(topic, key);
            begin = consumer.beginningOffsets(partitions);
            end = consumer.endOffsets(partitions);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
        total = passes * (sum(end) - sum(begin));
    }

    /** A scan of a whole topic that is to be read once. */
    static TopicScan of(Settings settings, Topic topic) {
        return new TopicScan(settings, topic, null, 1);
    }

    /** A scan of a whole topic, each partition of which is to be read twice. */
    static TopicScan twice(Settings settings, Topic topic) {
        return new TopicScan(settings, topic, null, 2);
    }

    /** A scan of the one partition that has the records of a key, on a topic whose producers go by the key alone. */
    static TopicScan ofKey(Settings settings, Topic topic, String key) {
        return new TopicScan(settings, topic, key, 1);
    }

    private List<TopicPartition> partitions(Topic topic, String key) {
        List<TopicPartition> all = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        if (all.isEmpty()) {
            throw new IllegalStateException("there is no topic " + topic.name() + ": run `dateline topics apply`");
        }
        return key == null
                ? all
                : List.of(new TopicPartition(topic.name(), partitionOf(key).applyAsInt(all.size())));
    }

    /** Where Kafka's own partitioner puts a key, of so many partitions. */
    static IntUnaryOperator partitionOf(String key) {
        return partitions -> Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    Iterable<TopicPartition> partitions() {
        return end.keySet();
    }

    /**
     * Gives every record to {@code records}.
     *
     * @return whether all were read; false when {@code course} ended it
     */
    boolean read(Course course, Consumer<ConsumerRecord<String, byte[]>> records) throws InterruptedException {
        for (TopicPartition partition : end.keySet()) {
            if (!read(partition, course, records)) {
                return false;
            }
        }
        return true;
    }

    /** The same for one partition; may be called again. */
    boolean read(TopicPartition partition, Course course, Consumer<ConsumerRecord<String, byte[]>> records)
            throws InterruptedException {
        long from = begin.get(partition);
        long to = end.get(partition);
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        long before = done;
        for (long at = from; at < to; at = consumer.position(partition)) {
            done = before + at - from;
            if (!course.goesOn(done, total)) {
                return false;
            }
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < to) {
                    records.accept(record);
                }
            }
        }
        done = before + to - from;
        return course.goesOn(done, total);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
