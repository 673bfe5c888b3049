package dev.dateline.sink;

import dev.dateline.model.AvroSerdes;
import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;

/** Reads values of one type from the bytes of records, and tells a bad record from a registry in trouble. */
final class RecordDecoder<T extends SpecificRecord> implements AutoCloseable {
    private final Class<T> type;
    private final Serde<SpecificRecord> serde;

    /** @param registry settings of Confluent's client, at least {@code schema.registry.url} */
    RecordDecoder(Class<T> type, Map<String, ?> registry) {
        this.type = type;
        this.serde = AvroSerdes.values(registry);
    }

    /**
     * The value of a record.
     *
     * @throws BadRecordException if the bytes are no such value
     * @throws RetriableException if the registry cannot be asked at the moment
     * @throws ConnectException if the registry turns us away, or the value is not bytes
     */
    T decode(SinkRecord record) throws BadRecordException {
        if (!(record.value() instanceof byte[] bytes)) {
            throw new ConnectException("the value of " + name(record) + " is "
                    + record.value().getClass().getName()
                    + ", not bytes: set value.converter=org.apache.kafka.connect.converters.ByteArrayConverter");
        }
        SpecificRecord value;
        try {
            value = serde.deserializer().deserialize(record.topic(), bytes);
        } catch (RuntimeException e) {
            throw failure(record, e);
        }
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        String found = value == null ? "empty" : value.getSchema().getFullName();
        throw new BadRecordException(
                name(record) + " is not of type " + type.getSimpleName() + ": its value is " + found, null);
    }

    @Override
    public void close() {
        serde.close();
    }

    private BadRecordException failure(SinkRecord record, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
                throw new ConnectException(
                        "the schema registry turns us away, check schema.registry.*: " + Causes.of(failure), failure);
            }
            if (isRegistryTrouble(cause)) {
                throw new RetriableException("the schema registry is unavailable: " + Causes.of(failure), failure);
            }
        }
        return new BadRecordException(
                name(record) + " is not of type " + type.getSimpleName() + ": " + Causes.of(failure), failure);
    }

    /** Truncated or garbled Avro surfaces as an I/O error too; any other comes from the network. */
    private static boolean isRegistryTrouble(Throwable cause) {
        boolean garbled = cause instanceof EOFException
                || cause.getClass().getPackageName().startsWith("org.apache.avro");
        return cause instanceof org.apache.kafka.common.errors.RetriableException
                || (cause instanceof IOException && !garbled);
    }

    /** How messages name a record. */
    static String name(SinkRecord record) {
        return "record " + record.key() + " at " + record.topic() + "-" + record.kafkaPartition() + "@"
                + record.kafkaOffset();
    }
}
