package dev.dateline.ingest.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The paths of the gateway. They are compared as they were sent, so that no spelling leads from one to another. */
final class GatewayHandler extends Handler.Abstract {
    static final String DOCUMENTS = "/documents";
    private static final Set<String> PAGES = Set.of("/livez", "/readyz", "/metrics", "/openapi.yaml");
    private static final Set<String> READ = Set.of("GET", "HEAD");

    private final DocumentPost post;
    private final Readiness readiness;
    private final GatewayMetrics metrics;
    private final String openapi;

    GatewayHandler(DocumentPost post, Readiness readiness, GatewayMetrics metrics) {
        this.post = post;
        this.readiness = readiness;
        this.metrics = metrics;
        this.openapi = openapi();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = request.getHttpURI().getPath();
        if (DOCUMENTS.equals(path)) {
            if (request.getMethod().equals("POST")) {
                answer(request, response, callback, post.handle(request));
            } else {
                refuse(request, response, callback, wrongMethod("POST"));
            }
        } else if (!PAGES.contains(String.valueOf(path))) {
            refuse(request, response, callback, new Refusal(404, "there is no such path here; see /openapi.yaml"));
        } else if (!READ.contains(request.getMethod())) {
            refuse(request, response, callback, wrongMethod("GET, HEAD"));
        } else {
            page(path, request, response, callback);
        }
        return true;
    }

    private void page(String path, Request request, Response response, Callback callback) {
        switch (path) {
            case "/livez" -> answer(request, response, callback, Answer.text("text/plain", "alive\n"));
            case "/metrics" -> answer(request, response, callback, Answer.text(GatewayMetrics.TYPE, metrics.text()));
            case "/openapi.yaml" -> answer(request, response, callback, Answer.text("application/yaml", openapi));
            default -> answer(request, response, callback, readiness.trouble().thenApply(GatewayHandler::ready));
        }
    }

    private static Answer ready(String trouble) {
        return trouble == null ? Answer.text("text/plain", "ready\n") : Answer.of(Refusal.later(503, trouble));
    }

    private static Refusal wrongMethod(String allowed) {
        return new Refusal(405, "this path takes " + allowed, Map.of("Allow", allowed));
    }

    private void refuse(Request request, Response response, Callback callback, Refusal refusal) {
        Drain.before(request, () -> answer(request, response, callback, Answer.of(refusal)));
    }

    private void answer(Request request, Response response, Callback callback, CompletableFuture<Answer> answer) {
        var unused = answer.thenAccept(known -> answer(request, response, callback, known))
                .exceptionally(failure -> {
                    callback.failed(failure);
                    return null;
                });
    }

    private void answer(Request request, Response response, Callback callback, Answer answer) {
        metrics.request(answer.status(), Duration.ofNanos(System.nanoTime() - request.getBeginNanoTime()));
        write(response, callback, answer);
    }

    static void write(Response response, Callback callback, Answer answer) {
        response.setStatus(answer.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        if (answer.status() == HttpStatus.REQUEST_TIMEOUT_408) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
    }

    private static String openapi() {
        try (InputStream in = GatewayHandler.class.getResourceAsStream("openapi.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
