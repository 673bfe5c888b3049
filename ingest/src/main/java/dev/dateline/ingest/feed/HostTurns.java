package dev.dateline.ingest.feed;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;

/** Keeps requests for pages of one host apart, whichever feeds lead to them. */
final class HostTurns {
    /** Waits; replaced in tests. */
    interface Pause {
        void of(long millis) throws InterruptedException;
    }

    private static final int MOST_HOSTS = 10_000;

    private final LongSupplier millis;
    private final Pause pause;
    private final Map<String, Long> free = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_HOSTS;
        }
    };

    /** @param millis a clock that never goes back */
    HostTurns(LongSupplier millis, Pause pause) {
        this.millis = millis;
        this.pause = pause;
    }

    /**
     * Returns when the host may be asked.
     *
     * @param apart least time between two requests
     * @throws CancellationException if the thread is interrupted meanwhile: the task stops
     */
    void await(String host, Duration apart) {
        long wait = reserve(host, apart);
        if (wait > 0) {
            try {
                pause.of(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("stopped");
            }
        }
    }

    private synchronized long reserve(String host, Duration apart) {
        long now = millis.getAsLong();
        long turn = Math.max(now, free.getOrDefault(host, now));
        free.put(host, turn + apart.toMillis());
        return turn - now;
    }
}
