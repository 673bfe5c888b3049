package dev.dateline.ingest.feed;

import dev.dateline.ingest.source.Reference;
import dev.dateline.model.Document;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.header.Headers;
import org.apache.kafka.connect.source.SourceRecord;

/** What one poll has to tell, as records; each carries what is remembered of its feed once Kafka has it. */
final class FeedRecords {
    private static final String FEED = "feed";

    private final String feed;
    private final Map<String, Object> before;
    private final List<SourceRecord> records = new ArrayList<>();

    FeedRecords(FeedRef feed, FeedState before) {
        this.feed = feed.url().toString();
        this.before = before.toOffset();
    }

    /** Under which Connect keeps what is remembered of a feed. */
    static Map<String, String> partition(URI feed) {
        return Map.of(FEED, feed.toString());
    }

    /**
     * Items become known with the last of them: after a crash in between all are sent again, with the same document ids
     * and another received-at.
     */
    void documents(String topic, List<Document> documents, FeedState after) {
        for (int i = 0; i < documents.size(); i++) {
            Document document = documents.get(i);
            ConnectHeaders headers = new ConnectHeaders();
            document.attributes().forEach(headers::addString);
            Map<String, Object> offset = i + 1 < documents.size() ? before : after.toOffset();
            add(topic, document.id(), document.bytes(), headers, offset);
        }
    }

    void deadLetter(String topic, Reference reference) {
        ConnectHeaders headers = new ConnectHeaders();
        reference.headers().forEach(headers::addString);
        add(topic, reference.key(), null, headers, before);
    }

    void event(String topic, SourceEvents.Serialized event, FeedState after) {
        ConnectHeaders headers = new ConnectHeaders();
        event.headers().forEach(headers::addString);
        add(topic, event.key(), event.value(), headers, after.toOffset());
    }

    List<SourceRecord> list() {
        return records;
    }

    private void add(String topic, String key, byte[] value, Headers headers, Map<String, Object> offset) {
        records.add(new SourceRecord(
                Map.of(FEED, feed),
                offset,
                topic,
                null,
                Schema.STRING_SCHEMA,
                key,
                Schema.OPTIONAL_BYTES_SCHEMA,
                value,
                null,
                headers));
    }
}
