package dev.dateline.ingest.topology;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** W3C trace context: passed on as it came, or begun here. */
final class TraceContext {
    private static final String TRACEPARENT = "traceparent";
    private static final String TRACESTATE = "tracestate";
    private static final int TRACE_ID_BYTES = 16;
    private static final int PARENT_ID_BYTES = 8;

    private TraceContext() {}

    /** A trace that begins here is named after the document, so that a second delivery has the same. */
    static void pass(DocumentRef document, Headers to) {
        Header parent = document.headers().lastHeader(TRACEPARENT);
        if (parent == null) {
            to.add(TRACEPARENT, begin(document.id()).getBytes(StandardCharsets.US_ASCII));
            return;
        }
        to.add(parent);
        Header state = document.headers().lastHeader(TRACESTATE);
        if (state != null) {
            to.add(state);
        }
    }

    /** Version 00 and flags 00: nobody has recorded a span of it. */
    private static String begin(String documentId) {
        byte[] digest = sha256(String.valueOf(documentId));
        HexFormat hex = HexFormat.of();
        return "00-" + hex.formatHex(digest, 0, TRACE_ID_BYTES) + "-"
                + hex.formatHex(digest, TRACE_ID_BYTES, TRACE_ID_BYTES + PARENT_ID_BYTES) + "-00";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
