package dev.dateline.ingest.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts files away once Kafka has them, or what can be said of them. A file that cannot be moved is remembered and tried
 * again, so that it is not sent twice meanwhile; after a restart it is, and has the same document id.
 */
final class Shelf {
    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
    private static final long FIRST_RETRY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long LAST_RETRY_NANOS = Duration.ofMinutes(1).toNanos();

    private final DirectorySourceConfig config;
    private final LongSupplier nanos;
    private final Notices notices = new Notices(LOG);
    private final Set<Path> held = ConcurrentHashMap.newKeySet();
    private final Queue<Delivery> finished = new ConcurrentLinkedQueue<>();
    private final Map<Delivery, String> stuck = new LinkedHashMap<>();
    private long retryAt;
    private long retryAfter = FIRST_RETRY_NANOS;

    Shelf(DirectorySourceConfig config, LongSupplier nanos) {
        this.config = config;
        this.nanos = nanos;
    }

    /** From now until it is put away the file is not to be taken again. */
    void hold(Path file) {
        held.add(file);
    }

    boolean holds(Path file) {
        return held.contains(file);
    }

    /** The file is complete; from any thread, returns at once. */
    void finished(Delivery delivery) {
        finished.add(delivery);
    }

    /** Moves what is finished, and after a pause what could not be moved before. */
    synchronized void putAway() {
        int before = stuck.size();
        boolean retry = before > 0 && nanos.getAsLong() - retryAt >= 0;
        if (retry) {
            stuck.replaceAll((delivery, trouble) -> putAway(delivery));
            stuck.values().removeIf(Objects::isNull);
            retryAfter = stuck.size() < before ? FIRST_RETRY_NANOS : Math.min(2 * retryAfter, LAST_RETRY_NANOS);
        }
        for (Delivery delivery = finished.poll(); delivery != null; delivery = finished.poll()) {
            String trouble = putAway(delivery);
            if (trouble != null) {
                stuck.put(delivery, trouble);
            }
        }
        if (retry || before == 0) {
            retryAt = nanos.getAsLong() + retryAfter;
        }
        Map<Path, String> troubles = new TreeMap<>();
        stuck.forEach((delivery, trouble) ->
                troubles.putIfAbsent(delivery.file().path().getParent(), trouble));
        notices.report(troubles);
    }

    /** Null if that went well, else what stands in the way. */
    private String putAway(Delivery delivery) {
        Path file = delivery.file().path();
        String failure = delivery.failure();
        Path directory = failure == null ? config.done() : config.failed();
        try {
            Path target = FileMover.move(
                    file, delivery.file().stamp(), directory, config.directory().relativize(file));
            held.remove(file);
            if (failure != null && target != null) {
                LOG.warn(
                        "{} cannot be taken: {}; it is now {}",
                        Notices.printable(file),
                        failure,
                        Notices.printable(target));
                explain(target, failure);
            }
            return null;
        } catch (IOException e) {
            return "files stay here, though Kafka has them, because they cannot be moved to " + directory + ": "
                    + wayOut(e) + "; trying again";
        }
    }

    private static void explain(Path target, String failure) {
        try {
            FileMover.writeReason(target, failure);
        } catch (IOException e) {
            LOG.warn("Cannot write the reason beside {}: {}", Notices.printable(target), wayOut(e));
        }
    }

    private static String wayOut(IOException failure) {
        if (failure instanceof AccessDeniedException denied) {
            return "no permission to write at " + denied.getFile() + ", give it to the user that runs the worker";
        }
        if (failure instanceof FileAlreadyExistsException taken) {
            return taken.getFile() + " is not a directory, put it out of the way";
        }
        if (failure instanceof FileSystemException trouble && trouble.getReason() != null) {
            return trouble.getReason() + " (" + trouble.getFile() + ")";
        }
        return failure.toString();
    }
}
