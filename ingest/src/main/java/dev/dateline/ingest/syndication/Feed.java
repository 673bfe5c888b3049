package dev.dateline.ingest.syndication;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A feed as a poller needs it.
 *
 * @param format "rss", "atom", "rdf", "cdf", "sitemap" or "sitemap-index"
 * @param version version of the format as declared, for example "2.0"; null when it is not
 * @param title title of the feed as plain text, or null
 * @param interval how long the feed asks to wait between polls (ttl, sy:updatePeriod), or null
 * @param skipHours hours of the day (UTC, 0 to 23) in which the feed asks not to be polled; empty when it says nothing
 * @param items in the order of the feed
 * @param problems what could not be read, one line each, for people; empty when all was read
 */
public record Feed(
        String format,
        String version,
        String title,
        Duration interval,
        Set<Integer> skipHours,
        List<FeedItem> items,
        List<String> problems) {
    public Feed {
        skipHours = Set.copyOf(skipHours);
        items = List.copyOf(items);
        problems = List.copyOf(problems);
    }
}
