/** HTTP in front of wire.documents.v1: agencies and scripts push documents, and are answered when the broker has them. */
package dev.dateline.ingest.gateway;
