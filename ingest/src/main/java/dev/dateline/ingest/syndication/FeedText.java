package dev.dateline.ingest.syndication;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * A text of a feed.
 *
 * @param value as sent, escaping of the XML undone, never blank
 * @param html whether it is HTML; plain text otherwise
 */
public record FeedText(String value, boolean html) {
    /** RSS does not say whether a text is HTML: a tag that HTML knows or an entity says so. */
    private static final Pattern MARKUP = Pattern.compile(
            "</?(?:a|abbr|acronym|address|applet|area|article|aside|audio|b|base|bdo|big|blink|blockquote|body|br|button|"
                    + "caption|center|cite|code|col|dd|del|details|dfn|dir|div|dl|dt|em|embed|fieldset|figcaption|figure|"
                    + "font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|"
                    + "li|link|main|map|mark|menu|meta|nav|noscript|object|ol|option|p|param|picture|pre|q|s|samp|script|"
                    + "section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|"
                    + "tfoot|th|thead|time|tr|tt|u|ul|var|video|wbr)(?:\\s[^<>]*)?/?>"
                    + "|<!--|&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31}\\d?);",
            Pattern.CASE_INSENSITIVE);
    /** What is embedded has no text; without its end, which XML writers leave out, it would hide all that follows. */
    private static final Pattern EMBEDDED = Pattern.compile(
            "</?(?:iframe|object|embed|applet|frame|frameset|noframes)(?:\\s[^<>]*)?/?>", Pattern.CASE_INSENSITIVE);

    /** Text that is known to be HTML. */
    static Optional<FeedText> ofHtml(String value) {
        return of(value == null ? null : EMBEDDED.matcher(value).replaceAll(" "), true);
    }

    /** Text of a format that does not say what it is. */
    static Optional<FeedText> guessed(String value) {
        return isMarkup(value) ? ofHtml(value) : of(value, false);
    }

    private static boolean isMarkup(String value) {
        return value != null && MARKUP.matcher(value).find();
    }

    private static Optional<FeedText> of(String value, boolean html) {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(new FeedText(value.strip(), html));
    }

    /** What an element of a feed holds, by its own word where it gives one (Atom's type and mode), else by its looks. */
    static Optional<FeedText> of(FeedElement element, boolean atom) {
        String text = element.text();
        if (text == null) {
            return Optional.empty();
        }
        String type = Optional.ofNullable(element.attribute("type")).orElse("").toLowerCase(Locale.ROOT);
        String mode = Optional.ofNullable(element.attribute("mode")).orElse("").toLowerCase(Locale.ROOT);
        if (element.hasChildren()) {
            // TypePad puts escaped HTML into a div
            boolean escaped = type.endsWith("html") && !type.contains("xhtml") && isMarkup(text);
            return ofHtml(escaped ? text : Markup.inside(element));
        }
        boolean binary =
                type.contains("/") && !type.startsWith("text/") && !type.contains("xml") && !type.contains("html");
        if (mode.equals("base64") || binary && mode.isEmpty()) {
            return Markup.decoded(text).flatMap(FeedText::guessed);
        }
        if (type.contains("html")) {
            return ofHtml(text);
        }
        return atom ? of(text, false) : guessed(text);
    }

    /** Words of it in one line, for comparison; null when there are none. */
    String plain() {
        String text = html ? Jsoup.parse(value).text() : value;
        String line = text.replaceAll("[\\s\\p{Z}]+", " ").strip();
        return line.isEmpty() ? null : line;
    }
}
