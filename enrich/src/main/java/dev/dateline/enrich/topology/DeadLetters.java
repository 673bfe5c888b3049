package dev.dateline.enrich.topology;

import dev.dateline.model.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/**
 * Dead letters in the shape that Kafka Streams' own handlers give them, so that one tool reads all: original key, bytes
 * and headers, and what went wrong in {@code __streams.errors.*}. Kafka's builder is internal to it, hence this one.
 */
final class DeadLetters {
    static final String EXCEPTION = "__streams.errors.exception";
    static final String MESSAGE = "__streams.errors.message";
    static final String STACKTRACE = "__streams.errors.stacktrace";
    static final String TOPIC = "__streams.errors.topic";
    static final String PARTITION = "__streams.errors.partition";
    static final String OFFSET = "__streams.errors.offset";

    /** Larger bytes might not fit with the headers added; topic, partition and offset then tell where they are. */
    private static final int MAX_VALUE_BYTES = Topics.MAX_RECORD_BYTES / 2;

    private DeadLetters() {}

    static List<ProducerRecord<byte[], byte[]>> of(
            ErrorHandlerContext context, byte[] key, byte[] value, Exception cause) {
        Headers headers = new RecordHeaders(context.headers());
        put(headers, EXCEPTION, cause.getClass().getName());
        put(headers, MESSAGE, cause.getMessage());
        put(headers, STACKTRACE, stackTrace(cause));
        put(headers, TOPIC, context.topic());
        put(headers, PARTITION, Integer.toString(context.partition()));
        put(headers, OFFSET, Long.toString(context.offset()));
        byte[] kept = value == null || value.length > MAX_VALUE_BYTES ? null : value;
        // Without a timestamp: the producer sets its own, so that retention counts from now.
        return List.of(new ProducerRecord<>(Topics.ENRICH_DLQ.name(), null, null, key, kept, headers));
    }

    private static String stackTrace(Exception cause) {
        StringWriter out = new StringWriter();
        cause.printStackTrace(new PrintWriter(out, true));
        return out.toString();
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }
}
