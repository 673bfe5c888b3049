/** All taggers put together, with what the sender gave. Pure: an article in, tags with score and evidence out. */
package dev.dateline.enrich.taggers;
