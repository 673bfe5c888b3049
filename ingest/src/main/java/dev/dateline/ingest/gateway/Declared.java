package dev.dateline.ingest.gateway;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * What the headers of a request, or of a part, say of a body.
 *
 * @param name what the client calls it: Content-Location, else a part's file name; null when it says nothing
 * @param type media type without parameters, in lower case; null when none is declared
 * @param charset as declared, or null
 * @param boundary of multipart, or null
 * @param gzip whether the body is compressed for the way
 */
record Declared(String name, String type, String charset, String boundary, boolean gzip) {
    private static final int MAX_TYPE_LENGTH = 255;
    /** What command-line clients send when nothing is declared: it says nothing of a document. */
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final Set<String> LINES = Set.of("application/x-ndjson", "application/ndjson", "application/jsonl");
    private static final Set<String> ZIP = Set.of("application/zip", "application/x-zip-compressed");

    /** @throws Refusal 400 or 415 when it cannot be understood */
    static Declared of(HttpFields headers) {
        String type = headers.get(HttpHeader.CONTENT_TYPE);
        Map<String, String> parameters = new HashMap<>();
        String plain = type == null ? null : HttpField.getValueParameters(type, parameters);
        if (type != null && (plain == null || type.length() > MAX_TYPE_LENGTH)) {
            throw new Refusal(400, "Content-Type is not a media type of at most " + MAX_TYPE_LENGTH + " characters");
        }
        String lower = plain == null ? null : plain.toLowerCase(Locale.ROOT);
        String location = headers.get(HttpHeader.CONTENT_LOCATION);
        return new Declared(
                location == null ? null : Address.location(location),
                FORM.equals(lower) ? null : lower,
                parameters.get("charset"),
                parameters.get("boundary"),
                isGzip(headers.get(HttpHeader.CONTENT_ENCODING)));
    }

    private static boolean isGzip(String encoding) {
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return false;
        }
        if (encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip")) {
            return true;
        }
        throw new Refusal(
                415, "Content-Encoding is neither gzip nor identity; send it so", Map.of("Accept-Encoding", "gzip"));
    }

    Declared orNamed(String other) {
        return name != null || other == null ? this : new Declared(other, type, charset, boundary, gzip);
    }

    boolean isMultipart() {
        return "multipart/form-data".equals(type);
    }

    /** The address with the ending by which files of lines and archives are known, if the type says that it is one. */
    String named(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        if (LINES.contains(String.valueOf(type)) && !isLines(lower)) {
            return address + ".ndjson";
        }
        return ZIP.contains(String.valueOf(type)) && !lower.endsWith(".zip") ? address + ".zip" : address;
    }

    private static boolean isLines(String lower) {
        return lower.endsWith(".jsonl")
                || lower.endsWith(".ndjson")
                || lower.endsWith(".jsonl.gz")
                || lower.endsWith(".ndjson.gz");
    }
}
