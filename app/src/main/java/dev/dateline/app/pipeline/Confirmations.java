package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.Takedown;
import dev.dateline.model.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Serde;

/** What the sinks have confirmed so far: the last word of each about each article. */
public final class Confirmations {
    private final Map<String, Takedown> byKey = new HashMap<>();
    private final SortedSet<String> sinks = new TreeSet<>();

    private Confirmations() {
        sinks.add(ConnectorConfigs.POSTGRES);
    }

    /** Reads them all, whoever may have ended {@code course}. */
    public static Confirmations read(Settings settings, Course course) throws InterruptedException {
        Confirmations all = new Confirmations();
        try (Serde<Takedown> serde = AvroSerdes.values(settings.registry());
                TopicScan scan = TopicScan.of(settings, Topics.TAKEDOWNS)) {
            scan.read(course, record -> {
                if (record.value() != null) {
                    all.add(serde.deserializer().deserialize(record.topic(), record.headers(), record.value()));
                }
            });
        }
        return all;
    }

    private void add(Takedown takedown) {
        sinks.add(takedown.getSink());
        byKey.merge(
                key(takedown.getArticleId(), takedown.getSink()),
                takedown,
                (one, other) -> other.getRemovedAt().isBefore(one.getRemovedAt()) ? one : other);
    }

    private static String key(String articleId, String sink) {
        return articleId + "@" + sink;
    }

    /** Names of the sinks that are expected to confirm: those that ever did, and the one that ships. */
    public SortedSet<String> sinks() {
        return sinks;
    }

    /** The last word of a sink about an article; null when there is none. */
    public Takedown of(String articleId, String sink) {
        return byKey.get(key(articleId, sink));
    }
}
