/** The language that an article is written in, and whether the declared one is right. */
package dev.dateline.enrich.language;
