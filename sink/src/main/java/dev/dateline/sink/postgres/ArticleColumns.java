package dev.dateline.sink.postgres;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleJson;
import dev.dateline.model.ArticleState;
import dev.dateline.model.Dateline;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Provenance;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/**
 * The columns of table article and where their values come from.
 *
 * <p>Every value is sent as text without a declared type, and the server reads it as the type of its column: a null
 * then never changes the types of a statement, which would make the server prepare it anew.
 */
final class ArticleColumns {
    private static final String PARAGRAPH_BREAK = "\n\n";

    /** @param text true for what a killed article loses */
    private record Column(String name, boolean text, Function<EnrichedArticle, String> value) {}

    private static final List<Column> COLUMNS = List.of(
            kept("article_id", EnrichedArticle::getArticleId),
            kept("revision", e -> Long.toString(e.getRevision())),
            kept("state", e -> e.getState().name()),
            kept("publishable", e -> Boolean.toString(e.getPublishable() && !isKilled(e))),
            kept("reasons", e -> array(e.getReasons())),
            ofArticle("provider", Article::getProvider),
            ofArticle("source", Article::getSource),
            ofArticle("guid", Article::getGuid),
            ofArticle("version", Article::getVersion),
            ofArticle("pub_status", a -> a.getPubStatus().name()),
            ofArticle("signal", a -> a.getSignal().name()),
            ofArticle("signal_marker", Article::getSignalMarker),
            ofArticle("markers", a -> array(a.getMarkers())),
            text("change_note", Article::getChangeNote),
            ofArticle("urgency", a -> string(a.getUrgency())),
            ofArticle("genre", Article::getGenre),
            ofArticle("language", Article::getLanguage),
            text("headline", Article::getHeadline),
            text("headline_as_sent", Article::getHeadlineAsSent),
            text("standfirst", Article::getStandfirst),
            text("slugline", Article::getSlugline),
            text("bylines", a -> array(a.getBylines())),
            dateline("dateline_text", Dateline::getText),
            dateline("dateline_places", d -> array(d.getPlaces())),
            dateline("dateline_country", Dateline::getCountry),
            dateline("dateline_date", Dateline::getDate),
            dateline("dateline_agency", Dateline::getAgency),
            text("body", a -> a.getBody().isEmpty() ? null : String.join(PARAGRAPH_BREAK, a.getBody())),
            text("credit", Article::getCredit),
            text("media", a -> json(a.getMedia())),
            text("subjects", a -> json(a.getSubjects())),
            text("places", a -> json(a.getPlaces())),
            text("rights", a -> a.getRights() == null ? null : ArticleJson.write(a.getRights())),
            text("ed_note", Article::getEdNote),
            text("links", a -> json(a.getLinks())),
            ofArticle("first_created", a -> string(a.getFirstCreated())),
            ofArticle("version_created", a -> string(a.getVersionCreated())),
            ofArticle("utc_offset", Article::getUtcOffset),
            ofArticle("received_at", a -> string(a.getReceivedAt())),
            ofArticle("embargoed_until", a -> string(a.getEmbargoedUntil())),
            ofArticle("embargoed_indefinitely", a -> Boolean.toString(a.getEmbargoedIndefinitely())),
            ofArticle("expires", a -> string(a.getExpires())),
            ofArticle("flags", a -> array(a.getFlags())),
            ofArticle("content_hash", Article::getContentHash),
            provenance("document_id", Provenance::getDocumentId),
            provenance("document_uri", Provenance::getUri),
            provenance("document_sha256", Provenance::getSha256),
            provenance("document_position", p -> Integer.toString(p.getPosition())),
            provenance("format", Provenance::getFormat),
            provenance("format_version", Provenance::getFormatVersion),
            provenance("parser_version", p -> Integer.toString(p.getParserVersion())),
            provenance("dialect", Provenance::getDialect),
            provenance("dialect_version", p -> Integer.toString(p.getDialectVersion())),
            new Column("tags", true, e -> json(e.getTags())),
            kept("rules_version", e -> Integer.toString(e.getRulesVersion())),
            kept("enriched_at", e -> e.getEnrichedAt().toString()));

    private ArticleColumns() {}

    /** The statement that {@link #bind} fills: writes a row unless the stored one has the same or a greater revision. */
    static String upsert(String schema) {
        return "INSERT INTO %s.article (%s) VALUES (%s) ON CONFLICT (article_id) DO UPDATE SET %s, stored_at = now() WHERE article.revision < excluded.revision"
                .formatted(
                        schema,
                        COLUMNS.stream().map(Column::name).collect(Collectors.joining(", ")),
                        COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", ")),
                        COLUMNS.stream()
                                .map(column -> column.name + " = excluded." + column.name)
                                .collect(Collectors.joining(", ")));
    }

    static void bind(PreparedStatement upsert, EnrichedArticle enriched) throws SQLException {
        boolean killed = isKilled(enriched);
        int parameter = 1;
        for (Column column : COLUMNS) {
            String value = killed && column.text ? null : column.value.apply(enriched);
            if (value == null) {
                upsert.setNull(parameter++, Types.OTHER);
            } else {
                upsert.setObject(parameter++, value, Types.OTHER);
            }
        }
    }

    private static boolean isKilled(EnrichedArticle enriched) {
        return enriched.getState() == ArticleState.KILLED;
    }

    private static Column kept(String name, Function<EnrichedArticle, String> value) {
        return new Column(name, false, value);
    }

    private static Column ofArticle(String name, Function<Article, String> value) {
        return new Column(name, false, e -> value.apply(e.getArticle()));
    }

    private static Column provenance(String name, Function<Provenance, String> value) {
        return new Column(name, false, e -> value.apply(e.getArticle().getProvenance()));
    }

    private static Column text(String name, Function<Article, String> value) {
        return new Column(name, true, e -> value.apply(e.getArticle()));
    }

    private static Column dateline(String name, Function<Dateline, String> value) {
        return text(name, a -> a.getDateline() == null ? null : value.apply(a.getDateline()));
    }

    private static String string(Object value) {
        return value == null ? null : value.toString();
    }

    /** An array in PostgreSQL's own notation, elements always quoted; null when empty. */
    private static String array(List<String> elements) {
        if (elements.isEmpty()) {
            return null;
        }
        return elements.stream()
                .map(element -> '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String json(List<? extends SpecificRecord> records) {
        if (records.isEmpty()) {
            return null;
        }
        StringWriter out = new StringWriter();
        try (JsonGenerator json = ArticleJson.generator(out)) {
            json.writeStartArray();
            for (SpecificRecord record : records) {
                ArticleJson.write(record, json);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
