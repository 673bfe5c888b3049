package dev.dateline.ingest.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * All that is remembered of a feed, as Connect keeps it: the source offset.
 *
 * @param moved address that a permanent redirect gave, or null
 * @param interval time between polls that fits what was found, or null before the first
 * @param polledAt when it was last polled with success, or null
 */
record FeedState(URI moved, Freshness freshness, Pulse pulse, Duration interval, Instant polledAt, ItemMemory items) {
    static final FeedState NEW = new FeedState(null, Freshness.UNKNOWN, Pulse.NONE, null, null, ItemMemory.EMPTY);

    FeedState withPulse(Pulse other) {
        return new FeedState(moved, freshness, other, interval, polledAt, items);
    }

    FeedState withoutMove() {
        return new FeedState(null, freshness, pulse, interval, polledAt, items);
    }

    FeedState withInterval(Duration other) {
        return new FeedState(moved, freshness, pulse, other, polledAt, items);
    }

    /** Numbers, texts and truths, as Connect allows; at most 66 kB. */
    Map<String, Object> toOffset() {
        Map<String, Object> offset = new HashMap<>();
        put(offset, "moved", moved == null ? null : moved.toString());
        put(offset, "etag", freshness.validators().etag());
        put(offset, "last-modified", freshness.validators().lastModified());
        put(offset, "body", freshness.body());
        put(offset, "proven-at", freshness.provenAt().toEpochMilli());
        put(offset, "unproven", (long) freshness.unproven());
        put(offset, "distrusted-until", freshness.distrustedUntil().toEpochMilli());
        put(offset, "news-at", millis(pulse.newsAt()));
        put(offset, "usual-gap-ms", millis(pulse.usual()));
        put(offset, "longest-gap-ms", millis(pulse.longest()));
        put(offset, "quiet", pulse.quiet());
        put(offset, "interval-ms", millis(interval));
        put(offset, "polled-at", millis(polledAt));
        put(offset, "items", items.encoded());
        return offset;
    }

    /**
     * Reads an offset.
     *
     * @param offset what {@link #toOffset} wrote, or null when there is none
     * @throws IllegalArgumentException if it is something else, as after a change by hand
     */
    static FeedState of(Map<String, Object> offset) {
        if (offset == null || offset.isEmpty()) {
            return NEW;
        }
        try {
            Freshness freshness = new Freshness(
                    Validators.of((String) offset.get("etag"), (String) offset.get("last-modified")),
                    (String) offset.get("body"),
                    instant(offset.get("proven-at"), Instant.EPOCH),
                    offset.get("unproven") == null ? 0 : ((Number) offset.get("unproven")).intValue(),
                    instant(offset.get("distrusted-until"), Instant.EPOCH));
            Pulse pulse = new Pulse(
                    instant(offset.get("news-at"), null),
                    duration(offset.get("usual-gap-ms"), null),
                    duration(offset.get("longest-gap-ms"), Duration.ZERO),
                    Boolean.TRUE.equals(offset.get("quiet")));
            return new FeedState(
                    offset.get("moved") == null ? null : WebAddress.of((String) offset.get("moved")),
                    freshness,
                    pulse,
                    duration(offset.get("interval-ms"), null),
                    instant(offset.get("polled-at"), null),
                    offset.get("items") == null ? ItemMemory.EMPTY : ItemMemory.decoded((String) offset.get("items")));
        } catch (ClassCastException e) {
            throw new IllegalArgumentException("an offset with a value of another type: " + e.getMessage(), e);
        }
    }

    private static void put(Map<String, Object> offset, String key, Object value) {
        if (value != null) {
            offset.put(key, value);
        }
    }

    private static Long millis(Instant instant) {
        return instant == null ? null : (Long) instant.toEpochMilli();
    }

    private static Long millis(Duration duration) {
        return duration == null ? null : (Long) duration.toMillis();
    }

    private static Instant instant(Object millis, Instant otherwise) {
        return millis == null ? otherwise : Instant.ofEpochMilli(((Number) millis).longValue());
    }

    private static Duration duration(Object millis, Duration otherwise) {
        return millis == null ? otherwise : Duration.ofMillis(((Number) millis).longValue());
    }
}
