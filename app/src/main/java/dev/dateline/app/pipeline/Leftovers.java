package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.SlugNotice;
import dev.dateline.model.Topic;
import dev.dateline.model.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;

/**
 * Records of an article on topics that only ever lose whole segments, by age: its versions, dead letters of it and of its
 * documents, and the headlines kept for kills under a new id. No tombstone takes them away.
 */
public final class Leftovers {
    /**
     * What one topic has.
     *
     * @param until when the last of them is gone for certain; null when the topic keeps them for good
     * @param through offset of the last of them by partition
     */
    public record Leftover(String topic, long records, Instant until, Map<Integer, Long> through) {
        /** Partitions and the offsets before which they would have to be emptied, as kafka-delete-records takes them. */
        public String offsets() {
            return through.entrySet().stream()
                    .map(last -> "{\"topic\":\"" + topic + "\",\"partition\":" + last.getKey() + ",\"offset\":"
                            + (last.getValue() + 1) + "}")
                    .collect(Collectors.joining(","));
        }
    }

    private final Settings settings;
    private final Course course;
    private final List<Leftover> found = new ArrayList<>();

    private Leftovers(Settings settings, Course course) {
        this.settings = settings;
        this.course = course;
    }

    /**
     * Looks through those topics; a topic without any is left out.
     *
     * @param holdings tells which dead letters are documents that held the article
     */
    public static List<Leftover> of(Settings settings, String articleId, Holdings holdings, Course course)
            throws InterruptedException, ExecutionException {
        Leftovers all = new Leftovers(settings, course);
        Predicate<ConsumerRecord<String, byte[]>> ofArticle = record -> articleId.equals(record.key());
        try (TopicScan scan = TopicScan.ofKey(settings, Topics.ARTICLES, articleId)) {
            all.look(Topics.ARTICLES, scan, ofArticle);
        }
        all.look(Topics.INGEST_DLQ, letter -> {
            KeptDocument document = new KeptDocument(letter);
            return holdings.mayHold(document) && !holdings.heldBy(document).isEmpty();
        });
        all.look(Topics.ENRICH_DLQ, ofArticle);
        all.look(Topics.SINK_DLQ, ofArticle);
        try (Serde<SlugNotice> notices = AvroSerdes.values(settings.registry())) {
            all.look(
                    Topics.SLUGS,
                    record -> record.value() != null
                            && notices.deserializer()
                                    .deserialize(record.topic(), record.headers(), record.value())
                                    .getArticleId()
                                    .equals(articleId));
        }
        return all.found;
    }

    private void look(Topic topic, Predicate<ConsumerRecord<String, byte[]>> meant)
            throws InterruptedException, ExecutionException {
        try (TopicScan scan = TopicScan.of(settings, topic)) {
            look(topic, scan, meant);
        }
    }

    private void look(Topic topic, TopicScan scan, Predicate<ConsumerRecord<String, byte[]>> meant)
            throws InterruptedException, ExecutionException {
        List<Instant> times = new ArrayList<>();
        Map<Integer, Long> through = new TreeMap<>();
        scan.read(course, record -> {
            if (meant.test(record)) {
                times.add(Instant.ofEpochMilli(record.timestamp()));
                through.put(record.partition(), record.offset());
            }
        });
        if (!times.isEmpty()) {
            Duration kept = kept(settings, topic);
            Instant newest = times.stream().max(Instant::compareTo).orElseThrow();
            found.add(new Leftover(topic.name(), times.size(), kept == null ? null : newest.plus(kept), through));
        }
    }

    /**
     * How long the broker may keep a record of a topic: its retention, counted from the end of the record's segment. Null
     * when it is for good.
     */
    public static Duration kept(Settings settings, Topic topic) throws InterruptedException, ExecutionException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        try (Admin admin = Admin.create(new HashMap<>(settings.kafka()))) {
            var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            long retention =
                    Long.parseLong(config.get(TopicConfig.RETENTION_MS_CONFIG).value());
            long segment =
                    Long.parseLong(config.get(TopicConfig.SEGMENT_MS_CONFIG).value());
            boolean deletes =
                    config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value().contains(TopicConfig.CLEANUP_POLICY_DELETE);
            return !deletes || retention < 0 ? null : Duration.ofMillis(retention + segment);
        }
    }
}
