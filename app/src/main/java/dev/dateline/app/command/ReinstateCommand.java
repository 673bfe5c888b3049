package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.app.pipeline.CurrentArticles;
import dev.dateline.app.pipeline.DocumentReplay;
import dev.dateline.app.pipeline.Holdings;
import dev.dateline.app.pipeline.Rulings;
import dev.dateline.app.report.Terminal;
import dev.dateline.app.settings.Settings;
import dev.dateline.model.ArticleState;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Ruling;
import dev.dateline.model.RulingKind;
import dev.dateline.model.Topics;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "reinstate",
        description =
                "Lift the kill of an article: the order is kept with its reason, and the documents that held the article"
                        + " are sent once more, so that its text comes back. Exit code 1 when it is unknown or not killed.",
        mixinStandardHelpOptions = true)
final class ReinstateCommand implements Callable<Integer> {
    private final Environment environment;
    private final Terminal terminal;

    @Mixin
    private OrderOptions order;

    @Mixin
    private SettingsOptions settings;

    ReinstateCommand(Environment environment) {
        this.environment = environment;
        this.terminal = environment.terminal();
    }

    @Override
    public Integer call() throws Exception {
        order.check(environment);
        Settings effective = settings.load(environment);
        try (Shutdown shutdown = Shutdown.onSignal();
                Watch watch = new Watch(terminal, shutdown)) {
            EnrichedArticle killed = CurrentArticles.find(
                            effective, order.id(), watch.course("looking for the article"))
                    .orElse(null);
            Holdings holdings =
                    Holdings.of(effective, Set.of(order.id()), watch.course("reading what is known of its documents"));
            if (watch.stopped()) {
                terminal.say("Stopped before anything was ordered.");
                return 1;
            }
            String refusal = refusal(killed);
            if (refusal != null) {
                terminal.say("@|bold,red dateline:|@ " + refusal);
                return 1;
            }
            String by = order.by(environment);
            Rulings.publish(
                    effective,
                    new Ruling(
                            order.id(),
                            RulingKind.REINSTATE,
                            by,
                            order.reason(),
                            OrderOptions.now(environment),
                            killed.getArticle()));
            return replay(effective, holdings, watch, by);
        }
    }

    private String refusal(EnrichedArticle article) {
        if (article == null) {
            return "there is no article " + order.id() + " in " + Topics.ENRICHED.name()
                    + "; an id is provider/guid, as `dateline tail` shows it";
        }
        if (article.getState() != ArticleState.KILLED) {
            return order.id() + " is not killed but "
                    + article.getState().name().toLowerCase(Locale.ROOT) + " (revision " + article.getRevision()
                    + "): there is no kill to lift";
        }
        return null;
    }

    private int replay(Settings effective, Holdings holdings, Watch watch, String by) throws InterruptedException {
        try (DocumentReplay replay = new DocumentReplay(effective)) {
            boolean all = holdings.read(effective, replay::send, watch.course("looking for its documents"));
            replay.finish();
            watch.close();
            String ordered = "Reinstated " + order.id() + " by order of " + by + ": ";
            if (!all) {
                terminal.say(
                        ordered + "the kill is lifted, but it was stopped before all its documents were sent again;"
                                + " `dateline replay documents --id " + order.id() + "` does that.");
                return 1;
            }
            terminal.say(
                    replay.sent() == 0
                            ? ordered + "the kill is lifted, but " + Topics.DOCUMENTS.name()
                                    + " has no document of it any more; its text comes back when the sender sends it again."
                            : ordered + "the kill is lifted; sent again: " + Counted.of(replay.sent(), "document")
                                    + " that held it.");
            return 0;
        }
    }
}
