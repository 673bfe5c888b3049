package dev.dateline.ingest.feed;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The feeds of a connector: those of its settings and those of a file, which is looked at again and again. */
final class WatchedFeeds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedFeeds.class);

    private final FeedSourceConfig config;
    private final Runnable changed;
    private final ScheduledExecutorService watch;
    private final ScheduledFuture<?> looks;
    private volatile List<FeedRef> current;
    private String trouble;

    /** @param changed is run after each change, on a thread of this class */
    WatchedFeeds(FeedSourceConfig config, Runnable changed) {
        this.config = config;
        this.changed = changed;
        this.current = List.of();
        look();
        if (config.file() == null) {
            watch = null;
            looks = null;
            return;
        }
        watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "feeds-file");
            thread.setDaemon(true);
            return thread;
        });
        long millis = config.fileInterval().toMillis();
        looks = watch.scheduleWithFixedDelay(this::follow, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** In the order written; empty until a file that cannot be read can be. */
    List<FeedRef> current() {
        return current;
    }

    private void follow() {
        if (look()) {
            LOG.info("{} has changed: {} feeds now", config.file(), current.size());
            changed.run();
        }
    }

    /** True if there is another list now. A list with a mistake changes nothing: half a list would drop the other half. */
    private boolean look() {
        try {
            FeedList list = config.feeds();
            if (!list.problems().isEmpty()) {
                report(list.problems().size() + " mistakes, first: "
                        + list.problems().get(0));
                return false;
            }
            if (list.feeds().isEmpty()) {
                report("no feed in it; to stop all feeds pause or delete the connector");
                return false;
            }
            report(null);
            boolean another = !list.feeds().equals(current);
            current = list.feeds();
            return another;
        } catch (IOException e) {
            report("cannot be read: " + e);
            return false;
        } catch (RuntimeException e) {
            report("cannot be followed: " + e);
            return false;
        }
    }

    private void report(String now) {
        if (now == null && trouble != null) {
            LOG.info("{}: no longer in trouble", config.file());
        } else if (now != null && !now.equals(trouble)) {
            LOG.warn("{}: {}; the list stays as it was, {} feeds", config.file(), OneLine.of(now), current.size());
        }
        trouble = now;
    }

    @Override
    public void close() {
        if (watch != null) {
            looks.cancel(true);
            watch.shutdownNow();
        }
    }
}
