package dev.dateline.ingest.gateway;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** POST /documents: who it is, the body, its documents, and the answer when the brokers have them. */
final class DocumentPost {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentPost.class);
    private static final String BEARER = "Bearer ";
    private static final Map<String, String> CHALLENGE = Map.of("WWW-Authenticate", "Bearer");

    private final GatewayConfig config;
    private final Tokens tokens;
    private final DocumentLog documents;
    private final InFlight inFlight;
    private final GatewayMetrics metrics;
    private final InstantSource clock;

    DocumentPost(
            GatewayConfig config,
            Tokens tokens,
            DocumentLog documents,
            InFlight inFlight,
            GatewayMetrics metrics,
            InstantSource clock) {
        this.config = config;
        this.tokens = tokens;
        this.documents = documents;
        this.inFlight = inFlight;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The answer; always one, whatever happens. */
    CompletableFuture<Answer> handle(Request request) {
        InFlight.Share share = inFlight.share();
        return taken(request, share)
                .whenComplete((answer, failure) -> share.release())
                .exceptionallyCompose(failure -> drained(request, refused(failure)));
    }

    /** What comes too slowly is not waited for again, and its reader still waits. */
    private static CompletableFuture<Answer> drained(Request request, Answer refused) {
        if (refused.status() == HttpStatus.REQUEST_TIMEOUT_408) {
            return CompletableFuture.completedFuture(refused);
        }
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Drain.before(request, () -> answer.complete(refused));
        return answer;
    }

    private CompletableFuture<Answer> taken(Request request, InFlight.Share share) {
        try {
            String provider = provider(request);
            Declared declared = Declared.of(request.getHeaders());
            String header = request.getHeaders().get("Idempotency-Key");
            String key = header == null ? null : Address.key(header);
            if (request.getLength() > config.requestBytes()) {
                throw BodyReader.tooLarge(config.requestBytes());
            }
            return BodyReader.read(request, config.requestBytes(), config.requestTime(), share)
                    .thenCompose(body -> append(body, declared, provider, key, share));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<Answer> append(
            byte[] body, Declared declared, String provider, String key, InFlight.Share share) {
        Posted.Found found = Posted.open(
                body,
                declared,
                config.source(),
                provider,
                key,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                config.requestBytes(),
                share);
        return documents.append(found.documents()).thenApply(outcomes -> answer(provider, outcomes, found.several()));
    }

    private Answer answer(String provider, List<Outcome> outcomes, boolean several) {
        metrics.documents(provider, outcomes);
        return Answer.of(outcomes, several);
    }

    private String provider(Request request) {
        List<String> given = request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION);
        if (given.size() != 1 || !given.get(0).regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new Refusal(401, "there is no token: send the header `Authorization: Bearer TOKEN`", CHALLENGE);
        }
        String provider =
                tokens.provider(given.get(0).substring(BEARER.length()).strip());
        if (provider == null) {
            throw new Refusal(401, "nobody has this token; ask whoever runs the gateway for one", CHALLENGE);
        }
        return provider;
    }

    private static Answer refused(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof Refusal refusal) {
            return Answer.of(refusal);
        }
        LOG.error("a request failed", cause);
        return Answer.problem(500, "the gateway failed, and its log says why; send it again later", Map.of());
    }
}
