/** PostgreSQL as an article store: one table, migrated at start, written by whole batches guarded by revision. */
package dev.dateline.sink.postgres;
