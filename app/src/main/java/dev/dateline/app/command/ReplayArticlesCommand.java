package dev.dateline.app.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dateline.app.Environment;
import dev.dateline.app.pipeline.ArticleReplay;
import dev.dateline.app.pipeline.CurrentArticles;
import dev.dateline.app.pipeline.CurrentArticles.Current;
import dev.dateline.app.pipeline.PackShelf;
import dev.dateline.app.pipeline.Topologies;
import dev.dateline.app.report.Progress;
import dev.dateline.app.report.Terminal;
import dev.dateline.app.settings.Settings;
import dev.dateline.enrich.pack.PackReader;
import dev.dateline.enrich.pack.Packs;
import dev.dateline.enrich.taggers.Taggers;
import dev.dateline.model.ArticleState;
import dev.dateline.model.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "articles",
        description =
                "Send the current version of each article to the gate once more: what other rules tagged is tagged"
                        + " anew, and changes where the tags come out different. Exit code 1 when it was stopped or an --id was"
                        + " not found.",
        mixinStandardHelpOptions = true)
final class ReplayArticlesCommand implements Callable<Integer> {
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Environment environment;
    private final Terminal terminal;
    private final LeftOut leftOut = new LeftOut();

    @Spec
    private CommandSpec spec;

    @Mixin
    private Selection selection;

    @Option(
            names = "--dry-run",
            description =
                    "Send nothing: tag here, with the packs published and the model configured, and count what would change.")
    private boolean dryRun;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description =
                    "At most N articles a second, so that news does not wait behind history; no limit by default.")
    private int rate = Integer.MAX_VALUE;

    @Option(names = "--json", description = "One JSON document instead of text and tables.")
    private boolean json;

    @Mixin
    private ModelOption model;

    @Mixin
    private SettingsOptions settings;

    ReplayArticlesCommand(Environment environment) {
        this.environment = environment;
        this.terminal = environment.terminal();
    }

    @Override
    public Integer call() throws Exception {
        selection.check();
        if (rate < 1) {
            throw wrong("--rate is " + rate + ", and must be 1 or more");
        }
        if (model.isGiven() && !dryRun) {
            throw wrong("--model tags a dry run; the pipeline has its own, enrich.topic.model where enrich starts");
        }
        Settings effective = model.load(environment, settings);
        try (Shutdown shutdown = Shutdown.onSignal()) {
            return replay(effective, shutdown) ? 0 : 1;
        }
    }

    private boolean replay(Settings effective, Shutdown shutdown) throws InterruptedException, IOException {
        boolean all = dryRun ? tagHere(effective, shutdown) : send(effective, shutdown);
        if (!all) {
            terminal.say("Stopped before the end; what was sent stays sent, and the same command begins again.");
            return false;
        }
        selection
                .notFound()
                .forEach(id -> terminal.say("@|bold,red dateline:|@ there is no article " + id + " in "
                        + Topics.ENRICHED.name() + "; an id is provider/guid, as `dateline tail` shows it"));
        return selection.notFound().isEmpty();
    }

    private boolean send(Settings effective, Shutdown shutdown) throws InterruptedException, IOException {
        try (ArticleReplay replay = new ArticleReplay(effective)) {
            boolean all = read(effective, shutdown, replay::send);
            replay.finish();
            if (json) {
                try (JsonLines lines = new JsonLines(terminal.out())) {
                    lines.line(fields -> {
                        fields.writeNumberField("sent", replay.sent());
                        write(all, fields);
                    });
                }
            } else {
                terminal.out()
                        .println(String.format(
                                "%,d articles sent to %s.%s", replay.sent(), Topics.ARTICLES.name(), leftOut));
                terminal.say("The gate reports those that change on " + Topics.EVENTS.name() + ", as RETAGGED.");
            }
            return all;
        }
    }

    private boolean tagHere(Settings effective, Shutdown shutdown) throws InterruptedException, IOException {
        Function<Packs, Taggers> taggers = Topologies.taggersWith(effective);
        Packs packs = PackShelf.usable(new PackShelf(effective, PackReader.forShipped()).read());
        DryRun run = new DryRun(taggers.apply(packs), terminal);
        boolean all = read(effective, shutdown, current -> run.tag(current.article()));
        if (json) {
            try (JsonLines lines = new JsonLines(terminal.out())) {
                lines.line(fields -> {
                    run.write(fields);
                    write(all, fields);
                });
            }
        } else {
            run.print(leftOut);
        }
        return all;
    }

    /** An id that was not reached may yet be there. */
    private void write(boolean all, JsonGenerator fields) throws IOException {
        leftOut.write(all ? selection.notFound() : Set.of(), fields);
    }

    /** Gives each article that is meant to {@code articles}; false when the end was asked for before. */
    private boolean read(Settings effective, Shutdown shutdown, Consumer<Current> articles)
            throws InterruptedException {
        try (Progress progress = new Progress(terminal.err(), terminal.interactive(), QUIET);
                CurrentArticles current = new CurrentArticles(effective)) {
            Pace pace = new Pace(rate);
            return current.read(
                    selection::mayMean,
                    article -> {
                        if (isMeant(article)) {
                            articles.accept(article);
                            pace.step();
                        }
                    },
                    (done, total) -> {
                        progress.update(String.format("%s %,d articles", Progress.bar(done, total), pace.steps()));
                        return !shutdown.askedWithin(pace.ahead());
                    });
        }
    }

    private boolean isMeant(Current current) {
        if (!selection.spans(current.article().getArticle())) {
            leftOut.outside();
            return false;
        }
        if (current.article().getState() == ArticleState.KILLED) {
            leftOut.killed();
            return false;
        }
        return true;
    }

    private ParameterException wrong(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
