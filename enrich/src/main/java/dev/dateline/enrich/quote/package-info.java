/** Quotes: what stands between quotation marks, whether it is speech, and whose. */
package dev.dateline.enrich.quote;
