package dev.dateline.model;

import static dev.dateline.model.Topic.Access.EDITORIAL;
import static dev.dateline.model.Topic.Access.PUBLIC;
import static dev.dateline.model.Topic.Access.RESTRICTED;
import static dev.dateline.model.Topic.Partitioning.CHOSEN;
import static dev.dateline.model.Topic.Partitioning.SINGLE;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** Every topic of Dateline. No other file names one. */
public final class Topics {
    /** Largest record a topic or client takes, in bytes: room for a document, its headers and a batch. */
    public static final int MAX_RECORD_BYTES = 16 * 1024 * 1024;
    /** Largest document that is taken in, in bytes. */
    public static final int MAX_DOCUMENT_BYTES = 8 * 1024 * 1024;
    /** Largest article, serialized, in bytes. */
    public static final int MAX_ARTICLE_BYTES = 4 * 1024 * 1024;

    /** Bytes as received, keyed by document id: the log of record, from which everything can be replayed. */
    public static final Topic DOCUMENTS =
            new Topic("wire.documents.v1", null, RESTRICTED, CHOSEN, compactAndDelete(Duration.ofDays(90)));
    /** Every version of every article as parsed, keyed by article id. */
    public static final Topic ARTICLES =
            new Topic("wire.articles.v1", Article.getClassSchema(), RESTRICTED, CHOSEN, delete(Duration.ofDays(7)));
    /** Current state of each article, embargoed ones included, keyed by article id. */
    public static final Topic ENRICHED =
            new Topic("wire.articles.enriched.v1", EnrichedArticle.getClassSchema(), EDITORIAL, CHOSEN, compact());
    /** Only what may be published now, keyed by article id. */
    public static final Topic PUBLIC_ARTICLES =
            new Topic("wire.articles.public.v1", EnrichedArticle.getClassSchema(), PUBLIC, CHOSEN, compact());
    /** What became of each document and version at each stage, keyed by article or document id. */
    public static final Topic EVENTS =
            new Topic("wire.events.v1", PipelineEvent.getClassSchema(), EDITORIAL, CHOSEN, delete(Duration.ofDays(14)));
    /** Articles, kills and operators' words by provider and slug, for kills under a new id; keyed by both. */
    public static final Topic SLUGS =
            new Topic("wire.slugs.v1", SlugNotice.getClassSchema(), EDITORIAL, SINGLE, delete(Duration.ofDays(7)));
    /** Kills whose article is not known for certain, keyed by the id under which the kill came. */
    public static final Topic HOLDS = new Topic("wire.holds.v1", Hold.getClassSchema(), EDITORIAL, SINGLE, compact());
    /** Rule packs that add to the shipped tagging rules, whole and in their newest version, keyed by their id. */
    public static final Topic RULES =
            new Topic("wire.rules.v1", RulePack.getClassSchema(), EDITORIAL, SINGLE, compact());
    /** Trained topic models that articles are tagged with, keyed by the id that tags have. */
    public static final Topic MODELS =
            new Topic("wire.models.v1", AnnouncedModel.getClassSchema(), EDITORIAL, SINGLE, compact());
    /** Operators' orders that overrule senders, keyed by article id; never deleted. */
    public static final Topic RULINGS =
            new Topic("wire.rulings.v1", Ruling.getClassSchema(), RESTRICTED, CHOSEN, keep());
    /** Each sink's word that a killed article is gone from its store, keyed by article id and sink. */
    public static final Topic TAKEDOWNS = new Topic(
            "wire.takedowns.v1", Takedown.getClassSchema(), EDITORIAL, CHOSEN, compactAndDelete(Duration.ofDays(365)));
    /** What the ingest stage could not use: original bytes, with the reason in headers. */
    public static final Topic INGEST_DLQ =
            new Topic("dateline.ingest.dlq", null, RESTRICTED, SINGLE, delete(Duration.ofDays(30)));
    /** What the enrich stage could not use. */
    public static final Topic ENRICH_DLQ =
            new Topic("dateline.enrich.dlq", null, RESTRICTED, SINGLE, delete(Duration.ofDays(30)));
    /** What the sink stage could not use. */
    public static final Topic SINK_DLQ =
            new Topic("dateline.sink.dlq", null, RESTRICTED, SINGLE, delete(Duration.ofDays(30)));

    /** All of them, in the order of the flow. */
    public static final List<Topic> ALL = List.of(
            DOCUMENTS,
            ARTICLES,
            ENRICHED,
            PUBLIC_ARTICLES,
            EVENTS,
            SLUGS,
            HOLDS,
            RULES,
            MODELS,
            RULINGS,
            TAKEDOWNS,
            INGEST_DLQ,
            ENRICH_DLQ,
            SINK_DLQ);

    private Topics() {}

    /** Deletion goes by whole segments: with Kafka's default of a week for each, text would stay a week too long. */
    private static Map<String, String> delete(Duration retention) {
        return settings(Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                millis(retention),
                TopicConfig.SEGMENT_MS_CONFIG,
                millis(Duration.ofDays(1))));
    }

    private static Map<String, String> keep() {
        return settings(Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                "-1"));
    }

    /** Compaction with a bound on how long killed text may stay in the log. */
    private static Map<String, String> compact() {
        return settings(Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                millis(Duration.ofMinutes(15)),
                TopicConfig.SEGMENT_MS_CONFIG,
                millis(Duration.ofMinutes(10)),
                TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
                "0.1"));
    }

    /** The same with retention; an erased document leaves the log after an hour and a little. */
    private static Map<String, String> compactAndDelete(Duration retention) {
        return settings(Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                millis(retention),
                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                millis(Duration.ofHours(1)),
                TopicConfig.SEGMENT_MS_CONFIG,
                millis(Duration.ofHours(1))));
    }

    private static Map<String, String> settings(Map<String, String> cleanup) {
        Map<String, String> settings = new HashMap<>(cleanup);
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_RECORD_BYTES));
        return settings;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
