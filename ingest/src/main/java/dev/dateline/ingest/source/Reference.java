package dev.dateline.ingest.source;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is said of something that cannot be taken, in place of its bytes.
 *
 * @param uri its address within the source, as a document's
 * @param path the file that it is or that holds it, or the address it was fetched from
 * @param size its size in bytes, or -1 when not known
 * @param sha256 its digest, lower-case hexadecimal, or null when not known
 * @param reason why it cannot be taken and what can be done, in one line
 */
public record Reference(
        String source,
        String provider,
        String uri,
        String path,
        long size,
        String sha256,
        Instant receivedAt,
        String reason) {
    private static final int DIGEST_IN_KEY = 16;

    /** The key that a document from the same place would have. */
    public String key() {
        return source + "/" + uri + (sha256 == null ? "" : "@" + sha256.substring(0, DIGEST_IN_KEY));
    }

    /** Headers of its record: those of a document, and the error. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("source", source);
        headers.put("provider", provider);
        headers.put("uri", uri);
        headers.put("received-at", receivedAt.toString());
        headers.put("dateline.error.stage", "collect");
        headers.put("dateline.error.reason", reason);
        headers.put("dateline.error.path", path);
        if (size >= 0) {
            headers.put("dateline.error.size", Long.toString(size));
        }
        if (sha256 != null) {
            headers.put("dateline.error.sha-256", sha256);
        }
        return headers;
    }
}
