package dev.dateline.sink;

/** The store refuses for a reason that somebody has to mend: a wrong password, a missing column or privilege. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
