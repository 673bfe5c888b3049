package dev.dateline.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** Connect's side of a task: takes dead letters and remembers the wait that was asked for. */
final class FakeContext implements SinkTaskContext {
    record DeadLetter(SinkRecord record, Throwable reason) {}

    final List<DeadLetter> deadLetters = new ArrayList<>();
    final List<Long> waits = new ArrayList<>();
    private final boolean hasReporter;
    private RuntimeException reporterFailure;

    FakeContext() {
        this(true);
    }

    FakeContext(boolean hasReporter) {
        this.hasReporter = hasReporter;
    }

    void failReports(RuntimeException failure) {
        reporterFailure = failure;
    }

    @Override
    public ErrantRecordReporter errantRecordReporter() {
        if (!hasReporter) {
            return null;
        }
        return (record, reason) -> {
            if (reporterFailure != null) {
                return CompletableFuture.failedFuture(reporterFailure);
            }
            deadLetters.add(new DeadLetter(record, reason));
            return CompletableFuture.completedFuture(null);
        };
    }

    @Override
    public void timeout(long timeoutMs) {
        waits.add(timeoutMs);
    }

    @Override
    public Map<String, String> configs() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void offset(Map<TopicPartition, Long> offsets) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void offset(TopicPartition partition, long offset) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<TopicPartition> assignment() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void pause(TopicPartition... partitions) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void resume(TopicPartition... partitions) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void requestCommit() {
        throw new UnsupportedOperationException();
    }

    @Override
    public PluginMetrics pluginMetrics() {
        throw new UnsupportedOperationException();
    }
}
