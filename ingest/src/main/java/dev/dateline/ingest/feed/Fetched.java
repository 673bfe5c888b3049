package dev.dateline.ingest.feed;

import java.net.URI;
import java.time.Duration;

/** The answer to a request, after all redirects. */
sealed interface Fetched {
    /**
     * A body, expanded.
     *
     * @param from address that answered
     * @param moved address to ask from now on, or null when that is the one that was asked
     * @param charset as declared, or null
     * @param freshFor how long the server calls it fresh, or null
     * @param transferred bytes of the body as sent
     */
    record Body(
            URI from,
            URI moved,
            byte[] bytes,
            String contentType,
            String charset,
            Validators validators,
            Duration freshFor,
            long transferred)
            implements Fetched {}

    /** The server says that nothing has changed. */
    record NotModified(URI from, URI moved, Duration freshFor) implements Fetched {}

    /**
     * No answer that can be used.
     *
     * @param status of HTTP, or 0 when there was none
     * @param reason in one line, with the way out where there is one
     * @param retryAfter how long the server wants to be left alone, or null
     * @param tooLarge whether there was a body, larger than is taken
     */
    record Failed(int status, String reason, Duration retryAfter, boolean tooLarge) implements Fetched {
        private static final int GONE = 410;
        private static final int TOO_MANY = 429;

        Failed(int status, String reason, Duration retryAfter) {
            this(status, reason, retryAfter, false);
        }

        boolean isTooMany() {
            return status == TOO_MANY;
        }

        boolean isGone() {
            return status == GONE;
        }
    }
}
