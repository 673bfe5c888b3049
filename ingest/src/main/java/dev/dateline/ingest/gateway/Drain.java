package dev.dateline.ingest.gateway;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * Reads past what a client still sends of a request that is refused, within bounds: closing the connection under it would
 * make its system throw the answer away.
 */
final class Drain implements Runnable {
    private static final long MAX_BYTES = 64L << 20;
    private static final Duration TIME = Duration.ofSeconds(5);

    private final Request request;
    private final Runnable after;
    private final AtomicBoolean ended = new AtomicBoolean();
    private long bytes;

    private Drain(Request request, Runnable after) {
        this.request = request;
        this.after = after;
    }

    /** Runs {@code after} once, when all was read or a bound was met; at once if the client waits for a word to go on. */
    static void before(Request request, Runnable after) {
        Drain drain = new Drain(request, after);
        if (request.getHeaders().contains(HttpHeader.EXPECT)) {
            drain.end();
            return;
        }
        request.getComponents().getScheduler().schedule(drain::end, TIME.toMillis(), TimeUnit.MILLISECONDS);
        drain.run();
    }

    @Override
    public void run() {
        while (!ended.get()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            boolean last = chunk.isLast();
            boolean failed = Content.Chunk.isFailure(chunk);
            if (!failed) {
                bytes += chunk.remaining();
                chunk.release();
            }
            if (last || failed || bytes > MAX_BYTES) {
                end();
            }
        }
    }

    private void end() {
        if (ended.compareAndSet(false, true)) {
            after.run();
        }
    }
}
