package dev.dateline.ingest.parse;

import dev.dateline.model.Article;

/** What one part of a document turned out to be: each is accepted or rejected by itself. */
public sealed interface Parsed {
    /** An article. */
    record Accepted(Article article) implements Parsed {}

    /**
     * Something that is not an article, or not readable as one.
     *
     * @param format format it was recognised as, or "unknown"
     * @param position position in the document, from 0; 0 too when the whole document is rejected
     * @param reason what is wrong and what can be done, in one line, without text of the article
     */
    record Rejected(String format, int position, String reason) implements Parsed {
        /** What is said of a document with more articles than are taken from one. */
        static Rejected tooMany(String format) {
            return new Rejected(
                    format,
                    Parsers.MAX_ITEMS,
                    "more than " + Parsers.MAX_ITEMS + " articles in one document; split it");
        }
    }
}
