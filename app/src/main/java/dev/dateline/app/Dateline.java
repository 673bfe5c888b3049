package dev.dateline.app;

import dev.dateline.app.command.DatelineCommand;
import dev.dateline.app.report.Terminal;
import java.time.InstantSource;
import java.util.Map;

/** The {@code dateline} command: the only place that looks at the environment and the clock. */
public final class Dateline {
    private Dateline() {}

    public static void main(String[] args) {
        System.setProperty("logback.configurationFile", logging(args.length == 0 ? "" : args[0]));
        Map<String, String> variables = System.getenv();
        Environment environment = new Environment(
                variables,
                System.getProperty("user.name"),
                InstantSource.system(),
                System.in,
                Terminal.system(variables.get("COLUMNS")));
        System.exit(DatelineCommand.execute(environment, args));
    }

    /** A service logs to standard output, {@code run} to a file beside its data, anything else only what goes wrong. */
    private static String logging(String command) {
        return switch (command) {
            case "start" -> "logging/service.xml";
            case "run" -> "logging/run.xml";
            default -> "logging/command.xml";
        };
    }
}
