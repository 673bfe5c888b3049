package dev.dateline.sink;

import java.util.LinkedHashSet;
import java.util.Set;

/** What went wrong, in one line. */
final class Causes {
    private Causes() {}

    /** The messages of a failure and its causes, each once. */
    static String of(Throwable failure) {
        Set<String> messages = new LinkedHashSet<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            messages.add(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
        }
        return String.join(": ", messages).replaceAll("\\s*\\R\\s*", "; ");
    }
}
