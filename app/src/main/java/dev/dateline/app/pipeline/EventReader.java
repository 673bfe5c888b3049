package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the events of one run: from where the topic ended when the run began to where it ends now. */
public final class EventReader {
    private final Settings settings;
    private final Map<TopicPartition, Long> from;

    private EventReader(Settings settings, Map<TopicPartition, Long> from) {
        this.settings = settings;
        this.from = from;
    }

    /** Marks where the run begins. */
    public static EventReader fromNow(Settings settings) throws ExecutionException, InterruptedException {
        try (Backlog backlog = new Backlog(settings)) {
            return new EventReader(settings, backlog.end(Topics.EVENTS.name()));
        }
    }

    /** Gives each committed event to {@code events} and returns at the end of the topic. */
    public void read(Consumer<PipelineEvent> events) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> end;
        try (Backlog backlog = new Backlog(settings)) {
            end = backlog.end(Topics.EVENTS.name());
        }
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        try (Serde<PipelineEvent> serde = AvroSerdes.values(settings.registry());
                KafkaConsumer<String, PipelineEvent> consumer =
                        new KafkaConsumer<>(properties, new StringDeserializer(), serde.deserializer())) {
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            while (end.entrySet().stream().anyMatch(entry -> consumer.position(entry.getKey()) < entry.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> events.accept(record.value()));
            }
        }
    }
}
