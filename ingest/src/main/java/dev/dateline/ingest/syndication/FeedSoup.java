package dev.dateline.ingest.syndication;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * The second reading, of a feed that is not well formed: what stands before the root is left out, tags without an end are
 * closed, prefixes without a declaration have their usual meaning.
 */
final class FeedSoup {
    /** Roots of what is read here, as they stand in a text. */
    private static final Pattern ROOT =
            Pattern.compile("<(?:[\\w.-]+:)?(?:rss|rdf|feed|channel|urlset|sitemapindex)[\\s>]", Pattern.CASE_INSENSITIVE);

    private static final int ROOT_WITHIN = 16_384;
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_.-]*");

    private int elements;

    private FeedSoup() {}

    /** Where the root of a feed begins, or -1. */
    static int rootIn(String text) {
        Matcher root = ROOT.matcher(text).region(0, Math.min(text.length(), ROOT_WITHIN));
        return root.find() ? root.start() : -1;
    }

    /** The tree, or null when there is no root of a feed in the text. */
    static FeedElement read(String text) {
        int start = rootIn(text);
        if (start < 0) {
            return null;
        }
        Parser parser = Parser.xmlParser().setTrackPosition(true);
        List<Element> roots = Jsoup.parse(text.substring(start), "", parser).children();
        return roots.isEmpty() ? null : new FeedSoup().element(roots.get(0), null, 0);
    }

    private FeedElement element(Element source, FeedElement parent, int depth) {
        String[] name = split(source.tagName());
        FeedElement element = new FeedElement(name[0], name[1], uri(source, name[0]), parent);
        element.complete = !source.endSourceRange().isImplicit() && source.endSourceRange().isTracked();
        for (Attribute attribute : source.attributes()) {
            String[] key = split(attribute.getKey());
            if (key[0].equals("xmlns") || key[1].equals("xmlns") && key[0].isEmpty()) {
                element.declare(key[0].isEmpty() ? "" : key[1], attribute.getValue());
            } else if (NAME.matcher(key[1]).matches()) {
                element.set(key[0], key[1], attribute.getValue());
            }
        }
        for (Node child : source.childNodes()) {
            if (child instanceof TextNode text) {
                element.add(text.getWholeText());
            } else if (child instanceof Element inner) {
                // beyond the limits structure is lost, text is not
                if (depth < FeedXml.MAX_DEPTH && elements++ < FeedXml.MAX_ELEMENTS && isName(inner.tagName())) {
                    element.content.add(element(inner, element, depth + 1));
                } else {
                    element.add(inner.text());
                }
            }
        }
        return element;
    }

    /** Address that the nearest element around declares for a prefix, or "". */
    private static String uri(Element source, String prefix) {
        String declaration = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
        for (Element one = source; one != null; one = one.parent()) {
            if (one.hasAttr(declaration)) {
                return one.attr(declaration);
            }
        }
        return "";
    }

    private static boolean isName(String tag) {
        String[] name = split(tag);
        return NAME.matcher(name[1]).matches() && (name[0].isEmpty() || NAME.matcher(name[0]).matches());
    }

    private static String[] split(String name) {
        int colon = name.indexOf(':');
        return colon <= 0
                ? new String[] {"", name.substring(colon + 1)}
                : new String[] {name.substring(0, colon), name.substring(colon + 1)};
    }
}
