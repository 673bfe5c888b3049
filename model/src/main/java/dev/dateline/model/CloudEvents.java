package dev.dateline.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** CloudEvents 1.0 context attributes in the binary mode of its Kafka protocol binding (section 3.2). */
public final class CloudEvents {
    private CloudEvents() {}

    /**
     * New headers with the attributes; those of an earlier hop do not pass on.
     *
     * @param time when the thing described happened; for an article its versionCreated, not the time of the record
     */
    public static Headers headers(String id, String source, String type, Instant time) {
        Headers headers = new RecordHeaders();
        attributes(id, source, type, time)
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    /** Names and values of the same headers, in a map of the caller's own. */
    static Map<String, String> attributes(String id, String source, String type, Instant time) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("ce_specversion", "1.0");
        attributes.put("ce_id", id);
        attributes.put("ce_source", source);
        attributes.put("ce_type", type);
        attributes.put("ce_time", time.toString());
        return attributes;
    }
}
