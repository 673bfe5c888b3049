package dev.dateline.bench;

import dev.dateline.ingest.feed.FeedSourceTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.MetricValueProvider;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/**
 * Thousands of feeds on one task, against a server on the same machine: whether each is polled in its rhythm, whether
 * all items arrive once, and what it costs.
 */
final class FeedBench {
    private static final int FEEDS = 5_000;
    private static final int HOSTS = 1_000;
    private static final long NEW_ITEM_EVERY_MILLIS = 30_000;
    private static final int REPORT_SECONDS = 10;
    private static final long MEGABYTE = 1 << 20;

    private final Map<String, Gauge<?>> gauges = new TreeMap<>();
    private final Set<String> ids = new HashSet<>();
    private long records;
    private long repeats;
    /** Since the last report. */
    private long worstLag;

    /** Once each feed has been polled; before that all are due at once. */
    List<Result> measure(Duration time) throws Exception {
        try (FeedServer server = new FeedServer(NEW_ITEM_EVERY_MILLIS)) {
            FeedSourceTask task = new FeedSourceTask();
            Map<String, String> settings = settings(server, FEEDS);
            task.initialize(new Context(settings));
            task.start(settings);
            long start = System.nanoTime();
            long report = REPORT_SECONDS;
            long lateAtWorst = 0;
            double elapsed = 0;
            while (elapsed < time.toSeconds()) {
                take(task.poll());
                worstLag = Math.max(worstLag, number("feeds-lag-ms"));
                elapsed = (System.nanoTime() - start) / 1e9;
                if (elapsed >= report) {
                    report(server, elapsed);
                    lateAtWorst = elapsed < 3 * REPORT_SECONDS ? 0 : Math.max(lateAtWorst, worstLag);
                    worstLag = 0;
                    report += REPORT_SECONDS;
                }
            }
            long failures = number("feeds-failures-total");
            task.stop();
            String note =
                    "%,d feeds for %d s: %,d records, %,d of them twice, %,d polls failed; late at most %,d ms; heap %d MB"
                            .formatted(
                                    FEEDS,
                                    time.toSeconds(),
                                    records,
                                    repeats,
                                    failures,
                                    lateAtWorst,
                                    heapAfterCollection());
            return List.of(new Result("feeds", server.requests.sum() / elapsed, "requests/s", note));
        }
    }

    private static long heapAfterCollection() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }

    private static Map<String, String> settings(FeedServer server, int feeds) {
        return Map.of(
                "name", "bench",
                "provider", "bench",
                "feeds",
                        IntStream.range(0, feeds)
                                .mapToObj(feed -> server.url(feed, HOSTS))
                                .collect(Collectors.joining(" ")),
                "allow.private", "127.0.0.0/8",
                "poll.min.ms", "5000",
                "poll.max.ms", "30000");
    }

    private void take(List<SourceRecord> batch) {
        if (batch != null) {
            records += batch.size();
            batch.forEach(record -> repeats += ids.add((String) record.key()) ? 0 : 1);
        }
    }

    private void report(FeedServer server, double elapsed) {
        Bench.say(String.format(
                Locale.ROOT,
                "%3.0f s: %,d requests (%,.0f/s), %,d of %,d polls not modified; %,d records; late at most %,d ms; heap %,d MB",
                elapsed,
                server.requests.sum(),
                server.requests.sum() / elapsed,
                number("feeds-not-modified-total"),
                number("feeds-polls-total"),
                records,
                worstLag,
                heapAfterCollection()));
    }

    private long number(String gauge) {
        return ((Number) gauges.get(gauge).value(null, 0)).longValue();
    }

    /** As much of Connect as a task sees: no offsets, and metrics that can be read. */
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
            return new Metrics();
        }

        @Override
        public OffsetStorageReader offsetStorageReader() {
            return new NoOffsets();
        }
    }

    private static final class NoOffsets implements OffsetStorageReader {
        @Override
        public <T> Map<String, Object> offset(Map<String, T> partition) {
            return null;
        }

        @Override
        public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
            Map<Map<String, T>, Map<String, Object>> none = new HashMap<>();
            new ArrayList<>(partitions).forEach(partition -> none.put(partition, null));
            return none;
        }
    }

    private final class Metrics implements PluginMetrics {
        @Override
        public MetricName metricName(String name, String description, LinkedHashMap<String, String> tags) {
            return new MetricName(name, "plugins", description, tags);
        }

        @Override
        public void addMetric(MetricName name, MetricValueProvider<?> value) {
            gauges.put(name.name(), (Gauge<?>) value);
        }

        @Override
        public void removeMetric(MetricName name) {
            gauges.remove(name.name());
        }

        @Override
        public Sensor addSensor(String name) {
            throw new UnsupportedOperationException("the task has no sensors");
        }

        @Override
        public void removeSensor(String name) {
            throw new UnsupportedOperationException("the task has no sensors");
        }
    }
}
