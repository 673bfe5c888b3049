package dev.dateline.ingest.feed;

import java.util.LinkedHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;

/** Counts of a task, as metrics of its Connect task (group {@code plugins}); counters start at 0 with the task. */
final class FeedMetrics {
    private static final String PREFIX = "feeds-";

    final LongAdder polls = new LongAdder();
    final LongAdder notModified = new LongAdder();
    final LongAdder bytes = new LongAdder();
    final LongAdder fresh = new LongAdder();
    final LongAdder changed = new LongAdder();
    final LongAdder failures = new LongAdder();
    /** Goes up and down. */
    final LongAdder troubled = new LongAdder();
    /** Goes up and down. */
    final LongAdder quiet = new LongAdder();

    /** Shows the counts; {@code metrics} is null where Connect has none. */
    void register(PluginMetrics metrics, LongSupplier lagMillis, int feeds) {
        if (metrics == null) {
            return;
        }
        gauge(metrics, "polls-total", "polls of feeds, those that failed included", polls::sum);
        gauge(metrics, "not-modified-total", "polls that found the same as the last", notModified::sum);
        gauge(metrics, "bytes-total", "bytes of feeds as sent over the net", bytes::sum);
        gauge(metrics, "items-new-total", "items that were not known", fresh::sum);
        gauge(metrics, "items-changed-total", "items that were known in another state", changed::sum);
        gauge(metrics, "failures-total", "polls that failed", failures::sum);
        gauge(metrics, "troubled", "feeds whose last poll failed", troubled::sum);
        gauge(metrics, "quiet", "feeds with nothing new for longer than is usual for them", quiet::sum);
        gauge(metrics, "assigned", "feeds of this task", () -> feeds);
        gauge(metrics, "lag-ms", "how late the poll is that should come next, in milliseconds", lagMillis);
    }

    private static void gauge(PluginMetrics metrics, String name, String description, LongSupplier value) {
        MetricName metric = metrics.metricName(PREFIX + name, description, new LinkedHashMap<>());
        metrics.addMetric(metric, (Gauge<Long>) (config, now) -> value.getAsLong());
    }
}
