package dev.dateline.ingest.syndication;

/**
 * One item of a feed.
 *
 * @param identity what the item is called whatever it says: guid or id, else the link without tracking parameters, else
 *     a digest of title and date; at most 512 characters
 * @param fingerprint 16 hexadecimal digits of a SHA-256 over what a reader of the article would see: title, texts,
 *     authors, dates, media, categories. Changed tracking parameters, another order of elements, pictures that count
 *     readers, numbers of comments and dates of the channel do not change it
 * @param link address of the article's page, absolute, as the feed has it, or null
 * @param document a well-formed feed in UTF-8 with the feed's own head (title, link, language, rights; no dates, no
 *     counters) and this one item as sent, all namespaces declared: the same item gives the same bytes at every poll
 */
public record FeedItem(String identity, String fingerprint, String link, byte[] document) {}
