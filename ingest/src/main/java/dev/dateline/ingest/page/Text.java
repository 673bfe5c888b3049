package dev.dateline.ingest.page;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Text as a browser shows it: one kind of space, no invisible characters. */
final class Text {
    private Text() {}

    /** One line without leading or trailing space; "" for null. */
    static String clean(CharSequence text) {
        if (text == null) {
            return "";
        }
        StringBuilder out = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                space = !out.isEmpty();
            } else if (!isInvisible(c)) {
                if (space) {
                    out.append(' ');
                    space = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }

    /** The text of an element up to a length, with spaces where blocks meet; "" when there is none. */
    static String of(Element element, int longest) {
        StringBuilder out = new StringBuilder();
        NodeTraversor.filter(
                (node, depth) -> {
                    if (node instanceof TextNode text) {
                        out.append(text.getWholeText());
                    } else if (node instanceof Element inner
                            && (inner.isBlock() || inner.normalName().equals("br"))) {
                        out.append(' ');
                    }
                    return out.length() > longest ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE;
                },
                element);
        return clean(out.length() > longest ? out.substring(0, longest) : out);
    }

    /** Like {@link #clean}, but null for what holds no text. */
    static String orNull(CharSequence text) {
        String clean = clean(text);
        return clean.isEmpty() ? null : clean;
    }

    static boolean isSpace(char c) {
        return c <= ' ' || (c >= 0x7f && (c <= 0xa0 || (c >= 0x1680 && Character.isSpaceChar(c))));
    }

    private static boolean isInvisible(char c) {
        return c >= 0xad
                && (c == 0xad
                        || c == 0x200b
                        || c == 0x200c
                        || c == 0x200d
                        || c == 0x2060
                        || c >= 0xfffe
                        || c == 0xfeff);
    }

    /** The first text that is not blank, cleaned; null when there is none. */
    static String first(String... texts) {
        for (String text : texts) {
            if (text != null && !text.isBlank()) {
                return clean(text);
            }
        }
        return null;
    }
}
