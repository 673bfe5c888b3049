package dev.dateline.ingest.syndication;

import dev.dateline.ingest.web.Links;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pictures, films and sounds of an item. A media:group is one thing in several sizes, and so are contents with a width
 * whose addresses differ in their parameters alone: the default one is taken, else the widest.
 */
final class MediaReader {
    private record Rendition(Entry.Medium medium, boolean isDefault, int width) {}

    private final FeedElement item;
    private final Map<String, Rendition> best = new LinkedHashMap<>();
    private int groups;

    MediaReader(FeedElement item) {
        this.item = item;
    }

    List<Entry.Medium> read() {
        for (FeedElement child : item.children()) {
            switch (child.name) {
                case "media:content" -> content(child, item, null);
                case "media:group" -> group(child);
                case "enclosure" -> plain(child, child.attribute("url"), child.attribute("type"), null);
                case "link" -> link(child);
                case "content" -> plain(child, child.attribute("src"), child.attribute("type"), null);
                case "image:image" -> plain(child, Fields.line(child, "image:loc"), null, "image");
                case "video:video" -> plain(child, Fields.line(child, "video:content_loc"), null, "video");
                default -> {
                    // not a medium
                }
            }
        }
        if (best.values().stream().noneMatch(one -> "image".equals(kind(one.medium())))) {
            poster();
        }
        return best.values().stream().map(Rendition::medium).toList();
    }

    private void group(FeedElement group) {
        groups++;
        for (FeedElement content : group.children("media:content")) {
            content(content, group, "group " + groups + " ");
        }
    }

    /** @param group what the group is called whose contents are one thing of each kind; null outside of one */
    private void content(FeedElement content, FeedElement around, String group) {
        String href = Fields.address(content, content.attribute("url"));
        if (href == null) {
            return;
        }
        String kind = content.attribute("medium");
        FeedText caption = Optional.ofNullable(
                        Fields.text(content, false, "media:description", "media:title", "media:text"))
                .orElseGet(() -> Fields.text(around, false, around == item ? "media:text" : "media:title"));
        String credit = Optional.ofNullable(Fields.line(content, "media:credit"))
                .orElseGet(() -> Fields.line(around, "media:credit"));
        Entry.Medium medium = new Entry.Medium(href, kind, content.attribute("type"), caption, credit);
        int width = number(content.attribute("width"));
        String outside = width == 0 ? href : withoutQuery(href);
        keep(
                group == null ? outside : group + kind(medium),
                new Rendition(medium, "true".equalsIgnoreCase(content.attribute("isdefault")), width));
    }

    private void link(FeedElement link) {
        if ("enclosure".equalsIgnoreCase(link.attribute("rel"))) {
            plain(link, link.attribute("href"), link.attribute("type"), null);
        }
    }

    private void plain(FeedElement at, String href, String type, String kind) {
        String address = Fields.address(at, href);
        boolean known =
                best.values().stream().anyMatch(one -> one.medium().href().equals(address));
        if (address != null && !known) {
            FeedText caption = Fields.text(at, false, "image:caption", "image:title", "video:title");
            keep(address, new Rendition(new Entry.Medium(address, kind, type, caption, null), false, 0));
        }
    }

    /** A thumbnail stands for the picture where there is no other. */
    private void poster() {
        Stream.of(
                        thumbnails(item),
                        item.children("media:group").stream().flatMap(MediaReader::thumbnails),
                        item.children("media:content").stream().flatMap(MediaReader::thumbnails),
                        item.children("image").stream().map(image -> Optional.ofNullable(Fields.line(image, "url"))
                                .orElseGet(() -> image.hasChildren()
                                        ? null
                                        : Optional.ofNullable(image.attribute("href"))
                                                .orElseGet(image::text))),
                        item.children("itunes:image").stream().map(image -> image.attribute("href")))
                .flatMap(found -> found)
                .map(href -> Fields.address(item, href))
                .filter(href -> href != null && Links.isWeb(href))
                .findFirst()
                .ifPresent(
                        href -> keep(href, new Rendition(new Entry.Medium(href, "image", null, null, null), false, 0)));
    }

    private static Stream<String> thumbnails(FeedElement around) {
        return around.children("media:thumbnail").stream()
                .map(one -> one.attribute("url") == null ? one.text() : one.attribute("url"));
    }

    private void keep(String key, Rendition rendition) {
        best.merge(key, rendition, (one, other) -> isBetter(other, one) ? other : one);
    }

    private static boolean isBetter(Rendition one, Rendition other) {
        return one.isDefault() == other.isDefault() ? one.width() > other.width() : one.isDefault();
    }

    private static String kind(Entry.Medium medium) {
        String word = medium.kind() == null ? medium.type() : medium.kind();
        return word == null ? "" : word.replaceFirst("/.*", "");
    }

    private static String withoutQuery(String href) {
        int query = href.indexOf('?');
        return query < 0 ? href : href.substring(0, query);
    }

    private static int number(String digits) {
        return digits == null || !digits.matches("\\d{1,6}") ? 0 : Integer.parseInt(digits);
    }
}
