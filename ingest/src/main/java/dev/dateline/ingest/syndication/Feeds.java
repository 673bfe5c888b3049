package dev.dateline.ingest.syndication;

import dev.dateline.ingest.text.DecodedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads feeds and sitemaps: RSS 0.90 to 2.0, RDF (RSS 1.0), Atom 0.3 and 1.0, CDF, news sitemaps. Pure and safe for use
 * by many threads. Feeds that are not well-formed XML are read as far as possible.
 */
public final class Feeds {
    private Feeds() {}

    /**
     * A feed from its bytes. A byte order mark, valid UTF-8 and the declaration of the XML go before what the transport
     * says.
     *
     * @param declaredCharset character set that the transport declared, or null
     * @param uri as in {@link #read(String, String)}
     * @throws NotAFeedException as there
     */
    public static Feed read(byte[] bytes, String declaredCharset, String uri) throws NotAFeedException {
        return read(DecodedText.of(bytes, declaredCharset).text(), uri);
    }

    /**
     * A feed from its text.
     *
     * @param text decoded text
     * @param uri address of the feed, to resolve relative links; may be null
     * @throws NotAFeedException with a reason a person can act on (an HTML page, JSON, empty, …)
     */
    public static Feed read(String text, String uri) throws NotAFeedException {
        FeedTree tree = FeedTree.of(text, uri);
        ChannelHead head = ChannelHead.of(tree);
        EntryReader reader = new EntryReader(head);
        ItemDocuments documents = new ItemDocuments(tree);
        List<FeedItem> items = new ArrayList<>(tree.items().size());
        for (FeedElement item : tree.items()) {
            Entry entry = reader.read(item);
            items.add(new FeedItem(entry.id(), Fingerprint.of(entry), entry.link(), documents.of(item)));
        }
        return new Feed(
                tree.format(),
                tree.version(),
                head.title() == null ? null : head.title().plain(),
                PollHints.interval(tree.head()),
                PollHints.skipHours(tree.head()),
                items,
                tree.problems());
    }

    /**
     * What the items of a feed say.
     *
     * @param text decoded text
     * @param uri address of the feed, to resolve relative links; may be null
     * @throws NotAFeedException as in {@link #read(String, String)}
     */
    public static Channel channel(String text, String uri) throws NotAFeedException {
        FeedTree tree = FeedTree.of(text, uri);
        ChannelHead head = ChannelHead.of(tree);
        EntryReader reader = new EntryReader(head);
        return new Channel(
                tree.format(),
                tree.version(),
                head.title(),
                head.link(),
                head.language(),
                head.rights(),
                tree.items().stream().map(reader::read).toList(),
                tree.problems(),
                AttachedPage.of(tree));
    }

    /** Whether a text has the root of a feed or sitemap near its beginning, well formed or not. */
    public static boolean isFeed(String text) {
        return FeedSoup.rootIn(text) >= 0;
    }

    /** Whether an element with this local name, in any case, is the root of a feed or sitemap. */
    public static boolean isFeedRoot(String name) {
        return FeedTree.ROOTS.contains(name.toLowerCase(Locale.ROOT));
    }
}
