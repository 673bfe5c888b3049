/** Opening files: plain, compressed, archives and lines become documents one by one, within fixed limits of memory. */
package dev.dateline.ingest.document;
