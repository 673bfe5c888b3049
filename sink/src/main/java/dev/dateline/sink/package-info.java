/**
 * Enriched articles to stores: thin Connect sink tasks over an {@link dev.dateline.sink.ArticleStore}. What every
 * store shares (decoding, dead letters, retries) is {@code ArticleSink}; what a store must do is the contract of
 * {@code ArticleStore}, held against each one by the same test suite.
 */
package dev.dateline.sink;
