package dev.dateline.ingest.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;

/**
 * What can be said of a record of wire.documents.v1 even when it is not a document.
 *
 * @param id key of the record, or null
 * @param uri address within the source, or null
 * @param headers headers of the record
 */
record DocumentRef(String id, String uri, Headers headers) {

    static DocumentRef of(Record<byte[], byte[]> record) {
        Header uri = record.headers().lastHeader("uri");
        return new DocumentRef(text(record.key()), uri == null ? null : text(uri.value()), record.headers());
    }

    private static String text(byte[] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
