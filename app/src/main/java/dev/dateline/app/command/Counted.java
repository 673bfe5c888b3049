package dev.dateline.app.command;

/** A number of things in words. */
final class Counted {
    private Counted() {}

    /** "1 document", "1,204 documents". */
    static String of(long number, String thing) {
        return String.format("%,d %s%s", number, thing, number == 1 ? "" : "s");
    }
}
