package dev.dateline.ingest.syndication;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Writes what was read as markup again. */
final class Markup {
    private Markup() {}

    /** The content of an element as HTML: prefixes are dropped, because XHTML in a feed often has one. */
    static String inside(FeedElement element) {
        StringBuilder out = new StringBuilder();
        html(element, out);
        return out.toString();
    }

    private static void html(FeedElement element, StringBuilder out) {
        for (Object part : element.content) {
            if (part instanceof FeedElement child) {
                String local = child.name.substring(child.name.indexOf(':') + 1);
                out.append('<').append(local);
                child.attributes.forEach((name, value) -> {
                    if (!name.startsWith("xml")) {
                        attribute(name, value, out);
                    }
                });
                out.append('>');
                if (!local.equals("br") && !local.equals("img") && !local.equals("hr")) {
                    html(child, out);
                    out.append("</").append(local).append('>');
                }
            } else {
                text((String) part, out);
            }
        }
    }

    /** The opening tag as sent, with all that it declares. */
    static void open(FeedElement element, Map<String, String> more, StringBuilder out) {
        out.append('<').append(element.sent);
        element.attributes.forEach((name, value) -> attribute(name, value, out));
        more.forEach((name, value) -> attribute(name, value, out));
        out.append('>');
    }

    static void close(FeedElement element, StringBuilder out) {
        out.append("</").append(element.sent).append('>');
    }

    /** The element as sent and all in it. */
    static void xml(FeedElement element, StringBuilder out) {
        xml(element, Map.of(), out);
    }

    /** @param more attributes to add to the opening tag */
    static void xml(FeedElement element, Map<String, String> more, StringBuilder out) {
        open(element, more, out);
        for (Object part : element.content) {
            if (part instanceof FeedElement child) {
                xml(child, out);
            } else {
                text((String) part, out);
            }
        }
        close(element, out);
    }

    static void attribute(String name, String value, StringBuilder out) {
        out.append(' ').append(name).append("=\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("&quot;");
                case '\n' -> out.append("&#10;");
                case '\t' -> out.append("&#9;");
                default -> character(c, out);
            }
        }
        out.append('"');
    }

    static void text(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i), out);
        }
    }

    private static void character(char c, StringBuilder out) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '\r' -> out.append("&#13;"); // a reader of XML would make it a line break
            default -> out.append(c);
        }
    }

    /** Text that was sent in base64 (Atom 0.3 and binary types), if it is any. */
    static Optional<String> decoded(String base64) {
        try {
            String text = new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
            return text.indexOf('\0') >= 0 || text.indexOf('\ufffd') >= 0 ? Optional.empty() : Optional.of(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
