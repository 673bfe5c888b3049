package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.app.pipeline.Pipeline;
import dev.dateline.app.settings.Settings;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "start",
        description = "Run one stage as a process of a distributed deployment, until it is told to stop.",
        mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(5);

    private final Environment environment;

    @Parameters(paramLabel = "STAGE", description = "ingest, enrich or sink.")
    private String stage;

    @Mixin
    private SettingsOptions settings;

    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec;

    StartCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        Set<Pipeline.Stage> stages = EnumSet.of(stage());
        Settings effective = settings.load(environment);
        try (Shutdown shutdown = Shutdown.onSignal();
                Pipeline pipeline = Pipeline.start(effective, stages, environment.clock(), false)) {
            pipeline.awaitRunning();
            while (!shutdown.askedWithin(BETWEEN_CHECKS)) {
                pipeline.checkAlive();
            }
        }
        return 0;
    }

    private Pipeline.Stage stage() {
        try {
            return Pipeline.Stage.valueOf(stage.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new picocli.CommandLine.ParameterException(
                    spec.commandLine(), "there is no stage '" + stage + "': choose ingest, enrich or sink");
        }
    }
}
