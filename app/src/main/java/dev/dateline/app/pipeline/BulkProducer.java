package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.model.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;

/** Writes many records, counts those that Kafka has, and stops at the first that it refuses. */
final class BulkProducer<K, V> implements AutoCloseable {
    private final KafkaProducer<K, V> producer;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    BulkProducer(Settings settings, Serializer<K> keys, Serializer<V> values) {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put("acks", "all");
        properties.put("enable.idempotence", "true");
        properties.put("compression.type", "lz4");
        properties.put("linger.ms", "5");
        properties.put("batch.size", "131072");
        properties.put("max.request.size", Topics.MAX_RECORD_BYTES);
        producer = new KafkaProducer<>(properties, keys, values);
    }

    /**
     * Sends one; waits only while the producer's memory is full.
     *
     * @throws RuntimeException what kept Kafka from taking an earlier one
     */
    void send(ProducerRecord<K, V> record) {
        check();
        var unused = producer.send(record, (metadata, problem) -> {
            if (problem == null) {
                sent.incrementAndGet();
            } else {
                failure.compareAndSet(
                        null, problem instanceof RuntimeException known ? known : new KafkaException(problem));
            }
        });
    }

    /** Returns when Kafka has them all. */
    void finish() {
        producer.flush();
        check();
    }

    private void check() {
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    /** Records that Kafka has. */
    long sent() {
        return sent.get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
