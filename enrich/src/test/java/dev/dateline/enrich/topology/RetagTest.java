package dev.dateline.enrich.topology;

import static dev.dateline.model.TestArticles.kill;
import static dev.dateline.model.TestArticles.sealed;
import static dev.dateline.model.TestArticles.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dateline.enrich.tag.RuleSet;
import dev.dateline.enrich.tag.Tagging;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Outcome;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Tag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of articles that come again after the rules have changed. */
class RetagTest {
    private static final Article FERRIES = sealed(version("a", 1, "Ferries stay in port"));
    private static final Article FISH = sealed(version("b", 1, "Fish prices fall"));
    private static final Article BUDGET = sealed(version("c", 1, "Budget in full"));
    private static final Duration HOUR = Duration.ofHours(1);

    /** Articles as the old rules tag them, and as the new ones do, which differ on ferries alone. */
    private final List<String> tagged = new ArrayList<>();

    private final RuleSet oldRules = rules("1", 1, "Ferries", "transport");
    private final RuleSet newRules = rules("2", 2, "Ferries", "shipping");
    private EnrichDriver wire = new EnrichDriver(oldRules);

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void underTheSameRulesNothingIsTaggedAndNothingChanges() {
        wire.arrive(FERRIES, FISH);
        forget();

        wire.arrive(FERRIES, FISH);

        assertThat(wire.enriched()).isEmpty();
        assertThat(tagged).isEmpty();
        assertThat(outcomes()).containsExactly(Outcome.REPEAT, Outcome.REPEAT);
    }

    @Test
    void underOtherRulesExactlyTheArticlesWithOtherTagsGetARevisionMore() {
        wire.arrive(FERRIES, FISH);
        change();

        wire.arrive(FERRIES, FISH);

        EnrichedArticle changed = only(wire.enriched());
        assertThat(changed.getArticleId()).isEqualTo("testwire/a");
        assertThat(changed.getRevision()).isEqualTo(2);
        assertThat(changed.getRulesVersion()).isEqualTo(2);
        assertThat(changed.getTags()).extracting(Tag::getCode).containsExactly("shipping");
        assertThat(changed.getArticle()).isEqualTo(FERRIES);
        assertThat(only(wire.inPublic())).isEqualTo(changed);
        assertThat(values(wire.events()))
                .extracting(PipelineEvent::getOutcome, PipelineEvent::getRevision, PipelineEvent::getReason)
                .containsExactly(
                        tuple(Outcome.RETAGGED, 2L, "tagged by rules 2, formerly by rules 1"),
                        tuple(Outcome.REPEAT, null, "the same version as revision 1"));
    }

    @Test
    void aSecondReplayChangesNothingAndTagsNothing() {
        wire.arrive(FERRIES, FISH);
        change();
        wire.arrive(FERRIES, FISH);
        forget();

        wire.arrive(FERRIES, FISH);

        assertThat(wire.enriched()).isEmpty();
        assertThat(wire.inPublic()).isEmpty();
        assertThat(tagged).isEmpty();
        assertThat(outcomes()).containsExactly(Outcome.REPEAT, Outcome.REPEAT);
    }

    @Test
    void aKillBeforeTheReplayStaysAKill() {
        wire.arrive(FERRIES, sealed(kill("a", 2)));
        change();

        wire.arrive(FERRIES);

        assertThat(wire.enriched()).isEmpty();
        assertThat(wire.inPublic()).isEmpty();
        assertThat(tagged).isEmpty();
        assertThat(outcomes()).containsExactly(Outcome.KILLED);
    }

    @Test
    void aKillBetweenTwoReplaysStaysAKill() {
        wire.arrive(FERRIES);
        change();
        wire.arrive(FERRIES, sealed(kill("a", 2)));
        forget();

        wire.arrive(FERRIES);

        assertThat(wire.enriched()).isEmpty();
        assertThat(wire.gate().get("testwire/a").getRevision()).isEqualTo(3);
        assertThat(outcomes()).containsExactly(Outcome.KILLED);
    }

    @Test
    void anOlderVersionThatIsReplayedStaysStale() {
        wire.arrive(FERRIES, sealed(version("a", 2, "Ferries leave port")));
        change();

        wire.arrive(FERRIES);

        assertThat(wire.enriched()).isEmpty();
        assertThat(outcomes()).containsExactly(Outcome.STALE);
    }

    @Test
    void anEmbargoedArticleIsTaggedAnewAndKeepsItsEmbargo() {
        Article embargoed = Article.newBuilder(FERRIES)
                .setEmbargoedUntil(wire.now().plus(HOUR))
                .build();
        wire.arrive(embargoed);
        change();

        wire.arrive(embargoed);

        EnrichedArticle changed = only(wire.enriched());
        assertThat(changed.getState()).isEqualTo(ArticleState.EMBARGOED);
        assertThat(changed.getTags()).extracting(Tag::getCode).containsExactly("shipping");
        assertThat(wire.inPublic()).isEmpty();
        wire.advance(HOUR);
        EnrichedArticle released = only(wire.inPublic());
        assertThat(released.getRevision()).isEqualTo(3);
        assertThat(released.getTags()).isEqualTo(changed.getTags());
        assertThat(outcomes()).containsExactly(Outcome.RETAGGED, Outcome.RELEASED);
        assertThat(wire.due().all()).isExhausted();
    }

    @Test
    void anEmbargoedArticleWhoseTagsStayIsStillReleased() {
        Article embargoed = Article.newBuilder(BUDGET)
                .setEmbargoedUntil(wire.now().plus(HOUR))
                .build();
        wire.arrive(embargoed);
        change();
        wire.arrive(embargoed);
        assertThat(wire.enriched()).isEmpty();

        wire.advance(HOUR);

        assertThat(only(wire.inPublic()).getRevision()).isEqualTo(2);
        assertThat(outcomes()).containsExactly(Outcome.REPEAT, Outcome.RELEASED);
    }

    /** Another process takes over, with the new rules. */
    private void change() {
        wire = wire.restarted(newRules);
        tagged.clear();
    }

    private void forget() {
        wire.enriched();
        wire.inPublic();
        wire.events();
        tagged.clear();
    }

    private RuleSet rules(String id, int version, String word, String topic) {
        Function<Article, Tagging> tagger = article -> {
            tagged.add(article.getArticleId());
            boolean found = article.getHeadline().contains(word);
            Tag tag = Tag.newBuilder()
                    .setScheme("medtop")
                    .setCode(found ? topic : "other")
                    .setScore(0.9)
                    .setMethod("rule")
                    .build();
            return new Tagging(List.of(tag), List.of());
        };
        return new RuleSet(tagger, version, id);
    }

    private List<Outcome> outcomes() {
        return values(wire.events()).stream().map(PipelineEvent::getOutcome).toList();
    }

    private static <V> List<V> values(List<TestRecord<String, V>> records) {
        return records.stream().map(TestRecord::value).toList();
    }

    private static <V> V only(List<TestRecord<String, V>> records) {
        assertThat(records).hasSize(1);
        return records.get(0).value();
    }
}
