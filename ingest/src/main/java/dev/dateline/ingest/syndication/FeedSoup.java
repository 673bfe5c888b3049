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
    private static final Pattern ROOT = Pattern.compile(
            "<(?:[\\w.-]+:)?(?:rss|rdf|feed|channel|urlset|sitemapindex)[\\s>]", Pattern.CASE_INSENSITIVE);

    private static final int ROOT_WITHIN = 16_384;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    /** Deepest nesting of what is not closed. */
    private static final int MAX_LEVEL = 1_500;

    private int elements;
    private boolean flattened;

    private FeedSoup() {}

    /** Where the root of a feed begins, or -1. */
    static int rootIn(String text) {
        Matcher root = ROOT.matcher(text).region(0, Math.min(text.length(), ROOT_WITHIN));
        return root.find() ? root.start() : -1;
    }

    /**
     * The tree, or null when there is no root of a feed in the text.
     *
     * @param problems where to add what is not read
     */
    static FeedElement read(String text, List<String> problems) {
        int start = rootIn(text);
        if (start < 0) {
            return null;
        }
        Parser parser = Parser.xmlParser().setTrackPosition(true);
        List<Element> roots = Jsoup.parse(text.substring(start), "", parser).children();
        if (roots.isEmpty()) {
            return null;
        }
        FeedSoup soup = new FeedSoup();
        FeedElement root = soup.element(roots.get(0), null);
        soup.fill(root, roots.get(0), 0, 0);
        if (soup.flattened) {
            problems.add(
                    "the feed has more elements than are read, or more that have no end; the rest is read as text");
        }
        return root;
    }

    private FeedElement element(Element source, FeedElement parent) {
        String[] name = split(source.tagName());
        FeedElement element = new FeedElement(name[0], name[1], uri(source, name[0]), parent);
        element.complete =
                source.endSourceRange().isTracked() && !source.endSourceRange().isImplicit();
        for (Attribute attribute : source.attributes()) {
            String[] key = split(attribute.getKey());
            if (key[0].equals("xmlns") || key[1].equals("xmlns") && key[0].isEmpty()) {
                declare(element, key[0].isEmpty() ? "" : key[1], attribute.getValue());
            } else if (isName(attribute.getKey())) {
                element.set(key[0], key[1], attribute.getValue());
            }
        }
        if (parent != null) {
            parent.content.add(element);
        }
        return element;
    }

    /** @param level how deep the source is, which is more than the depth where ends are missing */
    private void fill(FeedElement element, Element source, int depth, int level) {
        for (Node child : source.childNodes()) {
            if (child instanceof TextNode text) {
                element.add(text.getWholeText());
            } else if (child instanceof Element inner) {
                FeedElement open = FeedTree.isItem(inner.tagName()) ? element.item() : null;
                if (level >= MAX_LEVEL || !isName(inner.tagName()) || ++elements > FeedXml.MAX_ELEMENTS) {
                    flattened |= isName(inner.tagName());
                    element.add(inner.text()); // beyond the limits structure is lost, text is not
                } else if (open != null && open.parent != null) {
                    // the item before has no end: it ends where this one begins
                    open.complete = true;
                    fill(element(inner, open.parent), inner, 2, level + 1);
                } else if (depth < FeedXml.MAX_DEPTH) {
                    fill(element(inner, element), inner, depth + 1, level + 1);
                } else {
                    flattened = true;
                    element.add(inner.text());
                }
            }
        }
    }

    private static void declare(FeedElement element, String prefix, String uri) {
        if (prefix.isEmpty() || NAME.matcher(prefix).matches() && !uri.isBlank()) {
            element.declare(prefix, uri);
        }
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
        return NAME.matcher(name[1]).matches()
                && (name[0].isEmpty() || NAME.matcher(name[0]).matches());
    }

    private static String[] split(String name) {
        int colon = name.indexOf(':');
        return colon <= 0
                ? new String[] {"", name.substring(colon + 1)}
                : new String[] {name.substring(0, colon), name.substring(colon + 1)};
    }
}
