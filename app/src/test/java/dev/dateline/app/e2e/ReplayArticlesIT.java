package dev.dateline.app.e2e;

import static dev.dateline.model.TestArticles.NOON;
import static dev.dateline.model.TestArticles.kill;
import static dev.dateline.model.TestArticles.sealed;
import static dev.dateline.model.TestArticles.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dateline.app.command.CommandRun;
import dev.dateline.app.pipeline.EventReader;
import dev.dateline.app.pipeline.Pipeline;
import dev.dateline.app.pipeline.Topologies;
import dev.dateline.app.settings.Settings;
import dev.dateline.enrich.tag.RuleSet;
import dev.dateline.enrich.tag.Tagging;
import dev.dateline.enrich.taggers.Taggers;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Outcome;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Stage;
import dev.dateline.model.Tag;
import dev.dateline.model.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against a broker, a registry and the enrich application, as it is restarted with other rules. */
class ReplayArticlesIT {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final JsonMapper JSON = new JsonMapper();

    private static final Article FIRST = sealed(version("ferry", 1, "Ferries stay in port"));
    private static final Article FERRY = sealed(version("ferry", 2, "Ferries leave port"));
    private static final Article EARLIER =
            sealed(version("earlier", 1, "Fish prices fall").setVersionCreated(NOON.minus(Duration.ofDays(3))));
    private static final Article TALKS =
            sealed(version("talks", 1, "Peru and Japan sign a fishing accord").setLanguage("en"));
    private static final Article EMBARGOED =
            sealed(version("budget", 1, "Budget in full").setEmbargoedUntil(NOON.plus(Duration.ofDays(36_500))));
    private static final Article MISTAKE = sealed(version("mistake", 1, "Ferry sinks"));
    private static final Article KILL = sealed(kill("mistake", 2));

    /** The shipped rules tag these otherwise. */
    private static final Set<String> DIFFERENT = Set.of(FERRY.getArticleId(), EMBARGOED.getArticleId());

    @TempDir
    private Path directory;

    private Settings settings;
    private Records records;

    @Test
    void otherRulesChangeExactlyTheArticlesThatTheyTagOtherwiseAndASecondReplayChangesNothing() throws Exception {
        try (Stack stack = EmbeddedParts.start(directory.resolve("data"))) {
            settings = stack.prepare(directory.resolve("data"), Map.of());
            records = new Records(settings);
            Taggers shipped = Taggers.shipped();
            try (Pipeline pipeline = enrich(withoutLanguage(shipped))) {
                EventReader events = EventReader.fromNow(settings);
                publish(FIRST, FERRY, EARLIER, TALKS, EMBARGOED, MISTAKE, KILL);
                assertThat(judged(events, 7)).doesNotContain(Outcome.RETAGGED);
            }
            Map<String, EnrichedArticle> before = records.current();

            aDryRunCountsAndSendsNothing(shipped.id());
            assertThat(records.current()).isEqualTo(before);

            try (Pipeline pipeline = enrich(shipped.ruleSet())) {
                theReplayChanges(before);
                aSecondReplayChangesNothing();
                aSelectionIsSentAndAnIdThatIsNotThereIsTold();
            }
        }
    }

    private void aDryRunCountsAndSendsNothing(String rules) throws Exception {
        JsonNode report = JSON.readTree(replay(0, "--dry-run", "--json").out());
        assertThat(report.path("after").asText()).isEqualTo(rules);
        assertThat(report.path("articles").asInt()).isEqualTo(4);
        assertThat(report.path("changed").asInt()).isEqualTo(2);
        assertThat(report.path("killed").asInt()).isEqualTo(1);
        assertThat(report.path("codes")).hasSize(1);
        JsonNode english = report.path("codes").get(0);
        assertThat(english.path("code").asText()).isEqualTo("en");
        assertThat(english.path("added").asInt()).isEqualTo(2);
    }

