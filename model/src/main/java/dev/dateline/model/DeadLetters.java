package dev.dateline.model;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Dead letters in the shape that Kafka Streams' own handlers give them, so that one tool reads all: original key, bytes
 * and headers, and what went wrong in {@code __streams.errors.*}. Kafka's builder is internal to it, hence this one.
 */
public final class DeadLetters {
    public static final String EXCEPTION = "__streams.errors.exception";
    public static final String MESSAGE = "__streams.errors.message";
    public static final String STACKTRACE = "__streams.errors.stacktrace";
    public static final String TOPIC = "__streams.errors.topic";
    public static final String PARTITION = "__streams.errors.partition";
    public static final String OFFSET = "__streams.errors.offset";

    /** Stands for the exception when nothing was thrown. */
    private static final String REJECTED = "rejected";

    private DeadLetters() {}

    /**
     * The headers of a dead letter.
     *
     * @param original headers of the record that failed
     * @param cause what was thrown, or null when a rule refused the record
     */
    public static Headers headers(
            Headers original, Throwable cause, String message, String topic, int partition, long offset) {
        Headers headers = new RecordHeaders(original.toArray());
        put(headers, EXCEPTION, cause == null ? REJECTED : cause.getClass().getName());
        put(headers, MESSAGE, message);
        put(headers, STACKTRACE, cause == null ? "" : stackTrace(cause));
        put(headers, TOPIC, topic);
        put(headers, PARTITION, Integer.toString(partition));
        put(headers, OFFSET, Long.toString(offset));
        return headers;
    }

    /** The bytes; null when they with the added headers might not fit into a record: topic, partition and offset tell where they are. */
    public static byte[] value(byte[] original) {
        return original == null || original.length > Topics.MAX_DOCUMENT_BYTES ? null : original;
    }

    private static String stackTrace(Throwable cause) {
        StringWriter out = new StringWriter();
        cause.printStackTrace(new PrintWriter(out, true));
        return out.toString();
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }
}
