package dev.dateline.enrich.topology;

import static dev.dateline.model.TestArticles.article;
import static dev.dateline.model.TestArticles.kill;
import static dev.dateline.model.TestArticles.sealed;
import static dev.dateline.model.TestArticles.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Outcome;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Ruling;
import dev.dateline.model.RulingKind;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Operators' rulings, through the real topology. */
class RulingsTest {
    private static final Article FIRST = sealed(version("ferry", 1, "Ferry resumes"));
    private static final Article SECOND = sealed(version("ferry", 2, "Ferry resumes on Monday"));
    private static final Article KILL = sealed(kill("ferry", 3));
    private static final Article LATER_KILL = sealed(kill("ferry", 5));

    private EnrichDriver driver = new EnrichDriver(EnrichDriver.NO_TAGS);

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aReinstatedArticleIsBackWithTheNextDeliveryOfItsNewestVersion() {
        driver.arrive(FIRST, SECOND, KILL);
        driver.rule(reinstate(KILL));

        EnrichedArticle waiting = last();
        assertThat(waiting.getState()).isEqualTo(ArticleState.WITHHELD);
        assertThat(waiting.getReasons()).containsExactly("reinstated");
        assertThat(waiting.getRevision()).isEqualTo(4);
        assertThat(waiting.getArticle().getBody()).isEmpty();

        driver.arrive(KILL, SECOND, FIRST);

        assertThat(last().getState()).isEqualTo(ArticleState.CURRENT);
        assertThat(last().getArticle()).isEqualTo(SECOND);
        assertThat(last().getRevision()).isEqualTo(5);
        assertThat(outcomes())
                .containsExactly(
                        Outcome.CURRENT,
                        Outcome.CURRENT,
                        Outcome.KILLED,
                        Outcome.REINSTATED,
                        Outcome.STALE,
                        Outcome.CURRENT,
                        Outcome.STALE);
    }

    @Test
    void thePublicTopicHasNoTextBetweenReinstatementAndReturn() {
        driver.arrive(FIRST, KILL);
        driver.rule(reinstate(KILL));

        List<TestRecord<String, EnrichedArticle>> shown = driver.inPublic();

        assertThat(shown).hasSize(3);
        assertThat(shown.get(2).value().getArticle().getHeadline()).isNull();
        assertThat(shown.get(2).value().getPublishable()).isFalse();
    }

    @Test
    void aLaterKillKillsAgainAndALaterReadingOfALiftedOneDoesNot() {
        driver.arrive(FIRST, KILL);
        driver.rule(reinstate(KILL));
        Article readAgain = Article.newBuilder(KILL).build();
        readAgain.getOrder().setParser(99);

        driver.arrive(readAgain, FIRST);
        assertThat(last().getState()).isEqualTo(ArticleState.CURRENT);

        driver.arrive(LATER_KILL, SECOND);
        assertThat(last().getState()).isEqualTo(ArticleState.KILLED);
    }

    @Test
    void aRulingAboutAnOlderKillLeavesANewerOneInForce() {
        driver.arrive(FIRST, KILL, LATER_KILL);
        driver.rule(reinstate(KILL));

        driver.arrive(SECOND);

        assertThat(last().getState()).isEqualTo(ArticleState.KILLED);
        assertThat(outcomes()).endsWith(Outcome.STALE, Outcome.KILLED);
    }

    @Test
    void aRulingIsCarriedOutOnce() {
        driver.arrive(FIRST, KILL);
        driver.rule(reinstate(KILL));
        driver.arrive(FIRST);
        driver.rule(reinstate(KILL));

        assertThat(last().getState()).isEqualTo(ArticleState.CURRENT);
        assertThat(outcomes()).endsWith(Outcome.REINSTATED, Outcome.CURRENT, Outcome.REPEAT);
    }

    @Test
    void aRulingOutlivesARestart() {
        driver.arrive(FIRST, KILL);
        driver.rule(reinstate(KILL));
        driver = driver.restarted(EnrichDriver.NO_TAGS);

        driver.arrive(KILL, FIRST);

        assertThat(last().getState()).isEqualTo(ArticleState.CURRENT);
    }

    @Test
    void anErasedArticleLeavesTombstonesAndNothingOfItIsTakenAgain() {
        Article embargoed = sealed(
                version("ferry", 2, "Later").setEmbargoedUntil(driver.now().plusSeconds(60)));
        driver.arrive(FIRST, embargoed);
        driver.rule(ruling(RulingKind.ERASE, null));

        driver.arrive(SECOND, KILL);
        driver.rule(reinstate(KILL));
        driver.advance(Duration.ofMinutes(2));

        List<TestRecord<String, EnrichedArticle>> enriched = driver.enriched();
        assertThat(enriched).hasSize(3);
        assertThat(enriched.get(2).key()).isEqualTo(FIRST.getArticleId());
        assertThat(enriched.get(2).value()).isNull();
        List<TestRecord<String, EnrichedArticle>> shown = driver.inPublic();
        assertThat(shown.get(shown.size() - 1).value()).isNull();
        assertThat(driver.due().all()).isExhausted();
        assertThat(outcomes())
                .containsExactly(
                        Outcome.CURRENT, Outcome.HELD, Outcome.ERASED, Outcome.DROPPED, Outcome.DROPPED, Outcome.STALE);
    }

    @Test
    void whatIsErasedBeforeItComesIsNotTaken() {
        driver.rule(ruling(RulingKind.ERASE, null));
        driver.arrive(FIRST);

        assertThat(driver.enriched())
                .allSatisfy(record -> assertThat(record.value()).isNull());
    }

    @Test
    void anIncompleteRulingIsADeadLetterAndDoesNothing() {
        driver.arrive(FIRST, KILL);
        driver.rule(ruling(RulingKind.REINSTATE, null));
        driver.rule(ruling(RulingKind.UNKNOWN, KILL));

        assertThat(driver.deadLetters()).hasSize(2);
        assertThat(last().getState()).isEqualTo(ArticleState.KILLED);
    }

    @Test
    void anExpiredArticleIsTakenBackWithinASecondAndItsTextStaysWithEditors() {
        driver.arrive(sealed(article("ferry").setExpires(driver.now().plusSeconds(60))));
        driver.advance(Duration.ofMillis(59_900));
        assertThat(driver.inPublic()).hasSize(1);

        driver.advance(Duration.ofMillis(1_000));

        List<TestRecord<String, EnrichedArticle>> shown = driver.inPublic();
        assertThat(shown).hasSize(1);
        assertThat(shown.get(0).value().getState()).isEqualTo(ArticleState.EXPIRED);
        assertThat(shown.get(0).value().getArticle().getHeadline()).isNull();
        assertThat(last().getArticle().getBody()).isNotEmpty();
        assertThat(outcomes()).containsExactly(Outcome.CURRENT, Outcome.EXPIRED);
    }

    private EnrichedArticle last() {
        List<TestRecord<String, EnrichedArticle>> records = driver.enriched();
        if (!records.isEmpty()) {
            last = records.get(records.size() - 1).value();
        }
        return last;
    }

    private EnrichedArticle last;

    private List<Outcome> outcomes() {
        return driver.events().stream()
                .map(TestRecord::value)
                .map(PipelineEvent::getOutcome)
                .toList();
    }

    private Ruling reinstate(Article kill) {
        return ruling(RulingKind.REINSTATE, kill);
    }

    private Ruling ruling(RulingKind kind, Article kill) {
        return new Ruling(FIRST.getArticleId(), kind, "desk", "killed in error", driver.now(), kill);
    }
}
