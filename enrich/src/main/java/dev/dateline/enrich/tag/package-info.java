/** What a tagger is and what a tag says: the seam between the text and those who read it. Nothing here knows Kafka. */
package dev.dateline.enrich.tag;
