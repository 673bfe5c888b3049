package dev.dateline.enrich.topology;

/** An enriched article that its topic would not take, now or later. */
final class UnwritableArticleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnwritableArticleException(String message, Throwable cause) {
        super(message, cause);
    }
}
