/**
 * The contract that every stage shares: Avro records (generated), topics with their serdes and settings, documents as
 * they lie in Kafka, articles as JSON, and the domain rules that must give the same answer everywhere.
 */
package dev.dateline.model;
