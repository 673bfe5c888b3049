/**
 * Sources as Kafka Connect connectors. They move bytes into wire.documents.v1, at least once, and know no format; what
 * they cannot take they set aside with the reason.
 */
package dev.dateline.ingest.source;
