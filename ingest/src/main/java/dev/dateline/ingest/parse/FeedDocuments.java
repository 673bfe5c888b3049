package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.ingest.syndication.AttachedPage;
import dev.dateline.ingest.syndication.Channel;
import dev.dateline.ingest.syndication.Entry;
import dev.dateline.ingest.syndication.Feeds;
import dev.dateline.ingest.syndication.NotAFeedException;
import dev.dateline.ingest.text.DecodedText;
import dev.dateline.model.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Feeds and news sitemaps: each item is an article or a rejection, and so is what could not be read of the feed. */
final class FeedDocuments {
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://.+");

    private FeedDocuments() {}

    /** @param decoded text in which {@link Feeds#isFeed} finds the root of a feed */
    static List<Parsed> parse(Document document, DecodedText decoded, Dialects dialects) {
        Channel channel;
        try {
            String uri = WEB_ADDRESS.matcher(document.uri()).matches() ? document.uri() : null;
            channel = Feeds.channel(decoded.text(), uri);
        } catch (NotAFeedException e) {
            return List.of(new Parsed.Rejected("unknown", 0, e.getMessage()));
        }
        List<Parsed> parsed = new ArrayList<>();
        String none = withoutArticles(channel);
        if (none != null) {
            parsed.add(new Parsed.Rejected(channel.format(), 0, none));
        } else {
            read(channel, document, decoded.guessed(), dialects, parsed);
        }
        for (String problem : channel.problems()) {
            parsed.add(new Parsed.Rejected(channel.format(), parsed.size(), problem));
        }
        return parsed;
    }

    private static void read(
            Channel channel, Document document, boolean guessed, Dialects dialects, List<Parsed> parsed) {
        for (Entry entry : channel.entries()) {
            if (parsed.size() == Parsers.MAX_ITEMS) {
                parsed.add(Parsed.Rejected.tooMany(channel.format()));
                return;
            }
            Draft draft = new FeedEntry(channel, entry, parsed.size(), document.provider(), dialects).draft();
            if (channel.page() != null) {
                addPage(channel.page(), draft, dialects);
            }
            if (guessed) {
                draft.flags.add("charset-guessed");
            }
            parsed.add(Articles.of(document, draft));
        }
    }

    private static void addPage(AttachedPage page, Draft draft, Dialects dialects) {
        HtmlPage.draft(page, draft.dialect, dialects.general())
                .ifPresentOrElse(found -> FullText.add(draft, found), () -> draft.flags.add("page-without-text"));
    }

    /** Why nothing in a feed can be an article, or null. */
    private static String withoutArticles(Channel channel) {
        int items = channel.entries().size();
        return switch (channel.format()) {
            case "sitemap-index" ->
                "a list of " + items + " sitemaps is not an article; its addresses lead to sitemaps with news:title";
            case "sitemap" ->
                channel.entries().stream().anyMatch(entry -> entry.title() != null)
                        ? null
                        : "a sitemap of " + items + " addresses without news:title is not an article";
            default -> items > 0 ? null : "an " + name(channel.format()) + " feed without items";
        };
    }

    private static String name(String format) {
        return format.equals("atom") ? "Atom" : format.toUpperCase(Locale.ROOT);
    }
}
