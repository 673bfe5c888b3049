package dev.dateline.ingest.gateway;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/** Reads the body of a request into memory as it arrives, without holding a thread, within bounds of size and time. */
final class BodyReader implements Runnable {
    private static final int FIRST_BYTES = 8 * 1024;

    private final Request request;
    private final int limit;
    private final InFlight.Share share;
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private byte[] bytes = new byte[0];
    private int size;

    private BodyReader(Request request, int limit, InFlight.Share share) {
        this.request = request;
        this.limit = limit;
        this.share = share;
    }

    /**
     * The whole body; or a {@link Refusal} 413, 429, 408 or 400.
     *
     * @param limit largest body
     * @param share holds the bytes as they arrive
     */
    static CompletableFuture<byte[]> read(Request request, int limit, Duration time, InFlight.Share share) {
        BodyReader reader = new BodyReader(request, limit, share);
        Scheduler.Task deadline = request.getComponents()
                .getScheduler()
                .schedule(() -> reader.tooSlow(time), time.toMillis(), TimeUnit.MILLISECONDS);
        reader.run();
        return reader.body.whenComplete((done, failure) -> deadline.cancel());
    }

    private void tooSlow(Duration time) {
        body.completeExceptionally(
                new Refusal(408, "the request did not arrive within " + time.toSeconds() + " s; send less at once"));
    }

    @Override
    public void run() {
        try {
            while (!body.isDone()) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    throw new Refusal(
                            400,
                            "the request broke off or is not HTTP: "
                                    + chunk.getFailure().getMessage());
                }
                try {
                    take(chunk);
                } finally {
                    chunk.release();
                }
                if (chunk.isLast()) {
                    body.complete(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
                }
            }
        } catch (RuntimeException e) {
            body.completeExceptionally(e);
        }
    }

    private void take(Content.Chunk chunk) {
        int more = chunk.remaining();
        if (more > limit - size) {
            throw tooLarge(limit);
        }
        share.add(more);
        if (size + more > bytes.length) {
            long wanted = Math.max(FIRST_BYTES, Math.max((long) size + more, 2L * bytes.length));
            bytes = Arrays.copyOf(bytes, (int) Math.min(Math.max(wanted, request.getLength()), limit));
        }
        size += chunk.get(bytes, size, more);
    }

    static Refusal tooLarge(int limit) {
        return new Refusal(413, "a request may have " + limit + " bytes, as sent and as expanded; split it");
    }
}
