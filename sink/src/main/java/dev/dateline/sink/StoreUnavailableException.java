package dev.dateline.sink;

/** The store cannot be reached or is too busy: the same write will succeed later. */
public final class StoreUnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
