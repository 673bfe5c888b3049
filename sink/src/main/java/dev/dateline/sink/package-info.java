/**
 * Articles, their versions and events to stores: thin Connect sink tasks over a {@link dev.dateline.sink.RecordStore}. What every
 * store shares (decoding, dead letters, retries) is {@code StoreSink}; what a store of articles must do is the contract of
 * {@code ArticleStore}, held against each one by the same test suite.
 */
package dev.dateline.sink;
