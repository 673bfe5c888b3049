package dev.dateline.enrich.learn;

import java.nio.file.Path;

/** A file that should hold a model and cannot be used; the message names it, the cause and the way out. */
public final class ModelFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModelFileException(Path file, String cause) {
        super("the topic model " + file + " cannot be used: " + cause
                + "; name another file, or make one with `dateline train PATH… --out FILE`");
    }
}
