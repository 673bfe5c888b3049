package dev.dateline.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;

/** CloudEvents 1.0 context attributes in the binary mode of its Kafka protocol binding (section 3.2). */
public final class CloudEvents {
    private CloudEvents() {}

    /**
     * Sets the attributes, replacing those of an earlier hop.
     *
     * @param time when the thing described happened; for an article its versionCreated, not the time of the record
     */
    public static void put(Headers headers, String id, String source, String type, Instant time) {
        set(headers, "ce_specversion", "1.0");
        set(headers, "ce_id", id);
        set(headers, "ce_source", source);
        set(headers, "ce_type", type);
        set(headers, "ce_time", time.toString());
    }

    private static void set(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
