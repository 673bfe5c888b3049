/** The parse application: a Kafka Streams topology around the pure parsers, from wire.documents.v1 to wire.articles.v1. */
package dev.dateline.ingest.topology;
