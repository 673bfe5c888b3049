/** PostgreSQL as an article store: one table, migrated at start, written by batched upserts guarded by revision. */
package dev.dateline.sink.postgres;
