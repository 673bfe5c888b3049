package dev.dateline.app;

import dev.dateline.app.report.Terminal;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Map;

/**
 * What the process gets from outside, so that nothing below {@code main} asks the system.
 *
 * @param variables environment variables
 * @param user name of the person at the keyboard, as the system knows it
 * @param clock the time
 * @param in standard input
 * @param terminal standard output and error
 */
public record Environment(
        Map<String, String> variables, String user, InstantSource clock, InputStream in, Terminal terminal) {}
