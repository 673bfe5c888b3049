package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.Failures;
import dev.dateline.model.RulePack;
import dev.dateline.model.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the topic of rule packs from its beginning, first to where it ends, then on. For one thread. */
final class PackFeed implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Serde<RulePack> serde;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> end;

    /**
     * One record.
     *
     * @param pack what was published; null when the pack was taken away, or the record is broken
     * @param problem why the record cannot be decoded, or null
     */
    record Update(String id, RulePack pack, String problem) {}

    /** @throws IllegalStateException when there is no such topic */
    PackFeed(Settings settings) {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("default.api.timeout.ms", "20000");
        properties.put("allow.auto.create.topics", "false");
        serde = AvroSerdes.values(settings.registry());
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            end = consumer.endOffsets(partitions());
            consumer.assign(end.keySet());
            consumer.seekToBeginning(end.keySet());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private List<TopicPartition> partitions() {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.RULES.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException(
                    "there is no topic " + Topics.RULES.name() + ": run `dateline topics apply`");
        }
        return partitions;
    }

    /**
     * All that was there when the feed was opened.
     *
     * @throws IllegalStateException when that takes longer than the limit
     */
    List<Update> toEnd(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        List<Update> updates = new ArrayList<>();
        while (end.entrySet().stream()
                .anyMatch(partition -> consumer.position(partition.getKey()) < partition.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "the rule packs on " + Topics.RULES.name() + " could not be read within " + limit.toSeconds()
                                + " s: is a broker down? `kafka-topics.sh --describe` tells");
            }
            updates.addAll(next());
        }
        return updates;
    }

    /**
     * What has come since; waits a moment for something to come.
     *
     * @throws RuntimeException when the surroundings fail; the next call begins with the record at which they did
     */
    List<Update> next() {
        List<Update> updates = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            try {
                updates.add(update(record));
            } catch (RuntimeException e) {
                consumer.seek(partition, record.offset());
                if (updates.isEmpty()) {
                    throw e;
                }
                return updates;
            }
        }
        return updates;
    }

    private Update update(ConsumerRecord<String, byte[]> record) {
        try {
            RulePack pack = serde.deserializer().deserialize(record.topic(), record.value());
            return new Update(record.key(), pack, null);
        } catch (RuntimeException e) {
            if (Failures.isTransient(e)) {
                throw e;
            }
            return new Update(
                    record.key(),
                    null,
                    "the record at offset " + record.offset() + " of " + record.topic() + " is no rule pack ("
                            + e.getMessage() + "): publish the pack anew with `dateline rules apply`");
        }
    }

    @Override
    public void close() {
        consumer.close();
        serde.close();
    }
}
