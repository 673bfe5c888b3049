package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes documents to their topic once more: same key, headers and bytes, on the same partition, so that compaction puts
 * the copy in the place of the original, whoever chose the partition. The time of the record is that of the copy.
 */
public final class DocumentReplay implements AutoCloseable {
    private final BulkProducer<String, byte[]> producer;

    public DocumentReplay(Settings settings) {
        producer = new BulkProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Sends one; waits only while the producer's memory is full.
     *
     * @throws RuntimeException what kept Kafka from taking an earlier one
     */
    public void send(KeptDocument document) {
        ConsumerRecord<String, byte[]> kept = document.record();
        producer.send(new ProducerRecord<>(kept.topic(), kept.partition(), kept.key(), kept.value(), kept.headers()));
    }

    /** Sends a tombstone instead of one: the bytes go with the next compaction, and no replay finds them. */
    public void erase(KeptDocument document) {
        ConsumerRecord<String, byte[]> kept = document.record();
        producer.send(new ProducerRecord<>(kept.topic(), kept.partition(), kept.key(), null));
    }

    /** Returns when Kafka has them all. */
    public void finish() {
        producer.finish();
    }

    /** Documents that Kafka has. */
    public long sent() {
        return producer.sent();
    }

    @Override
    public void close() {
        producer.close();
    }
}
