package dev.dateline.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** CloudEvents 1.0 context attributes in the binary mode of its Kafka protocol binding (section 3.2). */
public final class CloudEvents {
    private static final byte[] SPEC_VERSION = utf8("1.0");

    private CloudEvents() {}

    /**
     * New headers with the attributes; those of an earlier hop do not pass on.
     *
     * @param time when the thing described happened; for an article its versionCreated, not the time of the record
     */
    public static Headers headers(String id, String source, String type, Instant time) {
        return new RecordHeaders()
                .add("ce_specversion", SPEC_VERSION)
                .add("ce_id", utf8(id))
                .add("ce_source", utf8(source))
                .add("ce_type", utf8(type))
                .add("ce_time", utf8(time.toString()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
