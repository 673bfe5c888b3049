package dev.dateline.app.e2e;

import static dev.dateline.model.TestArticles.kill;
import static dev.dateline.model.TestArticles.sealed;
import static dev.dateline.model.TestArticles.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.app.command.CommandRun;
import dev.dateline.app.pipeline.EventReader;
import dev.dateline.app.pipeline.Pipeline;
import dev.dateline.app.pipeline.Topologies;
import dev.dateline.app.settings.Settings;
import dev.dateline.enrich.tag.RuleSet;
import dev.dateline.enrich.tag.Tagging;
import dev.dateline.model.Article;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Outcome;
import dev.dateline.model.Ruling;
import dev.dateline.model.RulingKind;
import dev.dateline.model.Stage;
import dev.dateline.model.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An enrich application whose changelogs are new and whose local state is gone goes on as if nothing had happened. */
class GateRebuildIT {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final RuleSet NO_RULES = new RuleSet(article -> new Tagging(List.of(), List.of()), 1, "1");

    private static final Article OLD = sealed(version("ferry", 1, "Ferries stay in port"));
    private static final Article FERRY = sealed(version("ferry", 2, "Ferries leave port"));
    private static final Article MISTAKE = sealed(version("mistake", 1, "Ferry sinks"));
    private static final Article KILL = sealed(kill("mistake", 2));
    private static final Article SECRET = sealed(version("secret", 1, "To be forgotten"));
    private static final Ruling ERASE =
            new Ruling(SECRET.getArticleId(), RulingKind.ERASE, "counsel", "court order", Instant.EPOCH, null);

    @TempDir
    private Path directory;

    private Settings settings;
    private Records records;

    @Test
    void anApplicationThatHasLostItsMemoryGoesOnWhereItWas() throws Exception {
        Article embargoed = sealed(version("budget", 1, "Budget in full")
                .setEmbargoedUntil(Instant.now().plusSeconds(45)));
        Article[] all = {OLD, FERRY, MISTAKE, KILL, SECRET, embargoed};
        try (Stack stack = EmbeddedParts.start(directory.resolve("data"))) {
            settings = stack.prepare(directory.resolve("data"), Map.of());
            records = new Records(settings);
            try (Pipeline pipeline = enrich()) {
                EventReader events = EventReader.fromNow(settings);
                publish(all);
                judged(events, all.length);
                records.put(Topics.RULINGS, ERASE.getArticleId(), ERASE);
                judged(events, all.length + 1);
                assertThat(rebuild().err()).contains("the enrich application runs");
            }
            Map<String, EnrichedArticle> before = records.current();
            assertThat(before).doesNotContainKey(SECRET.getArticleId());

            Path local = settings.dataDir().resolve("streams/dateline-enrich");
            assertThat(local).isDirectory();
            CommandRun run = rebuild();
            assertThat(local).doesNotExist();
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.out()).isEqualTo("4 articles remembered.\n");

            try (Pipeline pipeline = enrich()) {
                EventReader events = EventReader.fromNow(settings);
                publish(OLD, FERRY, MISTAKE, KILL, SECRET);
                assertThat(judged(events, 5))
                        .containsExactlyInAnyOrder(
                                Outcome.STALE, Outcome.REPEAT, Outcome.KILLED, Outcome.REPEAT, Outcome.DROPPED);
                await().atMost(SOON).untilAsserted(() -> assertThat(
                                records.current().get(embargoed.getArticleId()).getPublishable())
                        .isTrue());
            }
            Map<String, EnrichedArticle> after = records.current();
            assertThat(after.remove(embargoed.getArticleId()).getRevision()).isEqualTo(2);
            before.remove(embargoed.getArticleId());
            assertThat(after).isEqualTo(before);
        }
    }

    private CommandRun rebuild() {
        return CommandRun.of(
                "gate",
                "rebuild",
                "--bootstrap-servers",
                settings.bootstrapServers(),
                "--schema-registry-url",
                settings.registryUrl(),
                "--set",
                "data.dir=" + settings.dataDir());
    }

    private Pipeline enrich() throws Exception {
        Topologies topologies = new Topologies(settings, InstantSource.system(), document -> List.of(), () -> NO_RULES);
        Pipeline pipeline =
                Pipeline.start(settings, topologies, Set.of(Pipeline.Stage.ENRICH), InstantSource.system(), false);
        pipeline.awaitRunning(() -> false);
        return pipeline;
    }

    private void publish(Article... articles) throws Exception {
        for (Article article : articles) {
            records.put(Topics.ARTICLES, article.getArticleId(), article);
        }
    }

    private List<Outcome> judged(EventReader events, int count) {
        return await().atMost(SOON)
                .until(
                        () -> {
                            List<Outcome> outcomes = new ArrayList<>();
                            events.read(event -> {
                                if (event.getStage() == Stage.GATE && event.getOutcome() != Outcome.RELEASED) {
                                    outcomes.add(event.getOutcome());
                                }
                            });
                            return outcomes;
                        },
                        outcomes -> outcomes.size() >= count);
    }
}
