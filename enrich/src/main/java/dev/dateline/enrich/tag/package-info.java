/** Pure taggers: an article in, tags with score and evidence out. Nothing here knows Kafka. */
package dev.dateline.enrich.tag;
