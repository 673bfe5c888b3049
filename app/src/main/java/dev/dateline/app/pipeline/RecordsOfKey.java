package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.model.Topic;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serde;

/** The values of one key, decoded; only the partition that the key lies on is read. */
final class RecordsOfKey {
    private RecordsOfKey() {}

    /**
     * Gives each value to {@code values}, tombstones left out, the oldest first.
     *
     * @return whether all were read; false when {@code course} ended it
     */
    static <V> boolean read(
            Settings settings, Topic topic, String key, Serde<V> serde, Course course, Consumer<V> values)
            throws InterruptedException {
        try (TopicScan scan = TopicScan.ofKey(settings, topic, key)) {
            return scan.read(course, record -> {
                if (key.equals(record.key()) && record.value() != null) {
                    values.accept(serde.deserializer().deserialize(record.topic(), record.headers(), record.value()));
                }
            });
        }
    }
}
