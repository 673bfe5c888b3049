package dev.dateline.ingest.syndication;

/** Something that was read as a feed is none; the message says what it is and what can be done, in one line. */
public final class NotAFeedException extends Exception {
    private static final long serialVersionUID = 1L;

    NotAFeedException(String message) {
        super(message);
    }
}
