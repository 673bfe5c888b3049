package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.app.pipeline.Confirmations;
import dev.dateline.app.pipeline.CurrentArticles;
import dev.dateline.app.report.Table;
import dev.dateline.app.report.Terminal;
import dev.dateline.app.settings.Settings;
import dev.dateline.model.ArticleState;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Takedown;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "takedowns",
        description =
                "Show every kill and which sink has confirmed when that the text is gone from its store; those that a sink"
                        + " has not confirmed come first.",
        mixinStandardHelpOptions = true)
final class TakedownsCommand implements Callable<Integer> {
    /**
     * One sink's part of one kill.
     *
     * @param takedown null while the sink has not confirmed it
     */
    private record Line(String articleId, long revision, Instant killedAt, String sink, Takedown takedown) {
        boolean isPending() {
            return takedown == null;
        }

        Duration after() {
            Instant since = takedown.getKilledAt() == null ? killedAt : takedown.getKilledAt();
            return Duration.between(since, takedown.getRemovedAt());
        }
    }

    private static final Comparator<Line> PENDING_AND_OLDEST_FIRST = Comparator.comparing(
                    (Line line) -> !line.isPending())
            .thenComparing(Line::killedAt)
            .thenComparing(Line::articleId)
            .thenComparing(Line::sink);

    private final Environment environment;
    private final Terminal terminal;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "Only kills of this time or later: an instant, or a date, which is 00:00 UTC.")
    private Instant since = Instant.MIN;

    @Option(
            names = "--pending",
            description = "Only kills that a sink has not confirmed; exit code 1 when there are any.")
    private boolean pending;

    @Option(names = "--json", description = "One JSON object per line, one for each kill and sink.")
    private boolean json;

    @Mixin
    private SettingsOptions settings;

    TakedownsCommand(Environment environment) {
        this.environment = environment;
        this.terminal = environment.terminal();
    }

    @Override
    public Integer call() throws Exception {
        Settings effective = settings.load(environment);
        List<Line> lines = new ArrayList<>();
        try (Shutdown shutdown = Shutdown.onSignal();
                Watch watch = new Watch(terminal, shutdown);
                CurrentArticles current = new CurrentArticles(effective)) {
            List<EnrichedArticle> kills = new ArrayList<>();
            boolean all = current.read(
                    id -> true,
                    article -> {
                        if (article.article().getState() == ArticleState.KILLED) {
                            kills.add(article.article());
                        }
                    },
                    watch.course("looking for kills"));
            // After the kills, so that none of them counts as pending that was confirmed meanwhile.
            Confirmations confirmations = Confirmations.read(effective, watch.toTheEnd("reading confirmations"));
            if (!all) {
                terminal.say("Stopped before the end.");
                return 1;
            }
            kills.forEach(kill -> add(kill, confirmations, lines));
        }
        lines.sort(PENDING_AND_OLDEST_FIRST);
        show(lines);
        return pending && !lines.isEmpty() ? 1 : 0;
    }

    private void add(EnrichedArticle kill, Confirmations confirmations, List<Line> lines) {
        if (kill.getEnrichedAt().isBefore(since)) {
            return;
        }
        for (String sink : confirmations.sinks()) {
            Takedown takedown = confirmations.of(kill.getArticleId(), sink);
            // An earlier kill that was lifted since says nothing of this one.
            boolean confirmed = takedown != null
                    && (takedown.getRevision() == null || takedown.getRevision() >= kill.getRevision());
            if (!confirmed || !pending) {
                lines.add(new Line(
                        kill.getArticleId(),
                        kill.getRevision(),
                        kill.getEnrichedAt(),
                        sink,
                        confirmed ? takedown : null));
            }
        }
    }

    private void show(List<Line> lines) throws IOException {
        if (json) {
            try (JsonLines out = new JsonLines(terminal.out())) {
                lines.forEach(line -> write(line, out));
            }
            return;
        }
        if (lines.isEmpty()) {
            terminal.say(pending ? "Every kill is confirmed." : "No article is killed.");
            return;
        }
        Table table = new Table("STATE", "KILLED", "SINK", "CONFIRMED", "AFTER", "ARTICLE");
        for (Line line : lines) {
            table.row(
                    line.isPending() ? "PENDING" : "confirmed",
                    line.killedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                    line.sink(),
                    line.isPending()
                            ? ""
                            : line.takedown()
                                    .getRemovedAt()
                                    .truncatedTo(ChronoUnit.SECONDS)
                                    .toString(),
                    line.isPending() ? "" : Durations.of(line.after()),
                    line.articleId());
        }
        table.lines(terminal.width()).forEach(terminal.out()::println);
    }

    private static void write(Line line, JsonLines out) {
        out.line(json -> {
            json.writeStringField("articleId", line.articleId());
            json.writeNumberField("revision", line.revision());
            json.writeStringField("killedAt", line.killedAt().toString());
            json.writeStringField("sink", line.sink());
            json.writeBooleanField("confirmed", !line.isPending());
            if (!line.isPending()) {
                json.writeStringField(
                        "removedAt", line.takedown().getRemovedAt().toString());
                json.writeNumberField("afterMillis", line.after().toMillis());
            }
        });
    }
}
