package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.enrich.holds.Slugs;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.Hold;
import dev.dateline.model.SlugNotice;
import dev.dateline.model.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The kills under a new id that wait or are held, and an operator's word about them. */
public final class HoldBook {
    private final Settings settings;

    public HoldBook(Settings settings) {
        this.settings = settings;
    }

    /** All holds as they are now, closed ones that compaction has left included, in the order of their last change. */
    public Collection<Hold> read() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> end;
        try (Backlog backlog = new Backlog(settings)) {
            end = backlog.end(Topics.HOLDS.name());
        }
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        Map<String, Hold> holds = new LinkedHashMap<>();
        try (Serde<Hold> serde = AvroSerdes.values(settings.registry());
                KafkaConsumer<String, Hold> consumer =
                        new KafkaConsumer<>(properties, new StringDeserializer(), serde.deserializer())) {
            consumer.assign(end.keySet());
            consumer.seekToBeginning(end.keySet());
            while (end.entrySet().stream().anyMatch(entry -> consumer.position(entry.getKey()) < entry.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    holds.remove(record.key());
                    if (record.value() != null) {
                        holds.put(record.key(), record.value());
                    }
                });
            }
        }
        return holds.values();
    }

    /** Sends an operator's word; returns when the broker has it. */
    public void say(SlugNotice word) throws ExecutionException, InterruptedException {
        Announcement.publish(settings, Topics.SLUGS, Slugs.key(word.getProvider(), word.getSlug()), word);
    }
}
