package dev.dateline.ingest.syndication;

import dev.dateline.ingest.web.Links;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Fields that feeds and items write alike. */
final class Fields {
    private Fields() {}

    /** Text of the first of these children that has any, the names in the order of their worth; null for none. */
    static FeedText text(FeedElement parent, boolean atom, String... names) {
        return Arrays.stream(names)
                .flatMap(name -> parent.children(name).stream()
                        .map(child -> FeedText.of(child, atom && !name.contains(":")))
                        .flatMap(Optional::stream))
                .findFirst()
                .orElse(null);
    }

    /** The same as one line of plain text. */
    static String line(FeedElement parent, String... names) {
        return Stream.of(names)
                .flatMap(name -> parent.children(name).stream())
                .map(FeedElement::text)
                .filter(Objects::nonNull)
                .map(text -> text.replaceAll("\\s+", " "))
                .findFirst()
                .orElse(null);
    }

    /**
     * Address of the page: what FeedBurner put aside, Atom's link to a page, RSS's link, CDF's A or @HREF; absolute, or
     * null.
     */
    static String link(FeedElement element) {
        String original = line(element, "feedburner:origlink");
        if (original != null) {
            return Links.resolve(original, element.base());
        }
        List<FeedElement> links = element.children("link");
        return Stream.of(
                        links.stream()
                                .filter(link -> isPage(link) && type(link).contains("html"))
                                .map(link -> address(link, link.attribute("href"))),
                        links.stream().filter(Fields::isPage).map(link -> address(link, link.attribute("href"))),
                        links.stream()
                                .filter(link -> link.attribute("href") == null && isAlternate(link))
                                .map(link -> address(link, link.text())),
                        Stream.of("loc", "url")
                                .flatMap(name -> element.children(name).stream().map(one -> address(one, one.text()))),
                        Stream.of(address(element, element.attribute("href"))),
                        element.children("a").stream().map(a -> address(a, a.attribute("href"))))
                .flatMap(found -> found)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    static String address(FeedElement at, String href) {
        return Links.resolve(href, at.base());
    }

    /** Notice of copyright, or null. */
    static FeedText rights(FeedElement element, boolean atom) {
        return text(element, atom, "rights", "copyright", "dc:rights", "media:copyright", "dcterms:rights");
    }

    static String license(FeedElement element) {
        return Stream.concat(
                        element.children("cc:license").stream()
                                .map(one -> one.attribute("resource") == null ? one.text() : one.attribute("resource")),
                        element.children("link").stream()
                                .filter(link -> "license".equalsIgnoreCase(link.attribute("rel")))
                                .map(link -> address(link, link.attribute("href"))))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean isPage(FeedElement link) {
        return link.attribute("href") != null && isAlternate(link);
    }

    private static boolean isAlternate(FeedElement link) {
        String rel = link.attribute("rel");
        return rel == null || rel.equalsIgnoreCase("alternate");
    }

    private static String type(FeedElement link) {
        return link.attribute("type") == null ? "html" : link.attribute("type");
    }
}
