package dev.dateline.bench.chaos;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code bench/chaos}. Exit code 0: nothing was violated; 1: something was, or the run failed; 2: usage. */
@Command(
        name = "bench/chaos",
        description =
                "Runs the pipeline as processes, breaks them at random, and compares what comes of it with what must.",
        mixinStandardHelpOptions = true)
public final class Chaos implements Callable<Integer> {
    @Option(
            names = "--minutes",
            defaultValue = "5",
            description = "How long the wire runs; ${DEFAULT-VALUE} by default.")
    private int minutes;

    @Option(names = "--rate", defaultValue = "500", description = "Files a second; ${DEFAULT-VALUE} by default.")
    private int rate;

    @Option(names = "--seed", description = "Of the wire and the faults; printed. By default another one each time.")
    private Long seed;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description =
                    "Where everything is kept, logs included; must be empty. By default a directory that is removed.")
    private Path dataDir;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    private Chaos() {}

    public static void main(String[] args) {
        System.setProperty("logback.configurationFile", "logging/command.xml");
        CommandLine command = new CommandLine(new Chaos());
        command.setExecutionExceptionHandler((failure, line, parsed) -> {
            System.err.println("chaos: the run failed: " + failure);
            return 1;
        });
        System.exit(command.execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (minutes < 1 || rate < 1) {
            throw new CommandLine.ParameterException(new CommandLine(this), "--minutes and --rate must be 1 or more");
        }
        long chosen = seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : seed;
        Options options = new Options(minutes, rate, chosen, dataDir, json);
        Report report = Run.of(options, InstantSource.system());
        System.out.println(options.json() ? report.json() : report.text());
        return report.clean() ? 0 : 1;
    }
}
