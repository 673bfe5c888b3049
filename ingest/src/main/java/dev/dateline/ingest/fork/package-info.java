/** Articles that their senders give no id, and that would be taken for versions of one another. Pure: the store is the topology's. */
package dev.dateline.ingest.fork;
