package dev.dateline.ingest.parse;

import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Text as a reader sees it: one kind of space, no invisible characters, entities resolved. */
final class PlainText {
    private static final Pattern SPACES =
            Pattern.compile("[\\s\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\p{Cc}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200b\\u2060\\ufeff\\u00ad\\ufffe\\uffff]");
    /** An entity that is still there after parsing was escaped twice: "o&amp;#39;clock". */
    private static final Pattern LEFT_OVER =
            Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|quot|apos|lt|gt|nbsp|[a-zA-Z]{2,8});");

    private PlainText() {}

    /** One line without leading or trailing space. */
    static String clean(String text) {
        String resolved =
                text.indexOf('&') >= 0 && LEFT_OVER.matcher(text).find() ? Parser.unescapeEntities(text, false) : text;
        return SPACES.matcher(INVISIBLE.matcher(resolved).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** Like {@link #clean}, but null for what holds no text. */
    static String orNull(String text) {
        if (text == null) {
            return null;
        }
        String clean = clean(text);
        return clean.isEmpty() ? null : clean;
    }
}
