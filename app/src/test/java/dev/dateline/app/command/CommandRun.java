package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.app.report.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * A command line as it is run, within this process.
 *
 * @param exit the exit code
 * @param out what came on standard output
 * @param err what came on standard error
 */
public record CommandRun(int exit, String out, String err) {
    public static CommandRun of(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                200);
        int exit = DatelineCommand.execute(
                new Environment(Map.of(), "desk", () -> Instant.EPOCH, InputStream.nullInputStream(), terminal), args);
        return new CommandRun(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
