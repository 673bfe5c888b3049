package dev.dateline.ingest.gateway;

import dev.dateline.model.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;

/** Whether documents can be taken: the brokers answer and have the topic. Asked once a second at most. */
final class Readiness {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final Admin admin;
    private final LongSupplier nanos;
    private CompletableFuture<String> last;
    private long askedAt;

    Readiness(Admin admin, LongSupplier nanos) {
        this.admin = admin;
        this.nanos = nanos;
    }

    /** What stands in the way; null when nothing does. */
    synchronized CompletableFuture<String> trouble() {
        long now = nanos.getAsLong();
        if (last == null || (last.isDone() && now - askedAt > FRESH)) {
            askedAt = now;
            last = ask();
        }
        return last;
    }

    private CompletableFuture<String> ask() {
        String topic = Topics.DOCUMENTS.name();
        return admin.describeTopics(List.of(topic), new DescribeTopicsOptions().timeoutMs((int) LIMIT.toMillis()))
                .allTopicNames()
                .toCompletionStage()
                .toCompletableFuture()
                .handle((topics, failure) -> failure == null
                        ? null
                        : "the brokers do not answer for " + topic + " ("
                                + cause(failure).getMessage() + "): are they up, and was `dateline topics apply` run?");
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
