package dev.dateline.ingest.syndication;

import java.util.List;

/**
 * What one item of a feed says, whatever the format; what it does not say itself, it has from its feed (language, rights,
 * and in Atom the authors).
 *
 * @param deleted true for Atom's at:deleted-entry, which has an id and nothing to read
 * @param id as in {@link FeedItem#identity()}
 * @param link address of the page, absolute, or null
 * @param title or null
 * @param summary or null
 * @param content the full text, or null
 * @param authors names alone
 * @param published time as {@link FeedTime} gives it, or as sent where that cannot read it; null when not sent
 * @param updated the same
 * @param expires the same
 * @param language as declared, or null
 * @param categories in their order
 * @param media one for each picture, film or sound, not one for each of their sizes
 * @param related other addresses
 * @param rights or null
 * @param license address or text of a licence, or null
 * @param credit name of the publication that the item is from, when it says so, or null
 * @param place or null
 */
public record Entry(
        boolean deleted,
        String id,
        String link,
        FeedText title,
        FeedText summary,
        FeedText content,
        List<String> authors,
        String published,
        String updated,
        String expires,
        String language,
        List<Category> categories,
        List<Medium> media,
        List<Related> related,
        FeedText rights,
        String license,
        String credit,
        Point place) {
    /**
     * A category.
     *
     * @param term as sent, never blank
     * @param scheme what Atom calls scheme and RSS domain, or null
     * @param label for people, or null
     */
    public record Category(String term, String scheme, String label) {}

    /**
     * A picture, film or sound.
     *
     * @param href absolute address
     * @param kind "image", "video", "audio" or another word as sent, or null
     * @param type IANA media type, or null
     * @param caption or null
     * @param credit or null
     */
    public record Medium(String href, String kind, String type, FeedText caption, String credit) {}

    /**
     * Another address.
     *
     * @param rel relation as sent, for example "related" or "via"
     * @param href absolute address
     * @param title or null
     */
    public record Related(String rel, String href, String title) {}

    /**
     * A place.
     *
     * @param name or null
     * @param latitude degrees, WGS 84, or null
     * @param longitude degrees, WGS 84, or null
     */
    public record Point(String name, Double latitude, Double longitude) {}
}
