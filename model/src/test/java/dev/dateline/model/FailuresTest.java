package dev.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileSystemException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {

    static Stream<Throwable> ofTheSurroundings() {
        return Stream.of(
                new DisconnectException(),
                new NotEnoughReplicasException("1 of 2"),
                new org.apache.kafka.common.errors.TimeoutException("60000 ms"),
                new TopicAuthorizationException("wire.articles.v1"),
                new InvalidConfigurationException("Unauthorized"),
                new ConfigException("schema.registry.url", null),
                new ConnectException("Connection refused"),
                new SocketTimeoutException(),
                new UnknownHostException("registry"),
                new FileSystemException("/data/state", null, "No space left on device"),
                new TimeoutException(),
                new OutOfMemoryError(),
                new SerializationException("wrapped", new ConnectException("Connection refused")),
                new KafkaException(new RuntimeException(new RestClientException("unavailable", 503, 50301))),
                new SerializationException("wrapped", new RestClientException("forbidden", 403, 40301)),
                new SerializationException("wrapped", new RestClientException("slow down", 429, 42901)));
    }

    static Stream<Throwable> ofTheRecord() {
        return Stream.of(
                new IllegalArgumentException("header 'source' is missing"),
                new NullPointerException(),
                new StackOverflowError(),
                new RecordTooLargeException("17 MiB"),
                new InvalidTimestampException("tomorrow"),
                new SerializationException("Unknown magic byte!"),
                new SerializationException("wrapped", new EOFException()),
                new SerializationException("wrapped", new AvroRuntimeException("not an enum symbol")),
                new IOException("Invalid UTF-8"),
                new ZipException("invalid block type"),
                new MalformedInputException(1),
                new KafkaException("wrapped", new ClassCastException()));
    }

    @ParameterizedTest
    @MethodSource("ofTheSurroundings")
    void troubleOfTheSurroundingsIsTransient(Throwable failure) {
        assertThat(Failures.isTransient(failure)).isTrue();
        assertThat(Failures.isTransientWhenWriting(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("ofTheRecord")
    void aBadRecordIsNotTransient(Throwable failure) {
        assertThat(Failures.isTransient(failure)).isFalse();
        assertThat(Failures.isTransientWhenWriting(failure)).isFalse();
    }

    @Test
    void anUnknownSchemaIsTheFaultOfARecordReadButNotOfARecordToWrite() {
        Throwable unknown = new SerializationException("wrapped", new RestClientException("not found", 404, 40403));

        assertThat(Failures.isTransient(unknown)).isFalse();
        assertThat(Failures.isTransientWhenWriting(unknown)).isTrue();
    }

    @Test
    void causesInACircleEnd() {
        Exception first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));

        assertThat(Failures.isTransient(first)).isFalse();
    }
}
