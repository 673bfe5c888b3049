package dev.dateline.app.e2e;

import dev.dateline.app.settings.Settings;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Topic;
import dev.dateline.model.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads topics whole and writes single records, as any client would. */
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

    /** The articles of the enriched topic as they are now. */
    Map<String, EnrichedArticle> current() {
        Map<String, EnrichedArticle> current = new TreeMap<>();
        try (Serde<EnrichedArticle> serde = AvroSerdes.values(settings.registry())) {
            read(Topics.ENRICHED, "read_committed", serde.deserializer()).forEach(record -> {
                current.remove(record.key());
                if (record.value() != null) {
                    current.put(record.key(), record.value());
                }
            });
        }
        return current;
    }

    /** Writes one; null makes a tombstone. */
    <V extends SpecificRecord> void put(Topic topic, String key, V value) throws Exception {
        try (Serde<V> serde = AvroSerdes.values(settings.registry())) {
            putBytes(topic, key, value == null ? null : serde.serializer().serialize(topic.name(), value));
        }
    }

    void putBytes(Topic topic, String key, byte[] value) throws Exception {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put("compression.type", "lz4");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
        }
    }
}
