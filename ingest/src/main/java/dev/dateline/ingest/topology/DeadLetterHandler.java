package dev.dateline.ingest.topology;

import dev.dateline.model.DeadLetters;
import dev.dateline.model.Failures;
import dev.dateline.model.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.api.Record;

/** Stops the thread without losing position when the surroundings fail; else the record becomes a dead letter. */
public final class DeadLetterHandler implements ProcessingExceptionHandler {

    @Override
    public void configure(Map<String, ?> configs) {
        // The topic belongs to the stage, not to the configuration.
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        // what Streams itself throws in a processor is about its store, for example a full disk, never about a record
        if (exception instanceof StreamsException || Failures.isTransientWhenWriting(exception)) {
            return Response.fail();
        }
        Headers headers = DeadLetters.headers(
                context.headers(),
                exception,
                exception.getMessage(),
                context.topic(),
                context.partition(),
                context.offset());
        // Without a timestamp: the producer sets its own, so that retention counts from now.
        return Response.resume(List.of(new ProducerRecord<>(
                Topics.INGEST_DLQ.name(),
                null,
                null,
                context.sourceRawKey(),
                DeadLetters.value(context.sourceRawValue()),
                headers)));
    }
}
