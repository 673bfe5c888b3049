package dev.dateline.ingest.gateway;

import dev.dateline.ingest.document.Opened;
import dev.dateline.model.Document;
import dev.dateline.model.Failures;
import org.apache.kafka.common.errors.RecordTooLargeException;

/**
 * What became of one document.
 *
 * @param uri its address
 * @param id its id, the key of its record; null when it is not a document
 * @param sha256 digest of its bytes; null when it is not a document
 * @param status 201 when the brokers have it, 413 or 422 when it is refused, 503 when it is not known whether they have it
 * @param detail why it is refused; null when it is not
 */
record Outcome(String uri, String id, String sha256, int status, String detail) {
    private static final int CREATED = 201;
    private static final int TOO_LARGE = 413;
    private static final int UNPROCESSABLE = 422;
    private static final int UNAVAILABLE = 503;

    static Outcome accepted(Document document) {
        return new Outcome(document.uri(), document.id(), document.sha256(), CREATED, null);
    }

    /** Of something that was opened and is no document. */
    static Outcome refused(Opened opened) {
        if (opened instanceof Opened.Oversized oversized) {
            return new Outcome(oversized.uri(), null, oversized.sha256(), TOO_LARGE, oversized.reason());
        }
        Opened.Unreadable unreadable = (Opened.Unreadable) opened;
        return new Outcome(unreadable.uri(), null, null, UNPROCESSABLE, unreadable.reason());
    }

    /** Of a document that the brokers did not acknowledge. */
    static Outcome failed(Document document, Throwable failure) {
        if (failure instanceof RecordTooLargeException) {
            return new Outcome(
                    document.uri(),
                    document.id(),
                    document.sha256(),
                    TOO_LARGE,
                    "larger than the topic takes; split it");
        }
        if (Failures.isTransient(failure)) {
            return new Outcome(
                    document.uri(),
                    document.id(),
                    document.sha256(),
                    UNAVAILABLE,
                    "the brokers did not acknowledge it in time; send it again");
        }
        return new Outcome(
                document.uri(),
                document.id(),
                document.sha256(),
                UNAVAILABLE,
                "the brokers refused it, and the gateway's log says why; send it again when that is mended");
    }

    boolean isAccepted() {
        return status == CREATED;
    }

    boolean isUnknown() {
        return status == UNAVAILABLE;
    }

    /** One word for metrics. */
    String label() {
        return isAccepted() ? "accepted" : isUnknown() ? "unacknowledged" : "refused";
    }
}
