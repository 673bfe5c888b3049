package dev.dateline.app.pipeline;

import dev.dateline.model.Document;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A record of wire.documents.v1 as it lies there. */
public record KeptDocument(ConsumerRecord<String, byte[]> record) {
    public String id() {
        return record.key();
    }

    /** Value of a header; null when there is none. */
    public String header(String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Id of the provider; null when the record was not written by Dateline. */
    public String provider() {
        return header("provider");
    }

    /** When it was received; null when the record does not tell. */
    public Instant receivedAt() {
        try {
            String received = header("received-at");
            return received == null ? null : Instant.parse(received);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** When this copy was written. */
    public Instant writtenAt() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** The document; empty when headers are missing or unreadable, as for a parser. */
    public Optional<Document> document() {
        try {
            return Optional.of(Document.of(record.headers(), record.value()));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
