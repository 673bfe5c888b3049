package dev.dateline.ingest.feed;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.awaitility.Awaitility;

/** A task with as much of Connect around it as it sees: offsets are kept once records are acknowledged. */
final class RunningTask implements AutoCloseable {
    private final FeedSourceTask task;
    private final Map<Map<String, ?>, Map<String, ?>> offsets;
    private final List<SourceRecord> records = new ArrayList<>();

    /** @param offsets what Connect keeps, from one life of the task to the next */
    RunningTask(Map<String, String> settings, InstantSource clock, Map<Map<String, ?>, Map<String, ?>> offsets) {
        this.offsets = offsets;
        this.task = new FeedSourceTask(
                clock, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()), () -> 0, InetAddress::getAllByName);
        task.initialize(new Context(settings));
        task.start(settings);
    }

    /** Records so far, after one look for more. */
    List<SourceRecord> records() {
        try {
            List<SourceRecord> batch = task.poll();
            if (batch != null) {
                records.addAll(batch);
                batch.forEach(record -> offsets.put(record.sourcePartition(), record.sourceOffset()));
            }
            return records;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> uris() {
        return records().stream()
                .map(record -> String.valueOf(
                        record.headers().lastWithName("uri") == null
                                ? null
                                : record.headers().lastWithName("uri").value()))
                .toList();
    }

    List<SourceRecord> await(int count) {
        Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> records().size() >= count);
        return List.copyOf(records);
    }

    @Override
    public void close() {
        task.stop();
    }

    private final class Context implements SourceTaskContext {
        private final Map<String, String> settings;

        Context(Map<String, String> settings) {
            this.settings = settings;
        }

        @Override
        public Map<String, String> configs() {
            return settings;
        }

        @Override
        public PluginMetrics pluginMetrics() {
            return null;
        }

        @Override
        public OffsetStorageReader offsetStorageReader() {
            return new OffsetStorageReader() {
                @Override
                public <T> Map<String, Object> offset(Map<String, T> partition) {
                    Map<String, ?> offset = offsets.get(partition);
                    return offset == null ? null : new HashMap<>(offset);
                }

                @Override
                public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
                    Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
                    partitions.forEach(partition -> found.put(partition, offset(partition)));
                    return found;
                }
            };
        }
    }
}
