package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.app.settings.SettingsException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The top of the command line: lists the sub-commands and turns failures into one clear line. */
@Command(
        name = "dateline",
        description =
                "From the wire to your stores: wire-service news as one canonical article, tagged and kept in step.",
        mixinStandardHelpOptions = true,
        version = "dateline 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            ParseCommand.class,
            TagCommand.class,
            EvaluateCommand.class,
            TrainCommand.class,
            PublishCommand.class,
            TailCommand.class,
            ReplayCommand.class,
            WhereCommand.class,
            HoldsCommand.class,
            GateCommand.class,
            GatewayCommand.class,
            ReinstateCommand.class,
            EraseCommand.class,
            TakedownsCommand.class,
            RulesCommand.class,
            TopicsCommand.class,
            ConfigCommand.class,
            TopologyCommand.class,
            StartCommand.class
        })
public final class DatelineCommand {
    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Print the stack trace of a failure, for a bug report.")
    private boolean stacktrace;

    private DatelineCommand() {}

    /** Runs a command line and returns its exit code. */
    public static int execute(Environment environment, String... args) {
        DatelineCommand top = new DatelineCommand();
        CommandLine line = new CommandLine(top, new Commands(environment));
        line.setOut(writer(environment.terminal().out()));
        line.setErr(writer(environment.terminal().err()));
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(100);
        line.setColorScheme(
                CommandLine.Help.defaultColorScheme(environment.terminal().interactive() ? Ansi.ON : Ansi.OFF));
        line.setExecutionExceptionHandler((failure, command, parsed) -> top.report(environment, failure));
        line.setExecutionStrategy(parsed -> {
            if (!parsed.hasSubcommand() && !CommandLine.printHelpIfRequested(parsed)) {
                line.usage(environment.terminal().err());
                return CommandLine.ExitCode.USAGE;
            }
            return new CommandLine.RunLast().execute(parsed);
        });
        return line.execute(args);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private int report(Environment environment, Exception failure) {
        boolean configuration = failure instanceof SettingsException;
        Messages.of(failure).forEach(problem -> environment.terminal().say("@|bold,red dateline:|@ " + problem));
        if (stacktrace) {
            failure.printStackTrace(environment.terminal().err());
        }
        return configuration ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
    }
}
