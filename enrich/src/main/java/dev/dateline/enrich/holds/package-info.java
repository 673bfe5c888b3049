/**
 * Kills that come under an id of their own, as the older wire formats send them: which article they mean. Pure functions
 * over what is remembered of a slug; no Kafka here.
 */
package dev.dateline.enrich.holds;
