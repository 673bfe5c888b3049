package dev.dateline.app.command;

import dev.dateline.model.Article;

/**
 * Chooses the articles that a model is tried on and does not learn from. By the article's id, so that all versions of a
 * story fall on the same side, whatever the order in which they come.
 *
 * @param percent of all articles, about
 */
record HoldOut(long seed, int percent) {
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    boolean holds(Article article) {
        long mixed = (article.getArticleId().hashCode() + seed * 31) * FACTOR;
        mixed = (mixed ^ mixed >>> 32) * FACTOR;
        return Math.floorMod(mixed >>> 16, 100L) < percent;
    }
}
