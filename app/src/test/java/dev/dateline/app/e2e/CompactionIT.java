package dev.dateline.app.e2e;

import static dev.dateline.model.TestArticles.NOON;
import static dev.dateline.model.TestArticles.article;
import static dev.dateline.model.TestArticles.sealed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.app.settings.Settings;
import dev.dateline.enrich.gate.Bodiless;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Topic;
import dev.dateline.model.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Text that was killed or erased leaves the log itself: the broker's own files are read. The topics have the settings that
 * ship, but for the times, which are a second instead of minutes. What a partition's newest file holds goes with the first
 * record after that time.
 */
class CompactionIT {
    private static final String TEXT = "A sentence that must not stay anywhere";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    private Settings settings;
    private Records records;
    private Path kafka;

    @Test
    void killedAndErasedTextLeavesTheSegments() throws Exception {
        try (EmbeddedParts parts = EmbeddedParts.start(directory.resolve("data"))) {
            kafka = parts.data().kafka();
            settings = parts.prepare(directory.resolve("data"), Map.of("topics.partitions", "1"));
            records = new Records(settings);
            hurry(Topics.ENRICHED);
            hurry(Topics.PUBLIC_ARTICLES);
            hurry(Topics.DOCUMENTS);
            Article article = sealed(article("secret").setBody(List.of(TEXT)));
            try (Serde<EnrichedArticle> serde = AvroSerdes.values(settings.registry())) {
                for (Topic topic : List.of(Topics.ENRICHED, Topics.PUBLIC_ARTICLES)) {
                    byte[] current =
                            serde.serializer().serialize(topic.name(), enriched(article, 1, ArticleState.CURRENT));
                    byte[] killed = serde.serializer()
                            .serialize(topic.name(), enriched(Bodiless.of(article), 2, ArticleState.KILLED));
                    leaves(topic, article.getArticleId(), current, killed);
                }
            }
            leaves(Topics.DOCUMENTS, "test/secret.xml@0", TEXT.getBytes(StandardCharsets.UTF_8), null);
        }
    }

    private void leaves(Topic topic, String key, byte[] text, byte[] without) throws Exception {
        records.putBytes(topic, key, text);
        assertThat(segmentsWithTheText(topic)).as(topic.name()).isPositive();
        records.putBytes(topic, key, without);
        await().atMost(LIMIT).pollInterval(Duration.ofSeconds(1)).until(() -> {
            records.putBytes(topic, "another", "Other news".getBytes(StandardCharsets.UTF_8));
            return segmentsWithTheText(topic) == 0;
        });
    }

    /** The settings that ship, a second for each time. */
    private void hurry(Topic topic) throws Exception {
        assertThat(topic.config())
                .containsKeys(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, TopicConfig.SEGMENT_MS_CONFIG);
        try (Admin admin = Admin.create(new HashMap<>(settings.kafka()))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                            List.of(
                                    set(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, "1000"),
                                    set(TopicConfig.SEGMENT_MS_CONFIG, "1000"))))
                    .all()
                    .get();
        }
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }

    /** Files of the partition, newest included, that hold the text in any record. */
    private long segmentsWithTheText(Topic topic) throws IOException {
        try (Stream<Path> files = Files.list(kafka.resolve(topic.name() + "-0"))) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .filter(CompactionIT::holdsTheText)
                    .count();
        }
    }

    private static boolean holdsTheText(Path segment) {
        try (FileRecords records = FileRecords.open(segment.toFile(), false)) {
            for (var record : records.records()) {
                if (record.hasValue()
                        && new String(Utils.toArray(record.value()), StandardCharsets.UTF_8).contains(TEXT)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false; // it was replaced by a compacted one while we looked: the next look tells
        }
    }

    private static EnrichedArticle enriched(Article article, long revision, ArticleState state) {
        return EnrichedArticle.newBuilder()
                .setArticleId(article.getArticleId())
                .setRevision(revision)
                .setState(state)
                .setPublishable(state == ArticleState.CURRENT)
                .setArticle(article)
                .setEnrichedAt(NOON)
                .build();
    }
}
