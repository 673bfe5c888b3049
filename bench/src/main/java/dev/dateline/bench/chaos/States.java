package dev.dateline.bench.chaos;

import dev.dateline.model.Article;
import dev.dateline.model.EnrichedArticle;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the state of an article from a record or a row. */
final class States {
    /** Enough of the body to hold its mark. */
    static final String COLUMNS = "article_id, version, headline, left(body, 500) AS body";

    private static final Pattern MARK = Pattern.compile("mark\\d+v\\d+x");
    private static final String ID_PREFIX = Version.articleId(0).replaceFirst("0$", "");

    private States() {}

    /** The number of an article; -1 for an id that is none of ours. */
    static int article(String articleId) {
        String number = articleId.startsWith(ID_PREFIX) ? articleId.substring(ID_PREFIX.length()) : "";
        return number.matches("\\d{1,9}") ? Integer.parseInt(number) : -1;
    }

    static State of(EnrichedArticle enriched) {
        Article article = enriched.getArticle();
        String body = article.getBody().isEmpty() ? null : article.getBody().get(0);
        return new State(
                enriched.getState().name(),
                enriched.getPublishable(),
                version(article.getVersion()),
                text(article.getHeadline(), body));
    }

    /** A row of the table, of {@link #COLUMNS}, state and publishable. */
    static State ofTable(ResultSet row) throws SQLException {
        return new State(
                row.getString("state"), row.getBoolean("publishable"), version(row.getString("version")), text(row));
    }

    /** A row of the public view, of {@link #COLUMNS}: what it shows is public. */
    static State ofView(ResultSet row) throws SQLException {
        return new State("CURRENT", true, version(row.getString("version")), text(row));
    }

    private static String text(ResultSet row) throws SQLException {
        return text(row.getString("headline"), row.getString("body"));
    }

    private static int version(String version) {
        return version == null ? 0 : Integer.parseInt(version);
    }

    private static String text(String headline, String body) {
        if (headline == null && body == null) {
            return "";
        }
        String mark = mark(headline);
        return mark != null && Objects.equals(mark, mark(body)) ? mark : State.UNMARKED;
    }

    private static String mark(String text) {
        Matcher mark = MARK.matcher(text == null ? "" : text);
        return mark.find() ? mark.group() : null;
    }
}
