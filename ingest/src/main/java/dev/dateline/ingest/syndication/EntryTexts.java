package dev.dateline.ingest.syndication;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The texts of an item: which of the elements that formats and extensions have for them counts. */
final class EntryTexts {
    private final FeedElement item;
    private final FeedElement group;
    private final FeedElement news;
    private final boolean atom;

    /** @param atom whether the format says of each text what it is */
    EntryTexts(FeedElement item, boolean atom) {
        this.item = item;
        this.group = item.child("media:group").orElse(item);
        this.news = item.child("news:news").orElse(item);
        this.atom = atom;
    }

    /** The headline, or null. */
    FeedText title() {
        return first(
                text(item, "title", "dc:title"),
                text(news, "news:title"),
                text(item, "media:title", "itunes:title"),
                text(group, "media:title"));
    }

    /** The summary, or null; YouTube's description stands in a group. */
    FeedText summary() {
        return first(
                text(item, "summary", "description", "abstract", "dc:description", "dcterms:abstract"),
                text(item, "media:description", "itunes:summary", "itunes:subtitle"),
                text(group, "media:description"));
    }

    /** The full text, or null: of several the longest that is HTML, else the longest. */
    FeedText content() {
        List<FeedText> contents = Stream.of("content", "content:encoded", "fullitem", "xhtml:body", "xhtml:div", "body")
                .flatMap(this::contents)
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

    private Stream<FeedText> contents(String name) {
        return item.children(name).stream()
                .filter(one -> one.attribute("src") == null)
                .map(one -> name.equals("content:encoded") && !one.hasChildren()
                        ? FeedText.ofHtml(one.text())
                        : FeedText.of(one, atom || name.equals("content")))
                .flatMap(Optional::stream);
    }

    /** The language of the longest text says more than that of its envelope; null when neither says anything. */
    String language() {
        String named = Fields.line(item, "dc:language", "language");
        String published = news.child("news:publication")
                .map(one -> Fields.line(one, "news:language"))
                .orElse(null);
        Stream<String> ofTexts = Stream.of(
                        "content", "xhtml:body", "xhtml:div", "content:encoded", "summary", "description", "title")
                .flatMap(name -> item.children(name).stream())
                .map(text -> text.attribute("xml:lang"));
        return Stream.of(Stream.of(named, published), ofTexts, Stream.of(item.attribute("xml:lang")))
                .flatMap(languages -> languages)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private FeedText text(FeedElement parent, String... names) {
        return Fields.text(parent, atom, names);
    }

    private static FeedText first(FeedText... texts) {
        return Stream.of(texts).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
