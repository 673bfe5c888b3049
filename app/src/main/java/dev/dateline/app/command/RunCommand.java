package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.app.embedded.DataDirectory;
import dev.dateline.app.embedded.EmbeddedStack;
import dev.dateline.app.pipeline.Drain;
import dev.dateline.app.pipeline.EventReader;
import dev.dateline.app.pipeline.Pipeline;
import dev.dateline.app.pipeline.TopicAdmin;
import dev.dateline.app.report.EventTally;
import dev.dateline.app.report.Progress;
import dev.dateline.app.report.Summary;
import dev.dateline.app.report.Terminal;
import dev.dateline.app.settings.Settings;
import dev.dateline.ingest.gateway.Gateway;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "run",
        description = "Run the whole pipeline in one process on embedded Kafka, registry and PostgreSQL.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(5);

    private final Environment environment;
    private final Terminal terminal;

    @Option(
            names = "--sample",
            description = "Run the sample wire that ships with Dateline and show what became of it.")
    private boolean sample;

    @Option(
            names = "--source",
            paramLabel = "[PROVIDER=]DIR|URL",
            description =
                    "Directory to watch, or http address of a feed to poll; the provider is the directory's name or"
                            + " the feed's host unless given. May be repeated.")
    private List<String> sources = new ArrayList<>();

    @Option(names = "--once", description = "End when all input is stored, and print the summary.")
    private boolean once;

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Where everything is kept; data by default.")
    private Path dataDir;

    @Mixin
    private SettingsOptions options;

    RunCommand(Environment environment) {
        this.environment = environment;
        this.terminal = environment.terminal();
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = settings();
        try (Shutdown shutdown = Shutdown.onSignal();
                DataDirectory data = DataDirectory.open(settings.dataDir())) {
            RunLog.to(data.root().resolve("logs"));
            settings = sample ? settings.with(SampleWire.deliver(data.root().resolve("sample"))) : settings;
            requireSources(settings);
            requireGateway(settings);
            return run(settings, data, shutdown);
        }
    }

    /** What is told to end while it starts may fail in many ways, of which none is of interest. */
    private int run(Settings settings, DataDirectory data, Shutdown shutdown) throws Exception {
        try {
            return runUntilAsked(settings, data, shutdown);
        } catch (RuntimeException e) {
            if (shutdown.isAsked()) {
                return stopped();
            }
            throw e;
        }
    }

    private Settings settings() {
        Map<String, String> more = new HashMap<>(SourceArguments.settings(sources));
        if (dataDir != null) {
            more.put("data.dir", dataDir.toString());
        }
        return options.load(environment, more);
    }

    private void requireSources(Settings settings) {
        if (once && settings.sources().isEmpty()) {
            throw new dev.dateline.app.settings.SettingsException(
                    List.of("--once needs input: give --source DIR or --sample"));
        }
        if (once && settings.sources().stream().anyMatch(Settings.Source::hasFeeds)) {
            throw new dev.dateline.app.settings.SettingsException(
                    List.of("--once ends when all input is stored, and feeds never end: leave it away, or the feeds"));
        }
    }

    private int runUntilAsked(Settings settings, DataDirectory data, Shutdown shutdown) throws Exception {
        try (Progress progress = new Progress(terminal.err(), terminal.interactive())) {
            progress.update("starting Kafka, registry and PostgreSQL under " + data.root());
            try (EmbeddedStack stack = EmbeddedStack.start(data)) {
                Settings connected = stack.connect(settings);
                progress.update("creating topics");
                try (TopicAdmin topics = new TopicAdmin(connected)) {
                    topics.apply();
                }
                EventReader events = EventReader.fromNow(connected);
                if (shutdown.isAsked()) {
                    return stopped();
                }
                progress.update("starting the pipeline");
                try (Pipeline pipeline = Pipeline.start(
                                connected, EnumSet.allOf(Pipeline.Stage.class), environment.clock(), true);
                        Gateway unused = gateway(connected)) {
                    if (!pipeline.awaitRunning(shutdown::isAsked)) {
                        return stopped();
                    }
                    return follow(connected, pipeline, events, shutdown, progress);
                }
            }
        }
    }

    /** Tells what is wrong with its settings before anything is started. */
    private void requireGateway(Settings settings) {
        if (hasGateway(settings)) {
            settings.gateway();
        }
    }

    private boolean hasGateway(Settings settings) {
        return !once && settings.hasGateway();
    }

    /** Null where nobody is let in, and where the end of the input is the end. */
    private Gateway gateway(Settings settings) throws IOException {
        return hasGateway(settings) ? Gateway.start(settings.gateway(), environment.clock()) : null;
    }

    private int follow(Settings settings, Pipeline pipeline, EventReader events, Shutdown shutdown, Progress progress)
            throws Exception {
        Summary summary = new Summary(terminal);
        boolean clean = true;
        if (once || sample) {
            if (!new Drain(settings, pipeline).await(progress::update, shutdown::askedWithin)) {
                return stopped();
            }
            progress.close();
            EventTally tally = new EventTally();
            events.read(tally::add);
            clean = summary.print(settings, tally);
        }
        if (!once) {
            progress.close();
            summary.printPlaces(settings);
            terminal.say("\nRunning; Ctrl-C stops it and keeps its data under " + settings.dataDir() + ".");
            while (!shutdown.askedWithin(BETWEEN_CHECKS)) {
                pipeline.checkAlive();
                pipeline.failedConnectors().forEach(failure -> terminal.say("@|bold,red dateline:|@ " + failure));
            }
        }
        return clean || !once ? 0 : 1;
    }

    private int stopped() {
        terminal.say("Stopped before everything was stored; the next start goes on from here.");
        return CommandLine.ExitCode.SOFTWARE;
    }
}
