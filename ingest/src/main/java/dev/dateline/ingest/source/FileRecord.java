package dev.dateline.ingest.source;

import dev.dateline.model.Document;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.source.SourceRecord;

/** A record that knows the file it comes from; Connect hands the same object back when Kafka has it. */
final class FileRecord extends SourceRecord {
    private final transient Delivery delivery;

    private FileRecord(
            String source, String topic, String key, byte[] value, ConnectHeaders headers, Delivery delivery) {
        super(
                Map.of(DirectorySourceConfig.SOURCE, source),
                null,
                topic,
                null,
                Schema.STRING_SCHEMA,
                key,
                Schema.OPTIONAL_BYTES_SCHEMA,
                value,
                null,
                headers);
        this.delivery = delivery;
    }

    static FileRecord document(String topic, Document document, Delivery delivery) {
        ConnectHeaders headers = new ConnectHeaders();
        document.attributes().forEach(headers::addString);
        return new FileRecord(document.source(), topic, document.id(), document.bytes(), headers, delivery);
    }

    static FileRecord deadLetter(String topic, Reference reference, Delivery delivery) {
        ConnectHeaders headers = new ConnectHeaders();
        reference.headers().forEach(headers::addString);
        return new FileRecord(reference.source(), topic, reference.key(), null, headers, delivery);
    }

    /** Size of the value in bytes. */
    int size() {
        return value() == null ? 0 : ((byte[]) value()).length;
    }

    Delivery delivery() {
        return delivery;
    }
}
