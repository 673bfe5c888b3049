package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.app.pipeline.ArticleEvents;
import dev.dateline.app.pipeline.Confirmations;
import dev.dateline.app.pipeline.UnstoredState;
import dev.dateline.app.report.StoredTrace;
import dev.dateline.app.report.Table;
import dev.dateline.app.report.Terminal;
import dev.dateline.app.report.TraceStore;
import dev.dateline.app.report.TraceStore.Match;
import dev.dateline.app.settings.Settings;
import dev.dateline.model.Outcome;
import dev.dateline.model.PipelineEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "where",
        description =
                "Show the way of one article: documents received, versions parsed, what the gate made of each and why, its"
                        + " state in topic and store, tags, takedowns. Exit code 1 when no article matches, or several do.",
        mixinStandardHelpOptions = true)
final class WhereCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Environment environment;
    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "ID|URL|HEADLINE",
            description = "Id of the article or of a document; address of a document or link; guid; or words that stand"
                    + " together in the headline.")
    private List<String> words;

    @Option(names = "--json", description = "One JSON document instead of text; several matches under \"matches\".")
    private boolean json;

    @Mixin
    private SettingsOptions settings;

    WhereCommand(Environment environment) {
        this.environment = environment;
        this.terminal = environment.terminal();
    }

    @Override
    public Integer call() throws Exception {
        String text = String.join(" ", words).strip();
        Settings effective = settings.load(environment);
        // Mostly the text is the id, and Kafka's client takes as long to start as PostgreSQL's.
        CompletableFuture<UnstoredState> guess =
                CompletableFuture.supplyAsync(() -> UnstoredState.read(effective, text, LOOK));
        try (TraceStore store = new TraceStore(effective)) {
            List<Match> matches = store.find(text);
            if (matches.size() == 1) {
                String id = matches.get(0).articleId();
                StoredTrace trace = store.read(id);
                show(whereabouts(effective, id, trace, id.equals(text) ? guess : null));
                return 0;
            }
            if (json) {
                try (JsonLines lines = new JsonLines(terminal.out())) {
                    lines.line(fields -> TraceJson.write(matches, fields));
                }
            }
            tell(text, matches);
            return 1;
        }
    }

    private void tell(String text, List<Match> matches) {
        if (matches.isEmpty()) {
            terminal.say("@|bold,red dateline:|@ no article has the id, document, address, guid, link or headline '"
                    + text + "' in PostgreSQL");
            return;
        }
        int shown = Math.min(matches.size(), TraceStore.MOST_MATCHES - 1);
        if (!json) {
            Table table = new Table("STATE", "ARTICLE", "HEADLINE");
            matches.stream()
                    .limit(shown)
                    .forEach(match -> table.row(
                            match.state() == null ? "" : match.state().toLowerCase(Locale.ROOT),
                            match.articleId(),
                            match.headline()));
            table.lines(terminal.width()).forEach(terminal.out()::println);
        }
        String many = matches.size() > shown ? "more than " + shown : Integer.toString(matches.size());
        terminal.say(many + " articles match '" + text + "': give the id of one");
    }

    private Whereabouts whereabouts(
            Settings effective, String id, StoredTrace trace, CompletableFuture<UnstoredState> guess)
            throws InterruptedException {
        UnstoredState unstored = null;
        List<PipelineEvent> events = trace.events();
        Confirmations confirmations = null;
        String trouble = null;
        try (Shutdown shutdown = Shutdown.onSignal();
                Watch watch = new Watch(terminal, shutdown)) {
            unstored = guess == null ? UnstoredState.read(effective, id, LOOK) : joined(guess);
            if (events.isEmpty()) {
                events = ArticleEvents.read(effective, id, watch.course("reading events; the store keeps none"));
            }
            if (isTakenDown(trace, events)) {
                confirmations = Confirmations.read(effective, watch.toTheEnd("reading confirmations"));
            }
        } catch (KafkaException e) {
            trouble = String.join("; ", Messages.of(e));
        }
        return new Whereabouts(id, trace, events, unstored, confirmations, trouble);
    }

    private static UnstoredState joined(CompletableFuture<UnstoredState> guess) {
        try {
            return guess.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private static boolean isTakenDown(StoredTrace trace, List<PipelineEvent> events) {
        return trace.state() == null
                || trace.state().state().equals("KILLED")
                || events.stream().anyMatch(event -> event.getOutcome() == Outcome.ERASED);
    }

    private void show(Whereabouts found) throws IOException {
        if (json) {
            try (JsonLines lines = new JsonLines(terminal.out())) {
                lines.line(fields -> TraceJson.write(found, fields));
            }
        } else {
            new TraceReport(found).print(terminal);
        }
    }
}
