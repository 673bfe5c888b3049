package dev.dateline.bench.chaos;

import dev.dateline.app.settings.Settings;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics from their beginning, committed records alone, outside any group. For one thread. */
final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration READ_LIMIT = Duration.ofMinutes(3);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Serde<SpecificRecord> values;
    private final List<TopicPartition> partitions = new ArrayList<>();

    /** @param settings by which brokers and registry are reached without a proxy */
    TopicReader(Settings settings, Collection<Topic> topics) {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        // Should the brokers lose what was there, that is to be told and not passed over.
        properties.put("auto.offset.reset", "none");
        properties.put("default.api.timeout.ms", "120000");
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        values = AvroSerdes.values(settings.registry());
        for (Topic topic : topics) {
            consumer.partitionsFor(topic.name())
                    .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    Iterable<ConsumerRecord<String, byte[]>> poll() {
        return consumer.poll(POLL);
    }

    SpecificRecord value(ConsumerRecord<String, byte[]> record) {
        return values.deserializer().deserialize(record.topic(), record.value());
    }

    /** Sum of the end offsets, open transactions included: it changes whenever something is written. */
    long end() {
        return consumer.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** What is there now, to its end. */
    List<ConsumerRecord<String, byte[]>> readAll() {
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        long deadline = System.nanoTime() + READ_LIMIT.toNanos();
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < end.get(partition))) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("cannot read " + partitions + " to the end: a transaction may hang");
            }
            poll().forEach(records::add);
        }
        return records;
    }

    @Override
    public void close() {
        consumer.close();
        values.close();
    }
}
