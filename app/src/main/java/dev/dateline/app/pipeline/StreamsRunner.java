package dev.dateline.app.pipeline;

import dev.dateline.model.Failures;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Streams application in this process. A thread that dies is replaced, because what kills it is mostly trouble that
 * passes; while broker or registry are in trouble for ever, anything else that keeps killing threads stops the application,
 * and {@link #stopped()} tells why.
 */
final class StreamsRunner implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StreamsRunner.class);
    private static final int MAX_DEATHS = 10;
    private static final Duration DEATHS_WITHIN = Duration.ofMinutes(5);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(30);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(20);

    private final String name;
    private final InstantSource clock;
    private final KafkaStreams streams;
    private final Deque<Instant> deaths = new ArrayDeque<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();

    private StreamsRunner(String name, Topology topology, Properties properties, InstantSource clock) {
        this.name = name;
        this.clock = clock;
        this.streams = new KafkaStreams(topology, properties);
        streams.setUncaughtExceptionHandler(this::onDeath);
    }

    static StreamsRunner start(Topology topology, Properties properties, InstantSource clock) {
        StreamsRunner runner = new StreamsRunner(properties.getProperty("application.id"), topology, properties, clock);
        runner.streams.start();
        return runner;
    }

    private StreamThreadExceptionResponse onDeath(Throwable cause) {
        int recent = countDeath();
        if (recent > MAX_DEATHS && !Failures.isTransientWhenWriting(cause)) {
            log.error("{} stops: its threads died {} times within {}", name, recent, DEATHS_WITHIN, cause);
            stopped.completeExceptionally(new IllegalStateException(name + " stopped: " + rootOf(cause), cause));
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        log.warn("{}: a thread died and is replaced: {}", name, rootOf(cause), cause);
        return pause(recent)
                ? StreamThreadExceptionResponse.REPLACE_THREAD
                : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private synchronized int countDeath() {
        Instant now = clock.instant();
        deaths.addLast(now);
        deaths.removeIf(death -> death.isBefore(now.minus(DEATHS_WITHIN)));
        return deaths.size();
    }

    /** Waits 1 s, 2 s, … up to 30 s, on the dying thread; false when interrupted meanwhile. */
    private static boolean pause(int recentDeaths) {
        try {
            Thread.sleep(Math.min(MAX_PAUSE.toMillis(), 1000L * recentDeaths));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Throwable rootOf(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** Completes exceptionally when the application has given up. */
    CompletableFuture<Void> stopped() {
        return stopped;
    }

    /** Leaves the group at once, so that another instance takes over without waiting for a timeout. */
    @Override
    public void close() {
        streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSE_LIMIT));
    }
}
