package dev.dateline.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.internals.DefaultErrorHandlerContext;
import org.apache.kafka.streams.errors.internals.ExceptionHandlerUtils;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class DeadLetterHandlerTest {
    private static final byte[] KEY = {1};
    private static final byte[] VALUE = {2};

    private final DeadLetterHandler handler = new DeadLetterHandler();
    private final ErrorHandlerContext context = new DefaultErrorHandlerContext(
            null, "wire.articles.v1", 3, 7, new RecordHeaders(), "gate", new TaskId(0, 3), 0, KEY, VALUE);
    private final ConsumerRecord<byte[], byte[]> raw = new ConsumerRecord<>("wire.articles.v1", 3, 7, KEY, VALUE);
    private final Record<String, String> record = new Record<>("k", "v", 0);

    @Test
    void aRegistryOutOfReachStopsWithoutLosingPosition() {
        Exception unreachable = new SerializationException("no schema", new ConnectException("refused"));

        assertThat(handler.handleError(context, raw, unreachable).result())
                .isEqualTo(DeserializationExceptionHandler.Result.FAIL);
        assertThat(handler.handleError(context, record, unreachable).result())
                .isEqualTo(ProcessingExceptionHandler.Result.FAIL);
    }

    @Test
    void aStoreThatFailsStopsWithoutLosingPosition() {
        Exception full = new ProcessorStateException("Error while putting", new IllegalStateException("no space left"));

        assertThat(handler.handleError(context, record, full).result())
                .isEqualTo(ProcessingExceptionHandler.Result.FAIL);
    }

    @Test
    void aReleaseThatFailsBeforeItIsRememberedStops() {
        for (String node : List.of("gate", "tag")) {
            ErrorHandlerContext releasing = new DefaultErrorHandlerContext(
                    null, null, -1, -1, new RecordHeaders(), node, new TaskId(0, 3), 0, null, null);

            assertThat(handler.handleError(releasing, (Record<?, ?>) null, new IllegalStateException("x"))
                            .result())
                    .isEqualTo(ProcessingExceptionHandler.Result.FAIL);
        }
    }

    @Test
    void aBadRecordIsADeadLetterInTheShapeOfKafkasOwn() {
        Exception bad = new IllegalArgumentException("no such thing");
        var letters = handler.handleError(context, raw, bad).deadLetterQueueRecords();
        var kafkas = ExceptionHandlerUtils.buildDeadLetterQueueRecord("dateline.enrich.dlq", KEY, VALUE, context, bad);

        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).topic()).isEqualTo(kafkas.topic());
        assertThat(letters.get(0).key()).isEqualTo(kafkas.key());
        assertThat(letters.get(0).value()).isEqualTo(kafkas.value());
        assertThat(letters.get(0).headers().toArray())
                .hasSameSizeAs(kafkas.headers().toArray());
        for (Header expected : kafkas.headers()) {
            Header ours = letters.get(0).headers().lastHeader(expected.key());
            assertThat(ours).as(expected.key()).isNotNull();
            assertThat(text(ours)).as(expected.key()).contains(firstWord(expected));
        }
    }

    @Test
    void aFailureWithoutASourceRecordKeepsTheKeyOfTheArticle() {
        ErrorHandlerContext release = new DefaultErrorHandlerContext(
                null, null, -1, -1, new RecordHeaders(), "serialize", new TaskId(0, 3), 0, null, null);
        var letters = handler.handleError(release, record, new IllegalStateException("x"))
                .deadLetterQueueRecords();

        assertThat(new String(letters.get(0).key(), UTF_8)).isEqualTo("k");
    }

    private static String text(Header header) {
        return new String(header.value(), UTF_8);
    }

    /** Kafka's own and ours differ in how much of the exception they print. */
    private static String firstWord(Header header) {
        return text(header).split("\\s", 2)[0];
    }
}
