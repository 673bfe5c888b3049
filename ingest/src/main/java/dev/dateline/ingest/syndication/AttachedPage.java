package dev.dateline.ingest.syndication;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The page that an item leads to, kept in the item's own document, so that one document makes one article with the item's
 * identity and the page's text: {@code <dateline:page href="…" type="…" charset="…">} in base 64, last in the root.
 *
 * @param href address that answered
 * @param contentType as declared, or null
 * @param charset as declared, or null
 * @param bytes as received, expanded
 */
public record AttachedPage(String href, String contentType, String charset, byte[] bytes) {
    static final String NAMESPACE = "urn:dateline:page:1";
    private static final String ELEMENT = "dateline:page";

    /** An item's document with this page. */
    public byte[] attachTo(byte[] document) {
        String feed = new String(document, StandardCharsets.UTF_8);
        int end = feed.lastIndexOf("</");
        StringBuilder out = new StringBuilder(feed.length() + bytes.length / 3 * 4 + 200).append(feed, 0, end);
        out.append('<')
                .append(ELEMENT)
                .append(" xmlns:dateline=\"")
                .append(NAMESPACE)
                .append('"');
        attribute(out, "href", href);
        attribute(out, "type", contentType);
        attribute(out, "charset", charset);
        out.append('>').append(Base64.getEncoder().encodeToString(bytes));
        out.append("</").append(ELEMENT).append(">\n").append(feed, end, feed.length());
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void attribute(StringBuilder out, String name, String value) {
        if (value != null) {
            String escaped = value.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace("\"", "&quot;")
                    .replaceAll("\\p{Cntrl}", " ");
            out.append(' ').append(name).append("=\"").append(escaped).append('"');
        }
    }

    /** The page in a feed that holds one item and its page; null in any other. */
    static AttachedPage of(FeedTree feed) {
        FeedElement element =
                feed.items().size() == 1 ? feed.root().child(ELEMENT).orElse(null) : null;
        if (element == null || element.text() == null || element.attribute("href") == null) {
            return null;
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(element.text());
            return new AttachedPage(
                    element.attribute("href"), element.attribute("type"), element.attribute("charset"), bytes);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
