package dev.dateline.ingest.feed;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;

/** Asks for one address at a time on each thread, follows its redirects and reads the answer, all within limits. */
final class Fetcher implements AutoCloseable {
    static final int MOST_REDIRECTS = 5;

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> PERMANENT = Set.of(301, 308);
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final CloseableHttpClient client;
    private final FetchLimits limits;
    private final InstantSource clock;
    private final String accept;
    private final ScheduledExecutorService deadlines;
    private volatile boolean closed;

    Fetcher(FetchLimits limits, AddressGuard guard, String userAgent, String accept, int threads, InstantSource clock) {
        this.client = HttpConnections.open(limits, guard, userAgent, threads);
        this.limits = limits;
        this.clock = clock;
        this.accept = accept;
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "feed-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        this.deadlines = timer;
    }

    /**
     * Fetches an address; never throws for anything that a server or the net does.
     *
     * @throws CancellationException if this is closed meanwhile: nothing is known of the feed then
     * @param known what is known of its last answer; empty for an unconditional request
     * @param refusal why an address may not be asked, or null when it may; for the address itself and each redirect
     */
    Fetched fetch(URI address, Validators known, Function<URI, String> refusal) {
        AtomicReference<HttpGet> current = new AtomicReference<>();
        Deadline deadline = new Deadline(current);
        ScheduledFuture<?> end = scheduled(deadline);
        try {
            return follow(address, known, refusal, current, deadline);
        } catch (Bodies.TooLargeException e) {
            return new Fetched.Failed(OK, e.getMessage(), null, true);
        } catch (IOException | IllegalArgumentException e) {
            checkOpen();
            return new Fetched.Failed(
                    0, deadline.passed ? FetchTrouble.tooLong(limits) : FetchTrouble.of(e, limits), null);
        } catch (IllegalStateException e) {
            checkOpen();
            if (!deadline.passed) {
                throw e;
            }
            return new Fetched.Failed(0, FetchTrouble.tooLong(limits), null);
        } finally {
            end.cancel(false);
        }
    }

    private ScheduledFuture<?> scheduled(Deadline deadline) {
        try {
            return deadlines.schedule(deadline, limits.total().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            throw new CancellationException("closed");
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new CancellationException("closed");
        }
    }

    private Fetched follow(
            URI address,
            Validators known,
            Function<URI, String> refusal,
            AtomicReference<HttpGet> current,
            Deadline deadline)
            throws IOException {
        URI at = WebAddress.of(address.toString());
        URI moved = null;
        boolean permanent = true;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            String refused = refusal.apply(at);
            if (refused != null) {
                return new Fetched.Failed(0, refused, null);
            }
            HttpGet request = request(at, known);
            current.set(request);
            if (deadline.passed) {
                return new Fetched.Failed(0, FetchTrouble.tooLong(limits), null);
            }
            ClassicHttpResponse response = client.executeOpen(hostOf(at), request, null);
            try {
                if (!REDIRECTS.contains(response.getCode()) || header(response, "Location") == null) {
                    return answer(at, moved, response, request, !known.isEmpty());
                }
                discard(request, response);
                at = WebAddress.resolve(at, header(response, "Location"));
                permanent &= PERMANENT.contains(response.getCode());
                moved = permanent ? at : moved;
            } finally {
                Closer.closeQuietly(response); // one that was cut off complains
            }
        }
        return new Fetched.Failed(0, "redirected more than " + MOST_REDIRECTS + " times, last to " + at, null);
    }

    private HttpGet request(URI address, Validators known) {
        HttpGet request = new HttpGet(address);
        request.setHeader("Accept", accept);
        request.setHeader("Accept-Encoding", "gzip, deflate");
        if (known.etag() != null) {
            request.setHeader("If-None-Match", known.etag());
        }
        if (known.lastModified() != null) {
            request.setHeader("If-Modified-Since", known.lastModified());
        }
        return request;
    }

    private Fetched answer(URI from, URI moved, ClassicHttpResponse response, HttpGet request, boolean conditional)
            throws IOException {
        int status = response.getCode();
        AnswerTimes times = new AnswerTimes(name -> header(response, name), clock.instant());
        if (status == NOT_MODIFIED && conditional) {
            return new Fetched.NotModified(from, moved, times.freshFor());
        }
        if (status != OK || response.getEntity() == null) {
            discard(request, response);
            return new Fetched.Failed(status, "answers " + status + " " + phrase(response), times.retryAfter());
        }
        try (InputStream in = response.getEntity().getContent()) {
            Bodies.Read body = Bodies.read(in, header(response, "Content-Encoding"), limits.bytes());
            DeclaredType type = DeclaredType.of(header(response, "Content-Type"));
            return new Fetched.Body(
                    from,
                    moved,
                    body.bytes(),
                    type.mediaType(),
                    type.charset(),
                    Validators.of(header(response, "ETag"), header(response, "Last-Modified")),
                    times.freshFor(),
                    body.transferred());
        } catch (IOException e) {
            request.cancel(); // closing politely would read on to the end of a body that may have none
            throw e;
        }
    }

    /** Not read to its end, however short it says it is: a new connection is cheaper than an endless one. */
    private static void discard(HttpGet request, ClassicHttpResponse response) {
        if (response.getEntity() != null && response.getEntity().getContentLength() != 0) {
            request.cancel();
        }
    }

    private static HttpHost hostOf(URI address) {
        return new HttpHost(address.getScheme(), address.getHost(), address.getPort());
    }

    private static String header(ClassicHttpResponse response, String name) {
        return response.getFirstHeader(name) == null
                ? null
                : response.getFirstHeader(name).getValue();
    }

    private static String phrase(ClassicHttpResponse response) {
        return OneLine.of(response.getReasonPhrase() == null ? "" : response.getReasonPhrase())
                .strip();
    }

    @Override
    public void close() {
        closed = true;
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    /** Cuts off whatever is under way when the time is over. */
    private static final class Deadline implements Runnable {
        private final AtomicReference<HttpGet> current;
        private volatile boolean passed;

        Deadline(AtomicReference<HttpGet> current) {
            this.current = current;
        }

        @Override
        public void run() {
            passed = true;
            HttpGet request = current.get();
            if (request != null) {
                request.cancel();
            }
        }
    }
}
