package dev.dateline.sink;

/** A record that no trying again makes usable: it goes to the dead letters, with this message as the reason. */
final class BadRecordException extends Exception {
    private static final long serialVersionUID = 1;

    BadRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
