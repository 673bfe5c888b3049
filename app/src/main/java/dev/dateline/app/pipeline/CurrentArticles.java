package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The current state of the articles: the last committed record of each key up to where the enriched topic ended when the
 * reading began. Each partition is read twice, first for the places of the last records and then for these alone, so that
 * what is held in memory is the ids of one partition (about 200 bytes each) and one article.
 */
public final class CurrentArticles implements AutoCloseable {
    /**
     * An article that was read.
     *
     * @param id its key
     * @param headers of its record
     */
    public record Current(String id, EnrichedArticle article, Headers headers) {}

    /** Follows the reading. */
    public interface Course {
        /**
         * Is told before each step.
         *
         * @param done records passed, of {@code total}; each counts twice
         * @return whether to go on
         */
        boolean goesOn(long done, long total) throws InterruptedException;
    }

    private static final Duration POLL = Duration.ofMillis(200);

    private final Serde<EnrichedArticle> serde;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> begin;
    private final Map<TopicPartition, Long> end;
    private final long total;
    private long done;

    /** Marks where the reading ends. */
    public CurrentArticles(Settings settings) {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.putIfAbsent("default.api.timeout.ms", "10000");
        // The request that waits at the end of one partition holds up the next one.
        properties.put("fetch.max.wait.ms", "10");
        serde = AvroSerdes.values(settings.registry());
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.ENRICHED.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new IllegalStateException(
                        "there is no topic " + Topics.ENRICHED.name() + ": run `dateline topics apply`");
            }
            begin = consumer.beginningOffsets(partitions);
            end = consumer.endOffsets(partitions);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        total = 2 * (sum(end) - sum(begin));
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Gives each article to {@code articles}, partition by partition.
     *
     * @param ids which articles are wanted
     * @return whether all were read; false when {@code course} ended it
     */
    public boolean read(Predicate<String> ids, Consumer<Current> articles, Course course) throws InterruptedException {
        for (TopicPartition partition : end.keySet()) {
            Map<String, Long> last = new HashMap<>();
            boolean placed = read(partition, begin.get(partition), course, record -> {
                if (record.value() == null) {
                    last.remove(record.key());
                } else if (ids.test(record.key())) {
                    last.put(record.key(), record.offset());
                }
            });
            boolean given = placed
                    && read(partition, begin.get(partition), course, record -> {
                        Long offset = last.get(record.key());
                        if (offset != null && offset == record.offset()) {
                            articles.accept(current(record));
                        }
                    });
            if (!given) {
                return false;
            }
        }
        return true;
    }

    private boolean read(
            TopicPartition partition, long from, Course course, Consumer<ConsumerRecord<String, byte[]>> records)
            throws InterruptedException {
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

    private Current current(ConsumerRecord<String, byte[]> record) {
        EnrichedArticle article = serde.deserializer().deserialize(record.topic(), record.headers(), record.value());
        return new Current(record.key(), article, record.headers());
    }

    @Override
    public void close() {
        consumer.close();
        serde.close();
    }
}
