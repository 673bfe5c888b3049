package dev.dateline.model;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.file.FileSystemException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * The one decision between the two kinds of failure. Transient: the surroundings are at fault (broker, registry, network,
 * disk, rights, settings), the same record may pass later unchanged, so wait or stop without losing position. Anything
 * else is a bad record: dead letter, and go on.
 */
public final class Failures {
    private static final int NOT_FOUND = 404;
    /** Deep enough for any real chain of causes; a bound because a chain may run in a circle. */
    private static final int MAX_CAUSES = 50;

    private Failures() {}

    /**
     * Whether the surroundings are at fault, going by the failure and its causes.
     *
     * <p>An unknown schema id (404 of the registry) is the record's fault here: the id was read from its bytes.
     */
    public static boolean isTransient(Throwable failure) {
        return causes(failure).anyMatch(Failures::isOfSurroundings);
    }

    /**
     * The same for a failure while a record is written: there an unknown schema is the surroundings' fault too, because it
     * means that {@code dateline topics apply} has not registered ours.
     */
    public static boolean isTransientWhenWriting(Throwable failure) {
        return isTransient(failure) || causes(failure).anyMatch(RestClientException.class::isInstance);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause).limit(MAX_CAUSES);
    }

    private static boolean isOfSurroundings(Throwable failure) {
        if (failure instanceof ApiException) {
            return !isRefusalOfRecord(failure);
        }
        if (failure instanceof RestClientException answer) {
            return answer.getStatus() != NOT_FOUND;
        }
        if (failure instanceof VirtualMachineError) {
            return !(failure instanceof StackOverflowError);
        }
        return failure instanceof ConfigException
                || failure instanceof UnreadableStateException
                || failure instanceof InterruptException
                || failure instanceof WakeupException
                || failure instanceof InterruptedException
                || failure instanceof TimeoutException
                || isOfNetworkOrDisk(failure);
    }

    private static boolean isRefusalOfRecord(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof RecordBatchTooLargeException
                || failure instanceof InvalidTimestampException
                || failure instanceof InvalidRecordException;
    }

    /** Not every IOException: decoders throw them at broken bytes. */
    private static boolean isOfNetworkOrDisk(Throwable failure) {
        return failure instanceof SocketException
                || failure instanceof InterruptedIOException
                || failure instanceof UnknownHostException
                || failure instanceof HttpTimeoutException
                || failure instanceof SSLException
                || failure instanceof FileSystemException;
    }
}
