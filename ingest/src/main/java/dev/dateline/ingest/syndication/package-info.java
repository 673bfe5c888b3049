/**
 * Pure reading of feeds and sitemaps: RSS, RDF, Atom, CDF and news sitemaps with the extensions that news sites use.
 * Nothing here knows Kafka or opens a connection.
 *
 * <p>{@code Feeds} is the way in. {@code FeedXml} reads what is well formed, {@code FeedSoup} what is not; both give the
 * same tree ({@code FeedElement}), in which {@code Namespaces} has settled who is meant by a prefix. {@code FeedTree}
 * knows the format and finds the items, {@code EntryReader} what an item says, {@code ItemDocuments} and
 * {@code Fingerprint} make of it what a poller needs.
 */
package dev.dateline.ingest.syndication;
