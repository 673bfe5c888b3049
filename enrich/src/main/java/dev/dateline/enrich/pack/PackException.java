package dev.dateline.enrich.pack;

import java.util.List;

/** A pack cannot be used; carries every problem, one a line. */
public final class PackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PackException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
