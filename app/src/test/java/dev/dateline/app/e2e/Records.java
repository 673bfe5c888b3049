package dev.dateline.app.e2e;

import dev.dateline.app.settings.Settings;
import dev.dateline.model.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics whole, as any consumer would. */
final class Records {
    private final Settings settings;

    Records(Settings settings) {
        this.settings = settings;
    }

    List<ConsumerRecord<String, byte[]>> bytes(Topic topic, String isolation) {
        return read(topic, isolation, new ByteArrayDeserializer());
    }

    /** From the first record to where the topic ends now, partition by partition. */
    <V> List<ConsumerRecord<String, V>> read(Topic topic, String isolation, Deserializer<V> values) {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put("isolation.level", isolation);
        properties.put("enable.auto.commit", "false");
        try (KafkaConsumer<String, V> consumer = new KafkaConsumer<>(properties, new StringDeserializer(), values)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .collect(Collectors.toList());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, V>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < end.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }
}
