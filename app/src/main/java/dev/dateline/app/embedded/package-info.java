/**
 * The whole platform in one process for one machine: a Kafka broker, a registry endpoint and PostgreSQL, on loopback,
 * with their data under one directory. Settings that make recovery quick are measured; see docs/decisions.md.
 */
package dev.dateline.app.embedded;
