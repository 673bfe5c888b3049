package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.app.pipeline.Pipeline;
import dev.dateline.app.settings.Settings;
import dev.dateline.ingest.gateway.Gateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "start",
        description = "Run one part as a process of a distributed deployment, until it is told to stop.",
        mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {
    private static final Logger log = LoggerFactory.getLogger(StartCommand.class);
    private static final String GATEWAY = "gateway";
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(5);

    private final Environment environment;

    @Parameters(paramLabel = "STAGE", description = "ingest, enrich, sink or gateway.")
    private String stage;

    @Option(
            names = "--health-file",
            paramLabel = "FILE",
            description =
                    "File to renew every 5 seconds while nothing in the stage has failed: for the health check of a"
                            + " container, which calls a file older than 30 seconds unhealthy.")
    private Path healthFile;

    @Mixin
    private SettingsOptions settings;

    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec;

    StartCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        if (stage.equalsIgnoreCase(GATEWAY)) {
            return runGateway(settings.load(environment));
        }
        Set<Pipeline.Stage> stages = EnumSet.of(stage());
        Settings effective = settings.load(environment);
        try (Shutdown shutdown = Shutdown.onSignal();
                Pipeline pipeline = Pipeline.start(effective, stages, environment.clock(), false)) {
            if (!pipeline.awaitRunning(shutdown::isAsked)) {
                return 0;
            }
            do {
                pipeline.checkAlive();
                reportHealth(pipeline);
            } while (!shutdown.askedWithin(BETWEEN_CHECKS));
        }
        return 0;
    }

    /** No stage of the pipeline: it needs neither Connect nor Streams, and goes on without brokers. */
    private int runGateway(Settings effective) throws Exception {
        try (Shutdown shutdown = Shutdown.onSignal();
                Gateway gateway = Gateway.start(effective.gateway(), environment.clock())) {
            log.info("started {}", gateway.url());
            do {
                writeHealth();
            } while (!shutdown.askedWithin(BETWEEN_CHECKS));
        }
        return 0;
    }

    /** A connector that Connect has given up waits for an operator, so the process goes on and says so. */
    private void reportHealth(Pipeline pipeline) throws InterruptedException {
        try {
            List<String> failed = pipeline.failedConnectors();
            failed.forEach(log::error);
            if (failed.isEmpty()) {
                writeHealth();
            }
        } catch (IOException e) {
            log.warn("cannot tell whether the stage is healthy: {}", e.toString());
        }
    }

    private void writeHealth() throws IOException {
        if (healthFile != null) {
            Files.writeString(healthFile, environment.clock().instant() + "\n");
        }
    }

    private Pipeline.Stage stage() {
        try {
            return Pipeline.Stage.valueOf(stage.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new picocli.CommandLine.ParameterException(
                    spec.commandLine(), "there is no stage '" + stage + "': choose ingest, enrich, sink or gateway");
        }
    }
}
