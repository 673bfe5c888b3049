package dev.dateline.enrich.gate;

import dev.dateline.model.Article;

/**
 * A new current state of an article.
 *
 * @param revision its number, from 1; greater than that of every earlier state of the article
 * @param article the current version; bodiless when killed
 * @param status what it is and whether it may be published
 * @param inPublic whether the public topic gets a record of it: the article when publishable, else a bodiless marker
 *     because the topic holds an earlier version
 */
public record Change(long revision, Article article, Publishability status, boolean inPublic) {}
