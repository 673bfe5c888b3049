package dev.dateline.enrich.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;

/** Keys of the embargoes: the end first, so that those that are due lie together at the beginning. */
final class EmbargoKey {
    /** Before every key. */
    static final Bytes FIRST = Bytes.wrap(new byte[0]);

    private EmbargoKey() {}

    /**
     * The key of one article.
     *
     * @param end end of the embargo, milliseconds since 1970-01-01T00:00Z, not negative
     */
    static Bytes of(long end, String articleId) {
        byte[] id = articleId.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(
                ByteBuffer.allocate(Long.BYTES + id.length).putLong(end).put(id).array());
    }

    /** Behind every key with an end up to and including {@code now}, before all others. */
    static Bytes after(long now) {
        return of(now + 1, "");
    }
}
