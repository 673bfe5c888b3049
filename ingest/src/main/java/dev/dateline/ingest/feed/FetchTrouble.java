package dev.dateline.ingest.feed;

import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;

/** Why there is no answer, in one line for a person. */
final class FetchTrouble {
    private static final double MILLIS_OF_SECOND = 1_000.0;

    private FetchTrouble() {}

    static String of(Exception failure, FetchLimits limits) {
        if (failure instanceof AddressGuard.RefusedException || failure instanceof IllegalArgumentException) {
            return failure.getMessage();
        }
        if (failure instanceof UnknownHostException) {
            return "no address is known for the host " + OneLine.of(failure.getMessage());
        }
        if (failure instanceof ConnectTimeoutException) {
            return "no connection within " + seconds(limits.connect());
        }
        if (failure instanceof SocketTimeoutException) {
            return "nothing sent for " + seconds(limits.silence());
        }
        if (failure instanceof NoHttpResponseException || failure instanceof ConnectionClosedException) {
            return "the server closed the connection before its answer was complete";
        }
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        String kind = failure instanceof SSLException
                ? "TLS fails: "
                : failure instanceof ProtocolException || failure.getCause() instanceof ProtocolException
                        ? "not HTTP: "
                        : "";
        return kind + OneLine.of(message);
    }

    static String tooLong(FetchLimits limits) {
        return "not done within " + seconds(limits.total());
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / MILLIS_OF_SECOND + " s";
    }
}
