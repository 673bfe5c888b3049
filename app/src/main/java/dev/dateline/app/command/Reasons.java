package dev.dateline.app.command;

import dev.dateline.ingest.document.Opened;

/** Why something found in a file is not a document. */
final class Reasons {
    private Reasons() {}

    static String of(Opened opened) {
        if (opened instanceof Opened.Oversized oversized) {
            return oversized.reason();
        }
        if (opened instanceof Opened.Unreadable unreadable) {
            return unreadable.reason();
        }
        throw new IllegalArgumentException(opened.uri() + " is readable");
    }
}
