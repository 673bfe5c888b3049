/**
 * PostgreSQL as a store of articles, their versions and events: tables that are migrated at start and written by whole
 * batches. Articles are guarded by revision, all text by the lock that takedowns have alone.
 */
package dev.dateline.sink.postgres;
