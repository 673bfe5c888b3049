package dev.dateline.ingest.parse;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** HTML fragments of ninjs and of NewsML-G2 inline data, as forgiving as a browser. */
final class Html {
    private static final int MAX_DEPTH = 300;

    private static final Pattern TAG = Pattern.compile(
            "<(?:p|br|div|html|body|section|article|h[1-6]|ul|ol|table|span|em|strong|a|b|i|blockquote|pre)\\b[^<>]*>",
            Pattern.CASE_INSENSITIVE);

    private Html() {}

    static XmlElement parse(String html) {
        return element(Jsoup.parse(html).body(), 0);
    }

    /** Whether text is meant as markup: it has at least one tag that HTML knows. */
    static boolean isMarkup(String text) {
        return text.indexOf('<') >= 0 && TAG.matcher(text).find();
    }

    private static XmlElement element(Element source, int depth) {
        XmlElement element = new XmlElement(source.normalName(), "", source.attributesSize());
        for (Attribute attribute : source.attributes()) {
            element.set(attribute.getKey(), attribute.getValue());
        }
        for (Node child : source.childNodes()) {
            if (child instanceof TextNode text) {
                element.add(text.getWholeText());
            } else if (child instanceof Element inner) {
                // beyond the limit structure is lost, text is not
                if (depth < MAX_DEPTH) {
                    element.add(element(inner, depth + 1));
                } else {
                    element.add(inner.text());
                }
            }
        }
        return element;
    }
}
