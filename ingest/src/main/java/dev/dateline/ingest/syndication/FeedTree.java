package dev.dateline.ingest.syndication;

import dev.dateline.ingest.text.XmlCharacters;
import dev.dateline.ingest.text.XmlInput;
import dev.dateline.ingest.web.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * A feed as it was read: what it is, its head, and the elements of its items.
 *
 * @param format as in {@link Feed}
 * @param version as in {@link Feed}
 * @param root the outermost element
 * @param head the element that holds title and language of the feed; the root itself where it does
 * @param items complete ones alone
 * @param problems what could not be read
 */
record FeedTree(
        String format,
        String version,
        FeedElement root,
        FeedElement head,
        List<FeedElement> items,
        List<String> problems) {
    /** Most items that are read; a sitemap may have 50,000, a news sitemap 1,000. */
    static final int MAX_ITEMS = 50_000;

    /** Local names of what is read. */
    static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "entry", "channel", "urlset", "sitemapindex");

    private static final Set<String> ITEMS = Set.of("item", "entry", "at:deleted-entry");

    static FeedTree of(String text, String uri) throws NotAFeedException {
        if (text.isBlank()) {
            throw new NotAFeedException("empty: the feed has no text; check its address");
        }
        List<String> problems = new ArrayList<>();
        FeedElement root;
        try {
            root = FeedXml.read(text);
        } catch (XMLStreamException e) {
            root = FeedSoup.read(XmlCharacters.of(text), problems);
            if (root == null) {
                throw NotFeeds.describe(text);
            }
            problems.add(0, XmlInput.describe(e) + "; read as far as it goes");
        }
        if (uri != null && Links.isWeb(uri)) {
            String own = root.attribute("xml:base");
            root.set("xml", "base", own == null ? uri : Links.resolve(own, uri));
        }
        return of(root, text, problems);
    }

    private static FeedTree of(FeedElement root, String text, List<String> problems) throws NotAFeedException {
        String format = format(root).orElseThrow(() -> NotFeeds.describe(root, text));
        FeedElement head = format.equals("atom") || format.equals("cdf")
                ? root
                : root.child("channel").orElse(root);
        List<FeedElement> items = new ArrayList<>();
        if (root.name.equals("entry")) {
            items.add(root);
        } else {
            collect(root, names(format), items);
        }
        if (items.size() > MAX_ITEMS) {
            problems.add("more than " + MAX_ITEMS + " items; the rest is left out");
            items = items.subList(0, MAX_ITEMS);
        }
        List<FeedElement> complete =
                items.stream().filter(item -> item.complete).toList();
        if (complete.size() < items.size()) {
            problems.add(
                    (items.size() - complete.size()) + " of " + items.size() + " items have no end and are left out");
        }
        // where an end is missing nobody knows what belongs to the title and what comes behind it
        head.content.removeIf(part -> part instanceof FeedElement child && !child.complete);
        return new FeedTree(format, version(root, format), root, head, complete, problems);
    }

    private static Set<String> names(String format) {
        return switch (format) {
            case "sitemap" -> Set.of("url");
            case "sitemap-index" -> Set.of("sitemap");
            default -> ITEMS;
        };
    }

    private static Optional<String> format(FeedElement root) {
        return Optional.ofNullable(
                switch (root.name) {
                    case "rss" -> "rss";
                    case "rdf:rdf", "rdf" -> "rdf";
                    case "feed", "entry" -> "atom";
                    case "channel" -> isCdf(root) ? "cdf" : "rss";
                    case "urlset" -> "sitemap";
                    case "sitemapindex" -> "sitemap-index";
                    default -> null;
                });
    }

    /** Channel Definition Format has its addresses and dates in attributes, or in A. */
    private static boolean isCdf(FeedElement root) {
        return root.sent.equals("CHANNEL")
                || root.attribute("href") != null
                || root.attribute("lastmod") != null
                || root.children("item").stream().anyMatch(item -> item.attribute("href") != null);
    }

    private static String version(FeedElement root, String format) {
        String declared = root.attribute("version");
        String namespaces = root.attributes.values().toString().toLowerCase(Locale.ROOT);
        return switch (format) {
            case "atom" -> namespaces.contains("2005/atom") ? "1.0" : declared;
            case "rdf" ->
                namespaces.contains("rss/1.0")
                        ? "1.0"
                        : namespaces.contains("rdf/simple/0.9")
                                ? "0.90"
                                : namespaces.contains("rss1.1") ? "1.1" : declared;
            case "sitemap", "sitemap-index" -> namespaces.contains("/0.84") ? "0.84" : "0.9";
            default -> declared;
        };
    }

    /** Whether an element with this name is an item of a feed. */
    static boolean isItem(String name) {
        return ITEMS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Items stand in the root, in the channel, or in a channel within that. */
    private static void collect(FeedElement parent, Set<String> names, List<FeedElement> items) {
        for (FeedElement child : parent.children()) {
            if (names.contains(child.name)) {
                items.add(child);
            } else {
                collect(child, names, items);
            }
        }
    }
}
