package dev.dateline.enrich.topology;

import dev.dateline.model.DeadLetters;
import dev.dateline.model.Failures;
import dev.dateline.model.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Stops the thread without losing position when the surroundings fail; else the record becomes a dead letter. Kafka's own
 * handlers would dead-letter good records while the registry is out of reach or the disk of the state is full.
 */
public final class DeadLetterHandler implements DeserializationExceptionHandler, ProcessingExceptionHandler {
    private static final Set<String> REMEMBERING = Set.of(EnrichTopology.GATE, EnrichTopology.TAG);

    @Override
    public void configure(Map<String, ?> configs) {
        // The topic belongs to the stage, not to the configuration.
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        return Failures.isTransient(exception)
                ? DeserializationExceptionHandler.Response.fail()
                : DeserializationExceptionHandler.Response.resume(
                        deadLetter(context, record.key(), record.value(), exception));
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        return isOfSurroundings(exception) || isOfReleasing(context)
                ? ProcessingExceptionHandler.Response.fail()
                : ProcessingExceptionHandler.Response.resume(
                        deadLetter(context, key(context, record), context.sourceRawValue(), exception));
    }

    /** Without a timestamp: the producer sets its own, so that retention counts from now. */
    private static List<ProducerRecord<byte[], byte[]>> deadLetter(
            ErrorHandlerContext context, byte[] key, byte[] value, Exception cause) {
        Headers headers = DeadLetters.headers(
                context.headers(), cause, cause.getMessage(), context.topic(), context.partition(), context.offset());
        return List.of(
                new ProducerRecord<>(Topics.ENRICH_DLQ.name(), null, null, key, DeadLetters.value(value), headers));
    }

    /** What Streams itself throws in a processor is about its stores and its wiring, never about a record. */
    private static boolean isOfSurroundings(Exception exception) {
        return exception instanceof StreamsException || Failures.isTransientWhenWriting(exception);
    }

    /** A release failed before it was remembered: going on would give the same dead letter twice a second. */
    private static boolean isOfReleasing(ErrorHandlerContext context) {
        return context.topic() == null && REMEMBERING.contains(context.processorNodeId());
    }

    /** The end of an embargo has no source record. */
    private static byte[] key(ErrorHandlerContext context, Record<?, ?> record) {
        return context.sourceRawKey() == null && record != null && record.key() instanceof String key
                ? key.getBytes(StandardCharsets.UTF_8)
                : context.sourceRawKey();
    }
}
