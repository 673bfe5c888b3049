package dev.dateline.ingest.syndication;

import java.util.List;

/**
 * A feed and what its items say.
 *
 * @param format as in {@link Feed}
 * @param version as in {@link Feed}
 * @param title or null
 * @param link address of the site, absolute, or null
 * @param language as declared, or null
 * @param rights or null
 * @param entries in the order of the feed
 * @param problems what could not be read, one line each
 * @param page the page of its only item, where it was fetched with it, or null
 */
public record Channel(
        String format,
        String version,
        FeedText title,
        String link,
        String language,
        FeedText rights,
        List<Entry> entries,
        List<String> problems,
        AttachedPage page) {}
