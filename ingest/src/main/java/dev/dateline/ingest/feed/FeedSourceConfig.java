package dev.dateline.ingest.feed;
final class FeedSourceConfig {
    static final String ALLOW_PRIVATE = "allow.private";
    static final String MAX_FEED_BYTES = "max.feed.bytes";
}
