package dev.dateline.ingest.topology;

import dev.dateline.ingest.parse.Parsed;
import dev.dateline.model.Article;

/**
 * A part of a document that did not become a published article.
 *
 * @param position position in the document, from 0
 * @param article the article, when there is one
 * @param reason why, in one line without text of the article
 * @param cause what the parser or serializer threw, or null; its message may quote the article
 */
record Rejection(int position, Article article, String reason, Throwable cause) {

    static Rejection of(Parsed.Rejected rejected) {
        return new Rejection(rejected.position(), null, rejected.format() + ": " + rejected.reason(), null);
    }

    static Rejection of(String reason) {
        return new Rejection(0, null, reason, null);
    }

    static Rejection of(Article article, String reason) {
        return new Rejection(article.getProvenance().getPosition(), article, reason, null);
    }

    /** The parser threw. The message stays in the dead letter, because it may quote the article. */
    static Rejection of(Throwable cause) {
        String type = cause.getClass().getSimpleName();
        return new Rejection(
                0, null, "the parser failed with " + type + ": the dead letter has the stack trace", cause);
    }

    static Rejection of(Article article, Throwable cause) {
        String reason = "the article does not fit its schema: the dead letter has the stack trace";
        return new Rejection(position(article), article, reason, cause);
    }

    /** The parser may have left out what the schema requires. */
    private static int position(Article article) {
        return article.getProvenance() == null ? 0 : article.getProvenance().getPosition();
    }
}
