package dev.dateline.ingest.syndication;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Says what a text is that is no feed. */
final class NotFeeds {
    private static final int HEAD = 4_096;
    private static final int LONGEST_TITLE = 80;
    private static final Pattern TITLE = Pattern.compile("<title[^>]*>([^<]{1,400})", Pattern.CASE_INSENSITIVE);
    private static final Pattern HTML =
            Pattern.compile("<(?:!doctype\\s+html|html|head|body|meta|script|div)\\b", Pattern.CASE_INSENSITIVE);

    private NotFeeds() {}

    static NotAFeedException describe(FeedElement root, String text) {
        return HTML.matcher(text.substring(0, Math.min(text.length(), HEAD))).find() && !text.startsWith("<?xml")
                ? describe(text)
                : new NotAFeedException("not a feed: XML with the root element <" + shortened(root.sent)
                        + ">; read are rss, rdf:RDF, feed, channel, urlset and sitemapindex");
    }

    static NotAFeedException describe(String text) {
        String head = text.substring(0, Math.min(text.length(), HEAD));
        String start = head.stripLeading();
        if (HTML.matcher(head).find()) {
            Matcher title = TITLE.matcher(head);
            return new NotAFeedException("not a feed but an HTML page"
                    + (title.find()
                            ? " (“"
                                    + shortened(Parser.unescapeEntities(title.group(1), false)
                                            .replaceAll("\\s+", " ")
                                            .strip())
                                    + "”)"
                            : "")
                    + "; look for rel=\"alternate\" in its head, or check the address");
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return new NotAFeedException("not a feed but JSON; JSON Feed is not read, ask for RSS or Atom");
        }
        return new NotAFeedException("not a feed: neither RSS, RDF, Atom, CDF nor a sitemap; check the address");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TITLE ? text : text.substring(0, LONGEST_TITLE) + "…";
    }
}
