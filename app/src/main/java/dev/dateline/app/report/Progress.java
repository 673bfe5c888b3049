package dev.dateline.app.report;

import java.io.PrintStream;
import java.time.Duration;

/** Tells how long work goes on: one line rewritten in place on a terminal, a line every few seconds in a pipe. */
public final class Progress implements AutoCloseable {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private final Duration quiet;
    private final long start = System.nanoTime();
    private String shown = "";
    private long lastLine = start;

    public Progress(PrintStream out, boolean terminal) {
        this(out, terminal, Duration.ZERO);
    }

    /** One that says nothing for a while: work that is done by then needs no line that comes and goes. */
    public Progress(PrintStream out, boolean terminal, Duration quiet) {
        this.out = out;
        this.terminal = terminal;
        this.quiet = quiet;
    }

    /** Shows the current state. */
    public void update(String text) {
        if (System.nanoTime() - start < quiet.toNanos()) {
            return;
        }
        if (terminal) {
            if (!text.equals(shown)) {
                out.print("\r\u001B[2K" + text);
                out.flush();
                shown = text;
            }
        } else if (System.nanoTime() - lastLine >= BETWEEN_LINES.toNanos()) {
            out.println(text);
            lastLine = System.nanoTime();
        }
    }

    /** A bar of twenty cells. */
    public static String bar(long done, long total) {
        int cells = total <= 0 ? 20 : (int) Math.min(20, done * 20 / total);
        return "█".repeat(cells) + "░".repeat(20 - cells);
    }

    /** Removes the line from a terminal. */
    @Override
    public void close() {
        if (terminal && !shown.isEmpty()) {
            out.print("\r\u001B[2K");
            out.flush();
        }
    }
}
