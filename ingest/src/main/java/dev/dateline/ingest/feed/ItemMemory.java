package dev.dateline.ingest.feed;

import dev.dateline.ingest.syndication.FeedItem;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which items of a feed were taken, and in what state: twelve bytes for each, seven of a digest of the identity and five
 * of one of the fingerprint, so that 4,096 items fit into 64 kB of an offset. Two items are taken for one once in 10^10
 * full memories, a change is missed once in 10^12.
 *
 * <p>Items in the feed come first, in its order, then those that have left it, the latest first; of these the oldest are
 * forgotten. A forgotten item that comes back is sent again: unchanged bytes have the same document id.
 */
final class ItemMemory {
    /** Most items that are remembered, and so the most that are taken from a feed. */
    static final int MOST = 4_096;

    static final ItemMemory EMPTY = new ItemMemory(new byte[0]);

    private static final int IDENTITY_BYTES = 7;
    private static final int ENTRY_BYTES = 12;
    private static final int BITS_OF_STATE = 40;
    /** Items that left are kept at least; feeds whose head rotates bring them back. */
    private static final int FEWEST_DEPARTED = 256;

    private final byte[] entries;

    private ItemMemory(byte[] entries) {
        this.entries = entries;
    }

    /**
     * What a look at a feed brings.
     *
     * @param fresh items that were not known
     * @param changed items that were known in another state
     * @param after what is remembered from now on
     */
    record Look(List<FeedItem> fresh, List<FeedItem> changed, ItemMemory after) {
        boolean hasNews() {
            return !fresh.isEmpty() || !changed.isEmpty();
        }
    }

    /** Compares with the items of a feed, each identity once, at most {@link #MOST}. */
    Look look(List<FeedItem> items) {
        Map<Long, Long> known = toMap();
        Map<Long, Long> after = new LinkedHashMap<>();
        List<FeedItem> fresh = new ArrayList<>();
        List<FeedItem> changed = new ArrayList<>();
        for (FeedItem item : items) {
            long identity = identityOf(item);
            long state = stateOf(item);
            after.put(identity, state);
            Long before = known.get(identity);
            if (before == null) {
                fresh.add(item);
            } else if (before != state) {
                changed.add(item);
            }
        }
        int most = Math.min(MOST, Math.max(2 * items.size(), items.size() + FEWEST_DEPARTED));
        known.entrySet().stream()
                .filter(entry -> !after.containsKey(entry.getKey()))
                .limit(Math.max(0, most - after.size()))
                .toList()
                .forEach(entry -> after.put(entry.getKey(), entry.getValue()));
        return new Look(fresh, changed, of(after));
    }

    int size() {
        return entries.length / ENTRY_BYTES;
    }

    /** For an offset. */
    String encoded() {
        return Base64.getEncoder().withoutPadding().encodeToString(entries);
    }

    /** @throws IllegalArgumentException if it is not what {@link #encoded} wrote */
    static ItemMemory decoded(String text) {
        byte[] entries = Base64.getDecoder().decode(text);
        if (entries.length % ENTRY_BYTES != 0) {
            throw new IllegalArgumentException("items of " + entries.length + " bytes");
        }
        return new ItemMemory(entries);
    }

    private static ItemMemory of(Map<Long, Long> map) {
        ByteBuffer buffer = ByteBuffer.allocate(map.size() * ENTRY_BYTES);
        map.forEach((identity, state) -> {
            buffer.putInt((int) (identity >>> 24));
            buffer.putLong(identity << BITS_OF_STATE | state);
        });
        return new ItemMemory(buffer.array());
    }

    private Map<Long, Long> toMap() {
        Map<Long, Long> map = new LinkedHashMap<>();
        ByteBuffer buffer = ByteBuffer.wrap(entries);
        while (buffer.hasRemaining()) {
            long high = buffer.getInt() & 0xffff_ffffL;
            long low = buffer.getLong();
            map.put(high << 24 | low >>> BITS_OF_STATE, low & (1L << BITS_OF_STATE) - 1);
        }
        return map;
    }

    private static long identityOf(FeedItem item) {
        return ByteBuffer.wrap(Digests.of(item.identity())).getLong() >>> Byte.SIZE * (Long.BYTES - IDENTITY_BYTES);
    }

    private static long stateOf(FeedItem item) {
        return ByteBuffer.wrap(Digests.of(item.fingerprint())).getLong() >>> Long.SIZE - BITS_OF_STATE;
    }
}
