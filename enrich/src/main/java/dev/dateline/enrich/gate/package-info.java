/**
 * The gate: which version of an article is current, whether it may be published, and the next revision. Pure functions
 * over one {@link dev.dateline.enrich.gate.GateEntry} per article; nothing here knows Kafka.
 */
package dev.dateline.enrich.gate;
