package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.model.ArticleState;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The current state of every article in a running pipeline, from its topic of enriched articles. */
public final class History {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Settings settings;

    public History(Settings settings) {
        this.settings = settings;
    }

    /**
     * Gives each article to {@code articles}, once and in its newest state, killed ones left out. The topic is read twice,
     * so that nothing but ids is kept: first for the place of each article's newest record, then for those.
     */
    public void forEach(Consumer<EnrichedArticle> articles) {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("default.api.timeout.ms", "10000");
        try (Serde<EnrichedArticle> serde = AvroSerdes.values(settings.registry());
                KafkaConsumer<String, byte[]> consumer =
                        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions(consumer));
            Map<String, Long> newest = new HashMap<>();
            read(consumer, end, record -> newest.put(record.key(), record.offset()));
            read(consumer, end, record -> {
                if (record.value() != null && newest.get(record.key()) == record.offset()) {
                    EnrichedArticle article = serde.deserializer().deserialize(record.topic(), record.value());
                    if (article.getState() != ArticleState.KILLED) {
                        articles.accept(article);
                    }
                }
            });
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.ENRICHED.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException(
                    "there is no topic " + Topics.ENRICHED.name() + ": run `dateline topics apply`");
        }
        return partitions;
    }

    private static void read(
            KafkaConsumer<String, byte[]> consumer,
            Map<TopicPartition, Long> end,
            Consumer<ConsumerRecord<String, byte[]>> records) {
        consumer.assign(end.keySet());
        consumer.seekToBeginning(end.keySet());
        while (end.entrySet().stream().anyMatch(entry -> consumer.position(entry.getKey()) < entry.getValue())) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < end.get(new TopicPartition(record.topic(), record.partition()))) {
                    records.accept(record);
                }
            }
        }
    }
}
