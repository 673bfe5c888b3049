package dev.dateline.ingest.syndication;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an item says. */
final class EntryReader {
    private static final Set<String> NO_OTHER_ADDRESSES = Set.of(
            "alternate", "self", "enclosure", "license", "edit", "edit-media", "next", "hub", "replies", "thumbnail");

    private final ChannelReader channel;

    EntryReader(ChannelReader channel) {
        this.channel = channel;
    }

    Entry read(FeedElement item) {
        boolean deleted = item.name.equals("at:deleted-entry");
        String link = link(item);
        FeedText title = text(item, "title", "dc:title", "news:title", "media:title", "itunes:title");
        if (title == null) {
            title = item.child("media:group")
                    .map(group -> text(group, "media:title"))
                    .orElse(null);
        }
        if (title == null) {
            title = item.child("news:news")
                    .map(news -> text(news, "news:title"))
                    .orElse(null);
        }
        FeedElement news = item.child("news:news").orElse(item);
        String published = time(
                item,
                "pubdate",
                "published",
                "issued",
                "dcterms:issued",
                "created",
                "dcterms:created",
                "prism:publicationdate",
                "dc:date");
        String updated = time(item, "updated", "modified", "dcterms:modified", "prism:modificationdate", "lastmod");
        if (published == null) {
            published = time(news, "news:publication_date");
        }
        return new Entry(
                deleted,
                Identity.of(item, link, title, published),
                link,
                title,
                summary(item),
                content(item),
                authors(item),
                published,
                updated == null ? FeedTime.iso(item.attribute(deleted ? "when" : "lastmod")) : updated,
                time(item, "expirationdate", "dcterms:valid"),
                language(item, news),
                Categories.of(item),
                new MediaReader(item).read(),
                related(item, link),
                rights(item),
                Optional.ofNullable(Fields.license(item)).orElseGet(channel::license),
                credit(item, news),
                Places.of(item));
    }

    private String link(FeedElement item) {
        String link = Fields.link(item);
        if (link != null) {
            return link;
        }
        FeedElement guid = item.child("guid").orElse(null);
        boolean permanent = guid != null && !"false".equalsIgnoreCase(guid.attribute("ispermalink"));
        return permanent && guid.text() != null && Links.isWeb(guid.text()) ? guid.text() : null;
    }

    private FeedText text(FeedElement item, String... names) {
        return Fields.text(item, channel.isAtom(), names);
    }

    private FeedText summary(FeedElement item) {
        FeedText summary = text(
                item,
                "summary",
                "description",
                "abstract",
                "dc:description",
                "dcterms:abstract",
                "media:description",
                "itunes:summary",
                "itunes:subtitle");
        return summary != null
                ? summary
                : item.child("media:group")
                        .map(group -> text(group, "media:description"))
                        .orElse(null);
    }

    /** Of several contents the one that is HTML, else the longest. */
    private FeedText content(FeedElement item) {
        List<FeedText> contents = Stream.of(
                        contents(item, "content"),
                        contents(item, "content:encoded"),
                        contents(item, "fullitem"),
                        contents(item, "xhtml:body"),
                        contents(item, "xhtml:div"),
                        contents(item, "body"))
                .flatMap(found -> found)
                .toList();
        FeedText best = null;
        for (FeedText one : contents) {
            boolean better = best == null
                    || (one.html() == best.html()
                            ? one.value().length() > best.value().length()
                            : one.html());
            best = better ? one : best;
        }
        return best;
    }

    private Stream<FeedText> contents(FeedElement item, String name) {
        boolean atom = channel.isAtom() || name.equals("content");
        return item.children(name).stream()
                .filter(one -> one.attribute("src") == null)
                .map(one -> name.equals("content:encoded") && !one.hasChildren()
                        ? FeedText.ofHtml(one.text())
                        : FeedText.of(one, atom))
                .flatMap(Optional::stream);
    }

    private List<String> authors(FeedElement item) {
        List<String> creators = names(item, "dc:creator");
        List<String> authors = creators.isEmpty() ? names(item, "author") : creators;
        if (authors.isEmpty()) {
            authors = names(item, "dc:author");
        }
        if (authors.isEmpty()) {
            authors = names(item, "itunes:author");
        }
        if (authors.isEmpty()) {
            authors =
                    item.child("source").map(source -> names(source, "author")).orElse(List.of());
        }
        return authors.isEmpty() ? channel.authors() : authors;
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

    private String language(FeedElement item, FeedElement news) {
        String own = Fields.line(item, "dc:language", "language");
        if (own == null) {
            own = news.child("news:publication")
                    .map(one -> Fields.line(one, "news:language"))
                    .orElse(null);
        }
        return Stream.of(own, languageOfText(item), item.attribute("xml:lang"), channel.language())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The language of the longest text says more than that of the envelope. */
    private static String languageOfText(FeedElement item) {
        return Stream.of("content", "xhtml:body", "xhtml:div", "content:encoded", "summary", "description", "title")
                .flatMap(name -> item.children(name).stream())
                .map(text -> text.attribute("xml:lang"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private FeedText rights(FeedElement item) {
        FeedText own = text(item, "rights", "copyright", "dc:rights", "media:copyright", "dcterms:rights");
        return own == null ? channel.rights() : own;
    }

    private String credit(FeedElement item, FeedElement news) {
        FeedText source = item.child("source")
                .map(one -> one.hasChildren()
                        ? text(one, "title")
                        : FeedText.guessed(one.text()).orElse(null))
                .orElse(null);
        String named = source == null ? Fields.line(item, "dc:publisher", "publisher", "dc:source") : source.plain();
        if (named == null) {
            named = news.child("news:publication")
                    .map(one -> Fields.line(one, "news:name"))
                    .orElse(null);
        }
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
}
