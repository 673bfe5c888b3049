package dev.dateline.sink.postgres;

import static dev.dateline.sink.postgres.Columns.array;
import static dev.dateline.sink.postgres.Columns.json;
import static dev.dateline.sink.postgres.Columns.paragraphs;
import static dev.dateline.sink.postgres.Columns.string;

import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.Dateline;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Provenance;
import dev.dateline.model.Tag;
import dev.dateline.sink.postgres.Columns.Column;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The columns of table article and where their values come from. A killed article has none of its texts. */
final class ArticleColumns {
    /** Score from which an article is about a tag; below it, it mentions it. */
    private static final double ABOUT = 0.5;

    private static final Columns<EnrichedArticle> COLUMNS = new Columns<>(List.of(
            kept("article_id", "text", EnrichedArticle::getArticleId),
            kept("revision", "bigint", e -> Long.toString(e.getRevision())),
            kept("state", "text", e -> e.getState().name()),
            kept("publishable", "boolean", e -> Boolean.toString(e.getPublishable() && !isKilled(e))),
            kept("reasons", "text[]", e -> array(e.getReasons())),
            ofArticle("provider", "text", Article::getProvider),
            ofArticle("source", "text", Article::getSource),
            ofArticle("guid", "text", Article::getGuid),
            ofArticle("version", "text", Article::getVersion),
            ofArticle("pub_status", "text", a -> a.getPubStatus().name()),
            ofArticle("signal", "text", a -> a.getSignal().name()),
            ofArticle("signal_marker", "text", Article::getSignalMarker),
            ofArticle("markers", "text[]", a -> array(a.getMarkers())),
            text("change_note", "text", Article::getChangeNote),
            ofArticle("urgency", "integer", a -> string(a.getUrgency())),
            ofArticle("genre", "text", Article::getGenre),
            ofArticle("language", "text", Article::getLanguage),
            text("headline", "text", Article::getHeadline),
            text("headline_as_sent", "text", Article::getHeadlineAsSent),
            text("standfirst", "text", Article::getStandfirst),
            text("slugline", "text", Article::getSlugline),
            text("bylines", "text[]", a -> array(a.getBylines())),
            dateline("dateline_text", "text", Dateline::getText),
            dateline("dateline_places", "text[]", d -> array(d.getPlaces())),
            dateline("dateline_country", "text", Dateline::getCountry),
            dateline("dateline_date", "date", Dateline::getDate),
            dateline("dateline_agency", "text", Dateline::getAgency),
            text("body", "text", a -> paragraphs(a.getBody())),
            text("credit", "text", Article::getCredit),
            text("media", "jsonb", a -> json(a.getMedia())),
            text("subjects", "jsonb", a -> json(a.getSubjects())),
            text("places", "jsonb", a -> json(a.getPlaces())),
            text("rights", "jsonb", a -> json(a.getRights())),
            text("ed_note", "text", Article::getEdNote),
            text("links", "jsonb", a -> json(a.getLinks())),
            ofArticle("first_created", "timestamptz", a -> string(a.getFirstCreated())),
            ofArticle("version_created", "timestamptz", a -> string(a.getVersionCreated())),
            ofArticle("utc_offset", "text", Article::getUtcOffset),
            ofArticle("received_at", "timestamptz", a -> string(a.getReceivedAt())),
            ofArticle("embargoed_until", "timestamptz", a -> string(a.getEmbargoedUntil())),
            ofArticle("embargoed_indefinitely", "boolean", a -> Boolean.toString(a.getEmbargoedIndefinitely())),
            ofArticle("expires", "timestamptz", a -> string(a.getExpires())),
            ofArticle("flags", "text[]", a -> array(a.getFlags())),
            ofArticle("content_hash", "text", Article::getContentHash),
            provenance("document_id", "text", Provenance::getDocumentId),
            provenance("document_uri", "text", Provenance::getUri),
            provenance("document_sha256", "text", Provenance::getSha256),
            provenance("document_position", "integer", p -> Integer.toString(p.getPosition())),
            provenance("format", "text", Provenance::getFormat),
            provenance("format_version", "text", Provenance::getFormatVersion),
            provenance("parser_version", "integer", p -> Integer.toString(p.getParserVersion())),
            provenance("dialect", "text", Provenance::getDialect),
            provenance("dialect_version", "integer", p -> Integer.toString(p.getDialectVersion())),
            ofArticle("version_order", "jsonb", a -> json(a.getOrder())),
            textOf("tags", "jsonb", e -> json(e.getTags())),
            textOf("about", "text[]", e -> codes(e.getTags(), tag -> tag.getScore() >= ABOUT)),
            textOf("mentions", "text[]", e -> codes(e.getTags(), tag -> tag.getScore() < ABOUT)),
            kept("rules_version", "integer", e -> Integer.toString(e.getRulesVersion())),
            kept("rules", "text", EnrichedArticle::getRules),
            kept("restrictions", "text[]", e -> array(e.getRestrictions())),
            kept("enriched_at", "timestamptz", e -> e.getEnrichedAt().toString())));

    private ArticleColumns() {}

    /**
     * The statement that {@link #bind} fills: writes each row unless the stored one has the same or a greater revision or
     * the article was erased, and returns the ids of those it wrote.
     */
    static String upsert(String schema) {
        return """
                INSERT INTO %1$s.article (%2$s)
                SELECT %3$s FROM (SELECT %4$s) AS batch
                WHERE NOT EXISTS (SELECT FROM %1$s.erased WHERE erased.article_id = batch.article_id)
                ON CONFLICT (article_id) DO UPDATE SET %5$s, stored_at = now()
                WHERE article.revision < excluded.revision
                RETURNING article_id""".formatted(
                        schema,
                        COLUMNS.names(),
                        COLUMNS.casts(),
                        COLUMNS.arrays(),
                        COLUMNS.list(column -> column.name() + " = excluded." + column.name()));
    }

    /** Fills {@link #upsert} with articles of different ids. */
    static void bind(PreparedStatement upsert, List<EnrichedArticle> batch) throws SQLException {
        COLUMNS.bind(upsert, batch);
    }

    private static boolean isKilled(EnrichedArticle enriched) {
        return enriched.getState() == ArticleState.KILLED;
    }

    private static Column<EnrichedArticle> kept(String name, String type, Function<EnrichedArticle, String> value) {
        return new Column<>(name, type, value);
    }

    private static Column<EnrichedArticle> ofArticle(String name, String type, Function<Article, String> value) {
        return kept(name, type, e -> value.apply(e.getArticle()));
    }

    private static Column<EnrichedArticle> provenance(String name, String type, Function<Provenance, String> value) {
        return kept(name, type, e -> value.apply(e.getArticle().getProvenance()));
    }

    private static Column<EnrichedArticle> textOf(String name, String type, Function<EnrichedArticle, String> value) {
        return kept(name, type, e -> isKilled(e) ? null : value.apply(e));
    }

    private static Column<EnrichedArticle> text(String name, String type, Function<Article, String> value) {
        return textOf(name, type, e -> value.apply(e.getArticle()));
    }

    private static Column<EnrichedArticle> dateline(String name, String type, Function<Dateline, String> value) {
        return text(name, type, a -> a.getDateline() == null ? null : value.apply(a.getDateline()));
    }

    private static String codes(List<Tag> tags, Predicate<Tag> which) {
        return array(tags.stream()
                .filter(which)
                .map(tag -> tag.getScheme() + ":" + tag.getCode())
                .toList());
    }
}
