package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.app.report.Terminal;
import dev.dateline.app.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "erase",
        description =
                "Remove an article everywhere, for good: from topics, stores, documents and delivered files, and take no"
                        + " version of it again. Shows what was found where and what became of it. Exit code 1 when something"
                        + " remains, or when documents hold other articles too and --yes is missing.",
        mixinStandardHelpOptions = true)
final class EraseCommand implements Callable<Integer> {
    private final Environment environment;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private OrderOptions order;

    @Option(
            names = "--yes",
            description = "Documents and files that hold other articles too may go: their bytes cannot be split.")
    private boolean yes;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to wait for the stores to confirm, 0 to 3600 s; 60 by default.")
    private int wait = 60;

    @Mixin
    private SettingsOptions settings;

    EraseCommand(Environment environment) {
        this.environment = environment;
        this.terminal = environment.terminal();
    }

    @Override
    public Integer call() throws Exception {
        order.check(environment);
        if (wait < 0 || wait > 3600) {
            throw new ParameterException(spec.commandLine(), "--wait is " + wait + ", and must be 0 to 3600");
        }
        Settings effective = settings.load(environment);
        try (Shutdown shutdown = Shutdown.onSignal();
                Watch watch = new Watch(terminal, shutdown)) {
            ErasureTarget target = ErasureTarget.find(effective, order.id(), watch);
            if (target == null) {
                terminal.say("Stopped before anything was erased.");
                return 1;
            }
            List<String> refusal = target.refusal(yes);
            if (!refusal.isEmpty()) {
                refusal.forEach(line -> terminal.say("@|bold,red dateline:|@ " + line));
                return 1;
            }
            Erasure erasure = new Erasure(effective, target, watch);
            erasure.order(order.by(environment), order.reason(), OrderOptions.now(environment));
            erasure.remove();
            erasure.awaitStores(Duration.ofSeconds(wait));
            ErasureReport report = erasure.report(environment.clock().instant());
            watch.close();
            report.print(terminal);
            return report.somethingRemains() ? 1 : 0;
        }
    }
}
