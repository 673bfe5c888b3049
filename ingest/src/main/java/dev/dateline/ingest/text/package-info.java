/** From bytes to characters, and from characters to events of XML: what all readers of documents begin with. */
package dev.dateline.ingest.text;
