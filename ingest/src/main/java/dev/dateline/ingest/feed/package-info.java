/**
 * Feeds over HTTP as a Kafka Connect source connector: RSS, Atom and sitemaps, each item a document. Fetching trusts
 * nobody: neither addresses, nor sizes, nor times, nor what servers say of the freshness of their answers.
 */
package dev.dateline.ingest.feed;
