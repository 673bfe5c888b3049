package dev.dateline.ingest.feed;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Takes feeds from the agenda as they are due and puts what they bring where the task fetches it. What waits there is
 * bounded: when Kafka is slow, fetching waits.
 */
final class FetchThreads implements AutoCloseable {
    private static final long LONGEST_SLEEP_MILLIS = 1_000;
    private static final long STOP_MILLIS = 5_000;

    private final Agenda<PolledFeed> agenda;
    private final Function<PolledFeed, FeedTurn.Turn> turn;
    private final Function<URI, Duration> pause;
    private final LongSupplier millis;
    private final BlockingQueue<List<SourceRecord>> results;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;
    private volatile Throwable broken;

    /**
     * @param pause how long the host of an address asks to be left alone between any two requests
     * @param millis a clock that never goes back
     */
    FetchThreads(
            Agenda<PolledFeed> agenda,
            Function<PolledFeed, FeedTurn.Turn> turn,
            Function<URI, Duration> pause,
            LongSupplier millis,
            int count) {
        this.agenda = agenda;
        this.turn = turn;
        this.pause = pause;
        this.millis = millis;
        this.results = new ArrayBlockingQueue<>(count);
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(this::run, "feed-fetch-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    /**
     * The records of one poll, or null when there are none within a time.
     *
     * @throws IllegalStateException if a thread has ended, with the cause
     */
    List<SourceRecord> next(Duration wait) throws InterruptedException {
        if (broken != null) {
            throw new IllegalStateException("a thread that fetches feeds has ended: " + broken, broken);
        }
        return results.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            while (!stopped) {
                PolledFeed feed = agenda.poll(millis.getAsLong());
                if (feed == null) {
                    agenda.await(Math.min(LONGEST_SLEEP_MILLIS, agenda.nextAt() - millis.getAsLong()));
                } else {
                    work(feed);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the task stops
        } catch (Throwable e) {
            broken = stopped ? null : e; // out of memory or worse: the task fails, and Connect tells why
        }
    }

    private void work(PolledFeed feed) throws InterruptedException {
        String host = feed.host;
        FeedTurn.Turn taken = turn.apply(feed);
        if (!stopped && !taken.records().isEmpty()) {
            results.put(
                    taken.records()); // before another thread may have the feed, so that its records keep their order
        }
        long now = millis.getAsLong();
        if (taken.pause() != null) {
            agenda.add(feed.host, feed, now + taken.pause().toMillis());
        }
        long asked = pause.apply(feed.address()).toMillis();
        agenda.release(host, now + Math.max(asked, taken.hostPause().toMillis()));
    }

    /** Nothing new is begun; what is under way may be cut off from now on. */
    void stop() {
        stopped = true;
    }

    @Override
    public void close() {
        stop();
        threads.forEach(Thread::interrupt);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_MILLIS);
        for (Thread thread : threads) {
            try {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
