package dev.dateline.sink.postgres;

import dev.dateline.model.Article;
import dev.dateline.sink.postgres.Columns.Column;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.Schema;

/** The columns of table article_version and where their values come from. */
final class VersionColumns {
    private static final String KEY = "article_id, document_id, document_position, parser_version";

    /** What a version loses when its article is killed. */
    private static final List<String> TEXTS = List.of("headline", "standfirst", "body", "rest");

    /** Fields of an article that have a column of their own. */
    private static final Set<String> WITH_COLUMN = Set.of(
            "articleId",
            "version",
            "order",
            "pubStatus",
            "signal",
            "signalMarker",
            "headline",
            "standfirst",
            "body",
            "versionCreated",
            "receivedAt");

    private static final Columns<Article> COLUMNS = new Columns<>(List.of(
            of("article_id", "text", Article::getArticleId),
            of("document_id", "text", a -> a.getProvenance().getDocumentId()),
            of(
                    "document_position",
                    "integer",
                    a -> Integer.toString(a.getProvenance().getPosition())),
            of(
                    "parser_version",
                    "integer",
                    a -> Integer.toString(a.getProvenance().getParserVersion())),
            of("version", "text", Article::getVersion),
            of("order_number", "bigint", a -> Long.toString(a.getOrder().getNumber())),
            of("order_time", "bigint", a -> Long.toString(a.getOrder().getTime())),
            of("order_sent", "bigint", a -> Long.toString(a.getOrder().getSent())),
            of("order_parser", "integer", a -> Integer.toString(a.getOrder().getParser())),
            of("pub_status", "text", a -> a.getPubStatus().name()),
            of("signal", "text", a -> a.getSignal().name()),
            of("signal_marker", "text", Article::getSignalMarker),
            of("headline", "text", Article::getHeadline),
            of("standfirst", "text", Article::getStandfirst),
            of("body", "text", a -> Columns.paragraphs(a.getBody())),
            of(
                    "version_created",
                    "timestamptz",
                    a -> Storable.fits(a.getVersionCreated()) ? Columns.string(a.getVersionCreated()) : null),
            of("received_at", "timestamptz", a -> a.getReceivedAt().toString()),
            of("rest", "jsonb", a -> Columns.json(rest(a)))));

    private VersionColumns() {}

    /**
     * The statement that {@link #bind} fills: writes each version that is not there, without text when its article is
     * killed and not at all when it was erased; and gives a version its text back that was reinstated and comes again.
     */
    static String insert(String schema) {
        return """
                INSERT INTO %1$s.article_version AS stored (%2$s)
                SELECT %3$s FROM (SELECT %4$s) AS batch
                LEFT JOIN %1$s.article AS kill ON kill.article_id = batch.article_id AND kill.state = 'KILLED'
                WHERE NOT EXISTS (SELECT FROM %1$s.erased WHERE erased.article_id = batch.article_id)
                ON CONFLICT (%5$s) DO UPDATE SET %6$s
                WHERE stored.rest IS NULL AND excluded.rest IS NOT NULL""".formatted(
                schema,
                COLUMNS.names(),
                COLUMNS.list(column -> TEXTS.contains(column.name())
                        ? "CASE WHEN kill.article_id IS NULL THEN batch.%s END".formatted(column.cast())
                        : "batch." + column.cast()),
                COLUMNS.arrays(),
                KEY,
                String.join(
                        ", ",
                        TEXTS.stream().map(text -> text + " = excluded." + text).toList()));
    }

    /** The statement that takes the texts of killed articles among those whose ids are its parameter. */
    static String takeTexts(String schema) {
        return """
                UPDATE %1$s.article_version AS version SET %2$s
                FROM %1$s.article AS kill
                WHERE kill.article_id = ANY (?) AND kill.state = 'KILLED' AND version.article_id = kill.article_id
                    AND version.rest IS NOT NULL""".formatted(
                schema,
                String.join(", ", TEXTS.stream().map(text -> text + " = NULL").toList()));
    }

    /** Fills {@link #insert} with versions of different keys. */
    static void bind(PreparedStatement insert, List<Article> batch) throws SQLException {
        COLUMNS.bind(insert, batch);
    }

    /** What the version's row is known by, in one order for all writers. */
    static String key(Article version) {
        return version.getArticleId()
                + '\0'
                + version.getProvenance().getDocumentId()
                + '\0'
                + version.getProvenance().getPosition()
                + '\0'
                + version.getProvenance().getParserVersion();
    }

    private static Article rest(Article article) {
        Article rest = new Article();
        for (Schema.Field field : article.getSchema().getFields()) {
            if (!WITH_COLUMN.contains(field.name())) {
                rest.put(field.pos(), article.get(field.pos()));
            }
        }
        return rest;
    }

    private static Column<Article> of(String name, String type, Function<Article, String> value) {
        return new Column<>(name, type, value);
    }
}
