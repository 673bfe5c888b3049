package dev.dateline.enrich.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;

/** Keys of the articles that wait for a time: the time first, so that those that are due lie together at the beginning. */
final class DueKey {
    /** Before every key. */
    static final Bytes FIRST = Bytes.wrap(new byte[0]);

    private DueKey() {}

    /**
     * The key of one article.
     *
     * @param time when it is due, milliseconds since 1970-01-01T00:00Z, not negative
     */
    static Bytes of(long time, String articleId) {
        byte[] id = articleId.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + id.length)
                .putLong(time)
                .put(id)
                .array());
    }

    /** Behind every key with a time up to and including {@code now}, before all others. */
    static Bytes after(long now) {
        return of(now + 1, "");
    }
}
