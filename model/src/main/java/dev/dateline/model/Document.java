package dev.dateline.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * One thing to parse as it lies in wire.documents.v1: a file, an entry of an archive, a line of a .jsonl, a posted body.
 * The record's key is {@link #id()}, its value {@link #bytes()}, the rest are headers, so that nothing is lost by
 * copying the topic with any tool.
 *
 * @param source name of the source that delivered it
 * @param provider id of the provider, from the configuration of the source
 * @param uri address within the source: a relative path, {@code a.zip!/b}, {@code c.jsonl#12}, a URL
 * @param contentType IANA media type if the transport declared one, else null; never trusted
 * @param charset charset if the transport declared one, else null
 * @param receivedAt when it was received; the same for every delivery of the same file
 * @param sha256 SHA-256 of the bytes, lower-case hexadecimal
 * @param bytes the bytes as received
 */
public record Document(
        String source,
        String provider,
        String uri,
        String contentType,
        String charset,
        Instant receivedAt,
        String sha256,
        byte[] bytes) {

    private static final String SOURCE = "source";
    private static final String PROVIDER = "provider";
    private static final String URI = "uri";
    private static final String CONTENT_TYPE = "content-type";
    private static final String CHARSET = "charset";
    private static final String RECEIVED_AT = "received-at";
    private static final String SHA256 = "sha-256";

    public Document {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(bytes, "bytes");
    }

    /** A document without a declared type; the digest is computed here. */
    public static Document of(String source, String provider, String uri, Instant receivedAt, byte[] bytes) {
        return new Document(source, provider, uri, null, null, receivedAt, sha256Of(bytes), bytes);
    }

    /**
     * Reads a record of wire.documents.v1.
     *
     * @throws IllegalArgumentException naming the header that is missing or unreadable
     */
    public static Document of(Headers headers, byte[] bytes) {
        if (bytes == null) {
            throw new IllegalArgumentException("the record has no value: a tombstone is not a document");
        }
        return new Document(
                required(headers, SOURCE),
                required(headers, PROVIDER),
                required(headers, URI),
                text(headers, CONTENT_TYPE),
                text(headers, CHARSET),
                Instant.parse(required(headers, RECEIVED_AT)),
                required(headers, SHA256),
                bytes);
    }

    /** Key of the record: the same bytes from the same place have the same key, so a repeated delivery is harmless. */
    public String id() {
        return source + "/" + uri + "@" + sha256.substring(0, 16);
    }

    /** Headers of the record: CloudEvents 1.0 attributes in Kafka's binary mode, and the fields of this document. */
    public Headers headers() {
        Headers headers = new RecordHeaders();
        attributes().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    /** The same as text, in their order. */
    public Map<String, String> attributes() {
        Map<String, String> attributes =
                CloudEvents.attributes(id(), "/sources/" + source, "dev.dateline.document.v1", receivedAt);
        attributes.put(SOURCE, source);
        attributes.put(PROVIDER, provider);
        attributes.put(URI, uri);
        putIfKnown(attributes, CONTENT_TYPE, contentType);
        putIfKnown(attributes, CHARSET, charset);
        attributes.put(RECEIVED_AT, receivedAt.toString());
        attributes.put(SHA256, sha256);
        return attributes;
    }

    private static String sha256Of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void putIfKnown(Map<String, String> attributes, String name, String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }

    private static String required(Headers headers, String name) {
        String value = text(headers, name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "header '" + name + "' is missing: the record was not written by Dateline");
        }
        return value;
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
