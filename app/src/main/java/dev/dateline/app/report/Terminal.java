package dev.dateline.app.report;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;

/**
 * Where output goes: data to standard output, everything said about it to standard error, both UTF-8.
 *
 * @param out standard output
 * @param err standard error
 * @param interactive whether a person looks at it
 * @param width columns
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive, int width) {
    /** In a pipe nothing is cut. */
    private static final int DEFAULT_WIDTH = 10_000;

    /** The terminal of this process. */
    public static Terminal system(String columns) {
        int width = columns != null && columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : DEFAULT_WIDTH;
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                System.console() != null,
                width);
    }

    /** Text in picocli's markup, for example {@code @|bold text|@}, with colours only for a person. */
    public String styled(String markup) {
        return (interactive ? Ansi.ON : Ansi.OFF).string(markup);
    }

    /** A line about what happens, for the person. */
    public void say(String markup) {
        err.println(styled(markup));
    }
}
