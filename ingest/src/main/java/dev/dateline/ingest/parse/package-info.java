/** Pure parsers: bytes and a dialect in, articles out. Nothing here knows Kafka. */
package dev.dateline.ingest.parse;
