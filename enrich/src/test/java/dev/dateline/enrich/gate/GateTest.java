package dev.dateline.enrich.gate;

import static dev.dateline.model.TestArticles.NOON;
import static dev.dateline.model.TestArticles.kill;
import static dev.dateline.model.TestArticles.sealed;
import static dev.dateline.model.TestArticles.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.Outcome;
import dev.dateline.model.PubStatus;
import dev.dateline.model.VersionOrder;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Instant LATER = NOON.plusSeconds(3600);
    private static final Article FIRST = sealed(version("a", 1, "Ferries stay in port"));
    private static final Article SECOND = sealed(version("a", 2, "Ferries leave port"));
    private static final Article KILL = sealed(kill("a", 3));

    private GateEntry entry;

    @Test
    void theFirstVersionIsRevisionOne() {
        Decision decision = arrive(FIRST);

        assertThat(decision.outcome()).isEqualTo(Outcome.CURRENT);
        assertThat(decision.reason()).isNull();
        assertThat(decision.change().revision()).isEqualTo(1);
        assertThat(decision.change().article()).isEqualTo(FIRST);
        assertThat(decision.change().inPublic()).isTrue();
    }

    @Test
    void aNewerVersionIsTheNextRevision() {
        arrive(FIRST);

        assertThat(arrive(SECOND).change().revision()).isEqualTo(2);
    }

    @Test
    void anOlderVersionIsStaleAndChangesNothing() {
        arrive(SECOND);
        GateEntry before = entry;
        Decision decision = arrive(FIRST);

        assertThat(decision.outcome()).isEqualTo(Outcome.STALE);
        assertThat(decision.reason()).isEqualTo("older than the version of revision 1");
        assertThat(decision.change()).isNull();
        assertThat(decision.entry()).isSameAs(before);
    }

    @Test
    void theSameVersionAgainIsARepeatWhereverItCameFrom() {
        arrive(FIRST);
        Decision decision = arrive(Article.newBuilder(FIRST)
                .setSource("other")
                .setReceivedAt(LATER)
                .build());

        assertThat(decision.outcome()).isEqualTo(Outcome.REPEAT);
        assertThat(decision.change()).isNull();
    }

    @Test
    void ofTwoTextsOfTheSameRankOneWinsWhicheverCameFirst() {
        Article other = sealed(version("a", 1, "Ferries remain in port"));

        arrive(FIRST);
        arrive(other);
        GateEntry oneWay = entry;
        entry = null;
        arrive(other);
        arrive(FIRST);

        assertThat(entry.getDigest()).isEqualTo(oneWay.getDigest());
    }

    @Test
    void ofTwoCopiesThatDifferByTheirEmbargoAloneOneWinsWhicheverCameFirst() {
        Article embargoed = Article.newBuilder(FIRST).setEmbargoedUntil(LATER).build();

        arrive(FIRST);
        arrive(embargoed);
        GateEntry oneWay = entry;
        entry = null;
        arrive(embargoed);
        arrive(FIRST);

        assertThat(entry.getDigest()).isEqualTo(oneWay.getDigest());
        assertThat(entry.getEmbargoEnd()).isEqualTo(oneWay.getEmbargoEnd());
    }

    @Test
    void aLaterReadingOfTheSameVersionWins() {
        arrive(FIRST);
        VersionOrder order =
                VersionOrder.newBuilder(FIRST.getOrder()).setParser(2).build();

        assertThat(arrive(Article.newBuilder(FIRST).setOrder(order).build()).outcome())
                .isEqualTo(Outcome.CURRENT);
    }

    @Test
    void aKillTakesTheTextAndNeedsNoNewerRank() {
        arrive(SECOND);
        Decision decision = arrive(sealed(kill("a", 1)));

        assertThat(decision.outcome()).isEqualTo(Outcome.KILLED);
        assertThat(decision.reason()).isEqualTo("killed");
        assertThat(decision.change().revision()).isEqualTo(2);
        assertThat(decision.change().status().state()).isEqualTo(ArticleState.KILLED);
        assertThat(decision.change().article().getHeadline()).isNull();
        assertThat(decision.change().article().getBody()).isEmpty();
        assertThat(decision.change().inPublic()).isTrue();
    }

    @Test
    void aKillThatComesFirstAbsorbsEveryVersionOlderAndNewer() {
        arrive(KILL);
        GateEntry killed = entry;

        for (Article version : new Article[] {FIRST, SECOND, sealed(version("a", 9, "Ferries sail again"))}) {
            Decision decision = arrive(version);
            assertThat(decision.outcome()).isEqualTo(Outcome.KILLED);
            assertThat(decision.reason())
                    .isEqualTo("the article is killed (revision 1): no version of it is published");
            assertThat(decision.change()).isNull();
            assertThat(decision.entry()).isSameAs(killed);
        }
    }

    @Test
    void theStatusCanceledIsAKill() {
        arrive(FIRST);
        Article canceled =
                Article.newBuilder(SECOND).setPubStatus(PubStatus.CANCELED).build();

        assertThat(arrive(canceled).outcome()).isEqualTo(Outcome.KILLED);
        assertThat(arrive(sealed(version("a", 3, "Back again"))).change()).isNull();
    }

    @Test
    void ofSeveralKillsTheNewestStands() {
        arrive(KILL);

        assertThat(arrive(KILL).outcome()).isEqualTo(Outcome.REPEAT);
        assertThat(arrive(sealed(kill("a", 2))).outcome()).isEqualTo(Outcome.STALE);
        Decision newer = arrive(sealed(kill("a", 4)));
        assertThat(newer.outcome()).isEqualTo(Outcome.KILLED);
        assertThat(newer.change().article().getVersion()).isEqualTo("4");
    }

    @Test
    void anEmbargoIsHeldAndRemembered() {
        Decision decision =
                arrive(Article.newBuilder(FIRST).setEmbargoedUntil(LATER).build());

        assertThat(decision.outcome()).isEqualTo(Outcome.HELD);
        assertThat(decision.reason()).isEqualTo("embargoed-until:2026-03-02T13:00:00Z");
        assertThat(decision.entry().getEmbargoEnd()).isEqualTo(LATER.toEpochMilli());
        assertThat(decision.change().inPublic()).isFalse();
    }

    @Test
    void theEndOfAnEmbargoIsANewRevisionOfTheSameVersion() {
        Article embargoed = Article.newBuilder(FIRST).setEmbargoedUntil(LATER).build();
        arrive(embargoed);
        Decision decision = Gate.release(entry, embargoed, LATER);

        assertThat(decision.outcome()).isEqualTo(Outcome.RELEASED);
        assertThat(decision.change().revision()).isEqualTo(2);
        assertThat(decision.change().status().publishable()).isTrue();
        assertThat(decision.change().inPublic()).isTrue();
        assertThat(decision.entry().getEmbargoEnd()).isNull();
        entry = decision.entry();
        assertThat(arrive(embargoed).outcome()).isEqualTo(Outcome.REPEAT);
    }

    @Test
    void whatIsWithheldStaysSoWhenItsEmbargoEnds() {
        Article withheld = Article.newBuilder(FIRST)
                .setEmbargoedUntil(LATER)
                .setPubStatus(PubStatus.WITHHELD)
                .build();
        arrive(withheld);
        Decision decision = Gate.release(entry, withheld, LATER);

        assertThat(decision.outcome()).isEqualTo(Outcome.HELD);
        assertThat(decision.change().status().reasons()).containsExactly("withheld");
    }

    @Test
    void thePublicTopicHearsOfAnArticleOnlyOnceItHasBeenThere() {
        Article withheld =
                Article.newBuilder(FIRST).setPubStatus(PubStatus.WITHHELD).build();
        assertThat(arrive(withheld).change().inPublic()).isFalse();
        assertThat(arrive(SECOND).change().inPublic()).isTrue();
        Article again = Article.newBuilder(sealed(version("a", 3, "Ferries held")))
                .setPubStatus(PubStatus.WITHHELD)
                .build();
        assertThat(arrive(again).change().inPublic()).isTrue();
        assertThat(arrive(sealed(kill("a", 4))).change().inPublic()).isTrue();
    }

    private Decision arrive(Article article) {
        Decision decision = Gate.decide(entry, article, NOON);
        entry = decision.entry();
        return decision;
    }
}