    private void theReplayChanges(Map<String, EnrichedArticle> before) throws Exception {
        EventReader events = EventReader.fromNow(settings);

        CommandRun run = replay(0);

        assertThat(run.out()).isEqualTo("4 articles sent to wire.articles.v1. Left out: 1 killed.\n");
        assertThat(judged(events, 4))
                .containsExactlyInAnyOrder(Outcome.RETAGGED, Outcome.RETAGGED, Outcome.REPEAT, Outcome.REPEAT);
        Map<String, EnrichedArticle> after = records.current();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach((id, article) -> {
            EnrichedArticle former = before.get(id);
            if (!DIFFERENT.contains(id)) {
                assertThat(article).isEqualTo(former);
                return;
            }
            assertThat(article.getRevision()).isEqualTo(former.getRevision() + 1);
            assertThat(article.getTags()).extracting(Tag::getScheme).contains("language");
            assertThat(article.getArticle()).isEqualTo(former.getArticle());
            assertThat(article.getState()).isEqualTo(former.getState());
        });
        assertThat(after.get(KILL.getArticleId()).getState()).isEqualTo(ArticleState.KILLED);
    }

    private void aSecondReplayChangesNothing() throws Exception {
        Map<String, EnrichedArticle> before = records.current();
        EventReader events = EventReader.fromNow(settings);

        JsonNode report = JSON.readTree(replay(0, "--json", "--rate", "100000").out());

        assertThat(report.path("sent").asInt()).isEqualTo(4);
        assertThat(judged(events, 4)).containsOnly(Outcome.REPEAT);
        assertThat(records.current()).isEqualTo(before);
    }

    private void aSelectionIsSentAndAnIdThatIsNotThereIsTold() throws Exception {
        EventReader events = EventReader.fromNow(settings);

        CommandRun run = replay(
                1,
                "--id",
                "testwire/ferry",
                "--id",
                "testwire/earlier",
                "--id",
                "testwire/none",
                "--from",
                "2026-03-01");

        assertThat(run.out())
                .isEqualTo("1 articles sent to wire.articles.v1. Left out: 1 outside the time asked for.\n");
        assertThat(run.err()).contains("there is no article testwire/none in wire.articles.enriched.v1");
        assertThat(judged(events, 1)).containsExactly(Outcome.REPEAT);
    }

    private CommandRun replay(int exit, String... options) {
        List<String> arguments = new ArrayList<>(List.of("replay", "articles"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of(
                "--bootstrap-servers", settings.bootstrapServers(), "--schema-registry-url", settings.registryUrl()));
        CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isEqualTo(exit);
        return run;
    }

    private Pipeline enrich(RuleSet rules) throws Exception {
        Topologies topologies = new Topologies(settings, InstantSource.system(), document -> List.of(), () -> rules);
        Pipeline pipeline =
                Pipeline.start(settings, topologies, Set.of(Pipeline.Stage.ENRICH), InstantSource.system(), false);
        pipeline.awaitRunning(() -> false);
        return pipeline;
    }

    /** Rules that know no language of some articles, and agree with the shipped ones on the others. */
    private static RuleSet withoutLanguage(Taggers shipped) {
        Function<Article, Tagging> tagger = article -> {
            Tagging tagging = shipped.tag(article, false);
            return !DIFFERENT.contains(article.getArticleId())
                    ? tagging
                    : new Tagging(
                            tagging.tags().stream()
                                    .filter(tag -> !tag.getScheme().equals("language"))
                                    .toList(),
                            List.of());
        };
        return new RuleSet(tagger, 0, "old");
    }

    private void publish(Article... articles) throws Exception {
        for (Article article : articles) {
            records.put(Topics.ARTICLES, article.getArticleId(), article);
        }
    }

    /** What the gate made of the versions since {@code events} began. */
    private List<Outcome> judged(EventReader events, int versions) {
        return await().atMost(SOON)
                .until(
                        () -> {
                            List<Outcome> outcomes = new ArrayList<>();
                            events.read(event -> add(event, outcomes));
                            return outcomes;
                        },
                        outcomes -> outcomes.size() >= versions);
    }

    private static void add(PipelineEvent event, List<Outcome> outcomes) {
        if (event.getStage() == Stage.GATE) {
            outcomes.add(event.getOutcome());
        }
    }
}
