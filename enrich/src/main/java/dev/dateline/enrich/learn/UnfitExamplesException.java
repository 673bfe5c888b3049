package dev.dateline.enrich.learn;

/** Nothing can be learnt from what was given; the message says why and what would do. */
public final class UnfitExamplesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfitExamplesException(String message) {
        super(message);
    }
}
