package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.app.pipeline.GateRebuild;
import dev.dateline.app.report.Progress;
import dev.dateline.app.report.Terminal;
import dev.dateline.app.settings.Settings;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "gate",
        description = "The memory by which the enrich application decides order.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(rebuild)")
final class GateCommand implements Runnable {
    /** Work that is done by then needs no bar. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Environment environment;

    @Spec
    private CommandSpec spec;

    GateCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "dateline gate needs a command: rebuild");
    }

    @Command(
            name = "rebuild",
            description = {
                "Write the memory anew from the enriched and public topics and the rulings, when it is lost.",
                "The enrich application must not run; start it when this is done. Local state below data.dir is deleted."
            },
            mixinStandardHelpOptions = true)
    int rebuild(@Mixin SettingsOptions settings) throws Exception {
        Settings effective = settings.load(environment);
        Terminal terminal = environment.terminal();
        try (Shutdown shutdown = Shutdown.onSignal();
                Progress progress = new Progress(terminal.err(), terminal.interactive(), QUIET)) {
            long entries = new GateRebuild(effective).run((done, total) -> {
                progress.update(Progress.bar(done, total) + " reading the articles");
                return !shutdown.askedWithin(Duration.ZERO);
            });
            if (entries < 0) {
                terminal.say("Stopped before the end: the memory is incomplete. Run it again before enrich starts.");
                return 1;
            }
            terminal.out().println(String.format("%,d articles remembered.", entries));
            return 0;
        }
    }
}
