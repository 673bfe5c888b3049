package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.app.pipeline.Course;
import dev.dateline.app.pipeline.CurrentArticles;
import dev.dateline.app.pipeline.DocumentReplay;
import dev.dateline.app.pipeline.FormerReadings;
import dev.dateline.app.pipeline.KeptDocument;
import dev.dateline.app.pipeline.KeptDocuments;
import dev.dateline.app.pipeline.Topologies;
import dev.dateline.app.report.Progress;
import dev.dateline.app.report.Terminal;
import dev.dateline.app.settings.Settings;
import dev.dateline.model.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "documents",
        description =
                "Send documents through the parsers once more, as they were received: what newer parsers or dialects read"
                        + " otherwise becomes a new version. Exit code 1 when it was stopped or an --id or --document was not"
                        + " found.",
        mixinStandardHelpOptions = true)
final class ReplayDocumentsCommand implements Callable<Integer> {
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Environment environment;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DocumentSelection selection;

    @Option(
            names = "--dry-run",
            description = "Send nothing: parse here, with the dialects configured, and count what would change.")
    private boolean dryRun;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description =
                    "At most N documents a second, so that news does not wait behind history; no limit by default.")
    private int rate = Integer.MAX_VALUE;

    @Option(names = "--json", description = "One JSON document instead of text and tables.")
    private boolean json;

    @Mixin
    private SettingsOptions settings;

    ReplayDocumentsCommand(Environment environment) {
        this.environment = environment;
        this.terminal = environment.terminal();
    }

    @Override
    public Integer call() throws Exception {
        selection.check();
        if (rate < 1) {
            throw new ParameterException(spec.commandLine(), "--rate is " + rate + ", and must be 1 or more");
        }
        Settings effective = settings.load(environment);
        try (Shutdown shutdown = Shutdown.onSignal()) {
            boolean all = dryRun ? readHere(effective, shutdown) : send(effective, shutdown);
            if (!all) {
                terminal.say("Stopped before the end; what was sent stays sent, and the same command begins again.");
                return 1;
            }
        }
        selection
                .notFound()
                .forEach(id -> terminal.say("@|bold,red dateline:|@ no document in " + Topics.DOCUMENTS.name()
                        + " is or holds " + id + ": it is unknown, or older than the topic keeps"));
        return selection.notFound().isEmpty() ? 0 : 1;
    }

    private boolean send(Settings effective, Shutdown shutdown) throws InterruptedException, IOException {
        try (DocumentReplay replay = new DocumentReplay(effective)) {
            boolean all = read(effective, shutdown, replay::send);
            replay.finish();
            if (json) {
                try (JsonLines lines = new JsonLines(terminal.out())) {
                    lines.line(fields -> {
                        fields.writeNumberField("sent", replay.sent());
                        LeftOut.writeNotFound(all ? selection.notFound() : Set.of(), fields);
                    });
                }
            } else {
                terminal.out()
                        .println(String.format("%,d documents sent to %s.", replay.sent(), Topics.DOCUMENTS.name()));
                terminal.say("They are parsed anew; " + Topics.EVENTS.name()
                        + " tells what the gate makes of each version: REPEAT where nothing changes.");
            }
            return all;
        }
    }

    private boolean readHere(Settings effective, Shutdown shutdown)
            throws InterruptedException, IOException, ExecutionException {
        Reread reread =
                new Reread(Topologies.parsers(effective), environment.clock().instant());
        boolean all;
        try (Progress progress = progress()) {
            FormerReadings former = FormerReadings.read(
                    effective, environment.clock().instant(), course(progress, shutdown, "reading dead letters"));
            all = read(effective, shutdown, document -> reread.read(document, former.of(document)));
        }
        try (Progress progress = progress();
                CurrentArticles current = new CurrentArticles(effective)) {
            all = all
                    && current.read(
                            reread::holds, reread::compare, course(progress, shutdown, "reading current articles"));
        }
        RereadReport report = new RereadReport(reread);
        if (json) {
            boolean whole = all;
            try (JsonLines lines = new JsonLines(terminal.out())) {
                lines.line(fields -> {
                    report.write(fields);
                    LeftOut.writeNotFound(whole ? selection.notFound() : Set.of(), fields);
                });
            }
        } else {
            report.print(terminal);
        }
        return all;
    }

    /** Gives each document that is meant to {@code documents}; false when the end was asked for before. */
    private boolean read(Settings effective, Shutdown shutdown, Consumer<KeptDocument> documents)
            throws InterruptedException {
        try (Progress progress = progress();
                KeptDocuments kept = new KeptDocuments(effective)) {
            selection.prepare(effective, course(progress, shutdown, "reading what is known of the articles"));
            Pace pace = new Pace(rate);
            return kept.read(
                    selection::mayMean,
                    document -> {
                        if (selection.means(document)) {
                            documents.accept(document);
                            pace.step();
                        }
                    },
                    (done, total) -> {
                        progress.update(String.format("%s %,d documents", Progress.bar(done, total), pace.steps()));
                        return !shutdown.askedWithin(pace.ahead());
                    });
        }
    }

    private Progress progress() {
        return new Progress(terminal.err(), terminal.interactive(), QUIET);
    }

    private static Course course(Progress progress, Shutdown shutdown, String doing) {
        return (done, total) -> {
            progress.update(Progress.bar(done, total) + " " + doing);
            return !shutdown.askedWithin(Duration.ZERO);
        };
    }
}
