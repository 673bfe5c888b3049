package dev.dateline.ingest.syndication;

import dev.dateline.ingest.web.Links;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an item says, and what it has from its feed. */
final class EntryReader {
    private static final Set<String> NO_OTHER_ADDRESSES = Set.of(
            "alternate", "self", "enclosure", "license", "edit", "edit-media", "next", "hub", "replies", "thumbnail");

    private final ChannelHead channel;

    EntryReader(ChannelHead channel) {
        this.channel = channel;
    }

    Entry read(FeedElement item) {
        EntryTexts texts = new EntryTexts(item, channel.atom());
        FeedElement news = item.child("news:news").orElse(item);
        boolean deleted = item.name.equals("at:deleted-entry");
        FeedText title = texts.title();
        String link = link(item);
        String published = first(
                time(item, "pubdate", "published", "issued", "dcterms:issued", "created", "dcterms:created"),
                time(item, "prism:publicationdate", "dc:date"),
                time(news, "news:publication_date"));
        String updated = first(
                time(item, "updated", "modified", "dcterms:modified", "prism:modificationdate", "lastmod"),
                FeedTime.iso(item.attribute(deleted ? "when" : "lastmod")));
        return new Entry(
                deleted,
                Identity.of(item, link, title, published),
                link,
                title,
                texts.summary(),
                texts.content(),
                authors(item),
                published,
                updated,
                time(item, "expirationdate", "dcterms:valid"),
                first(texts.language(), channel.language()),
                Categories.of(item),
                new MediaReader(item).read(),
                related(item, link),
                Optional.ofNullable(Fields.rights(item, channel.atom())).orElse(channel.rights()),
                first(Fields.license(item), channel.license()),
                credit(item, news),
                Places.of(item));
    }

    private static String link(FeedElement item) {
        String link = Fields.link(item);
        if (link != null) {
            return link;
        }
        FeedElement guid = item.child("guid").orElse(null);
        boolean permanent = guid != null && !"false".equalsIgnoreCase(guid.attribute("ispermalink"));
        return permanent && guid.text() != null && Links.isWeb(guid.text()) ? guid.text() : null;
    }

    private List<String> authors(FeedElement item) {
        return Stream.of(
                        names(item, "dc:creator"),
                        names(item, "author"),
                        names(item, "dc:author"),
                        names(item, "itunes:author"),
                        item.child("source")
                                .map(source -> names(source, "author"))
                                .orElse(List.of()))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(channel.authors());
    }

    private static List<String> names(FeedElement item, String element) {
        return item.children(element).stream()
                .map(Persons::name)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static String time(FeedElement item, String... names) {
        return FeedTime.iso(Fields.line(item, names));
    }

    /** The publication that the item is from. */
    private String credit(FeedElement item, FeedElement news) {
        String source = item.child("source")
                .map(one -> one.hasChildren()
                        ? Fields.text(one, channel.atom(), "title")
                        : FeedText.guessed(one.text()).orElse(null))
                .map(FeedText::plain)
                .orElse(null);
        String named = first(
                source,
                Fields.line(item, "dc:publisher", "publisher", "dc:source"),
                news.child("news:publication")
                        .map(one -> Fields.line(one, "news:name"))
                        .orElse(null));
        return named == null || Links.isWeb(named) ? null : named;
    }

    private static List<Entry.Related> related(FeedElement item, String link) {
        return item.children("link").stream()
                .filter(one -> one.attribute("href") != null && one.attribute("rel") != null)
                .filter(one -> !NO_OTHER_ADDRESSES.contains(one.attribute("rel").toLowerCase(Locale.ROOT)))
                .map(one -> new Entry.Related(
                        one.attribute("rel"), Fields.address(one, one.attribute("href")), one.attribute("title")))
                .filter(one -> one.href() != null
                        && Links.isWeb(one.href())
                        && !one.href().equals(link))
                .toList();
    }

    private static String first(String... values) {
        return Stream.of(values).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
