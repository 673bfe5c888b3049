package dev.dateline.model;

/** State of an application that this release cannot read or write: no record is to blame, so nothing is skipped. */
public final class UnreadableStateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableStateException(String message, Throwable cause) {
        super(message, cause);
    }
}
