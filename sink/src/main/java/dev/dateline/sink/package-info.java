/** Enriched articles to stores: Connect sink connectors over an {@code ArticleStore}. */
package dev.dateline.sink;
