package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.model.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The last committed record of each key of a topic, up to where it ended when the reading began. Each partition is read
 * twice, first for the places of the last records and then for these alone, so that what is held in memory is the wanted
 * keys of one partition (about 200 bytes each) and one record.
 */
final class LastRecords implements AutoCloseable {
    private final TopicScan scan;

    /** Marks where the reading ends. */
    LastRecords(Settings settings, Topic topic) {
        scan = TopicScan.twice(settings, topic);
    }

    /**
     * Gives each last record to {@code records}, in the order of its partition.
     *
     * @param wanted which records are; asked of all that have a value, and a key whose last record is not wanted is left out
     * @return whether all were read; false when {@code course} ended it
     */
    boolean read(
            Predicate<ConsumerRecord<String, byte[]>> wanted,
            Consumer<ConsumerRecord<String, byte[]>> records,
            Course course)
            throws InterruptedException {
        for (TopicPartition partition : scan.partitions()) {
            Map<String, Long> last = new HashMap<>();
            boolean placed = scan.read(partition, course, record -> {
                if (record.value() != null && wanted.test(record)) {
                    last.put(record.key(), record.offset());
                } else {
                    last.remove(record.key());
                }
            });
            boolean given = placed
                    && scan.read(partition, course, record -> {
                        Long offset = last.get(record.key());
                        if (offset != null && offset == record.offset()) {
                            records.accept(record);
                        }
                    });
            if (!given) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        scan.close();
    }
}
