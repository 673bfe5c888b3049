package dev.dateline.ingest.gateway;

import java.util.Map;

/** A request, or one document of it, that is not taken: the status of HTTP and one line with cause and way out. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String RETRY_AFTER_SECONDS = "1";

    private final int status;
    private final transient Map<String, String> headers;

    Refusal(int status, String detail, Map<String, String> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.headers = Map.copyOf(headers);
    }

    Refusal(int status, String detail) {
        this(status, detail, Map.of());
    }

    /** One that may be taken later, as it is. */
    static Refusal later(int status, String detail) {
        return new Refusal(status, detail, Map.of("Retry-After", RETRY_AFTER_SECONDS));
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }
}
