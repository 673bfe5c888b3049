package dev.dateline.ingest.feed;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which task polls which feeds: all of a host belong to one task, so that it alone can be polite to it, and a host stays
 * with its task whatever other feeds come and go (rendezvous hashing). Feeds of one publisher under one host are not
 * spread, however many they are.
 */
final class Assignment {
    private Assignment() {}

    /** The feeds of each task that has any, at most as many lists as tasks. */
    static List<List<FeedRef>> of(List<FeedRef> feeds, int tasks) {
        Map<Integer, List<FeedRef>> byTask = feeds.stream()
                .collect(Collectors.groupingBy(feed -> taskOf(feed.host(), tasks), TreeMap::new, Collectors.toList()));
        return List.copyOf(byTask.values());
    }

    private static int taskOf(String host, int tasks) {
        int best = 0;
        long highest = Long.MIN_VALUE;
        for (int task = 0; task < tasks; task++) {
            long weight = ByteBuffer.wrap(Digests.of(host + " " + task)).getLong();
            if (weight > highest) {
                highest = weight;
                best = task;
            }
        }
        return best;
    }
}
