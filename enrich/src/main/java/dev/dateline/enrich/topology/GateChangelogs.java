package dev.dateline.enrich.topology;

import dev.dateline.enrich.gate.GateEntry;
import dev.dateline.model.Article;
import dev.dateline.model.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** The topics from which Kafka Streams restores the gate's stores, for a gate whose memory is written from outside. */
public final class GateChangelogs {
    private static final String ENTRIES = topic(GateStores.ENTRIES);
    private static final String DUE = topic(GateStores.DUE);

    /** A record of a changelog; it belongs into the partition of its article. */
    public record Change(String topic, byte[] key, byte[] value) {}

    private GateChangelogs() {}

    /** Their names with the settings that they must have. */
    public static Map<String, Map<String, String>> topics() {
        return Map.of(ENTRIES, settings(Map.of()), DUE, settings(GateStores.QUICK_COMPACTION));
    }

    private static Map<String, String> settings(Map<String, String> own) {
        Map<String, String> settings = new HashMap<>(own);
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Topics.MAX_RECORD_BYTES));
        return settings;
    }

    /** What makes the stores remember an article: its entry and, where that waits for a time, the version that waits. */
    public static List<Change> of(String articleId, GateEntry entry, Article current) {
        byte[] id = articleId.getBytes(StandardCharsets.UTF_8);
        Change remembered =
                new Change(ENTRIES, id, StateSerdes.gateEntries().serializer().serialize(ENTRIES, entry));
        if (entry.getDue() == null) {
            return List.of(remembered);
        }
        return List.of(
                remembered,
                new Change(
                        DUE,
                        DueKey.of(entry.getDue(), articleId).get(),
                        StateSerdes.articles().serializer().serialize(DUE, current)));
    }

    private static String topic(String store) {
        return EnrichStreamsConfig.APPLICATION_ID + "-" + store + "-changelog";
    }
}
