package dev.dateline.enrich.gate;

import static dev.dateline.model.TestArticles.NOON;
import static dev.dateline.model.TestArticles.kill;
import static dev.dateline.model.TestArticles.sealed;
import static dev.dateline.model.TestArticles.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.tag.Tagging;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.Outcome;
import dev.dateline.model.PubStatus;
import dev.dateline.model.Tag;
import dev.dateline.model.VersionOrder;
import java.time.Instant;
import java.util.List;
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
        assertThat(entry.getDue()).isEqualTo(oneWay.getDue());
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
        assertThat(decision.entry().getDue()).isEqualTo(LATER.toEpochMilli());
        assertThat(decision.change().inPublic()).isFalse();
    }

    @Test
    void theEndOfAnEmbargoIsANewRevisionOfTheSameVersion() {
        Article embargoed = Article.newBuilder(FIRST).setEmbargoedUntil(LATER).build();
        arrive(embargoed);
        Decision decision = conclude(Gate.release(entry, embargoed, LATER), "1", "GB");

        assertThat(decision.outcome()).isEqualTo(Outcome.RELEASED);
        assertThat(decision.change().revision()).isEqualTo(2);
        assertThat(decision.change().status().publishable()).isTrue();
        assertThat(decision.change().inPublic()).isTrue();
        assertThat(decision.entry().getDue()).isNull();
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

    @Test
    void aRepeatThatTheSameTaggersTaggedIsNotTaggedAgain() {
        arrive(FIRST, "1", "GB");
        GateEntry before = entry;

        Decision decision = Gate.decide(entry, FIRST, "1", NOON);

        assertThat(decision.outcome()).isEqualTo(Outcome.REPEAT);
        assertThat(decision.change()).isNull();
        assertThat(decision.entry()).isSameAs(before);
    }

    @Test
    void aRepeatThatOtherTaggersTagOtherwiseIsTheNextRevision() {
        arrive(FIRST, "1", "GB");
        Decision decision = arrive(FIRST, "2+model@abc", "FR");

        assertThat(decision.outcome()).isEqualTo(Outcome.RETAGGED);
        assertThat(decision.reason()).isEqualTo("tagged by rules 2+model@abc, formerly by rules 1");
        assertThat(decision.change().revision()).isEqualTo(2);
        assertThat(decision.change().article()).isEqualTo(FIRST);
        assertThat(decision.change().inPublic()).isTrue();
        assertThat(arrive(FIRST, "2+model@abc", "FR").outcome()).isEqualTo(Outcome.REPEAT);
        assertThat(entry.getRevision()).isEqualTo(2);
    }

    @Test
    void aRepeatThatOtherTaggersTagAlikeChangesNothingAndTheyAreRemembered() {
        arrive(FIRST, "1", "GB");
        Decision decision = arrive(FIRST, "2", "GB");

        assertThat(decision.outcome()).isEqualTo(Outcome.REPEAT);
        assertThat(decision.change()).isNull();
        assertThat(entry.getRevision()).isEqualTo(1);
        assertThat(Gate.decide(entry, FIRST, "2", NOON).entry()).isSameAs(entry);
    }

    @Test
    void anotherReasonForATagIsAnotherTag() {
        arrive(FIRST, "1", "GB");
        Tag found = Tag.newBuilder(tag("GB")).setMethod("gazetteer").build();
        Decision decision = Gate.decide(entry, FIRST, "2", NOON);

        assertThat(Gate.tagged(entry, decision, "2", new Tagging(List.of(found), List.of()))
                        .outcome())
                .isEqualTo(Outcome.RETAGGED);
    }

    @Test
    void taggersOfWhichOneFailsTakeNoTagsAwayAndAreAskedAgain() {
        arrive(FIRST, "1", "GB");
        GateEntry before = entry;
        Decision decision = Gate.decide(entry, FIRST, "2", NOON);
        Decision failed = Gate.tagged(entry, decision, "2", new Tagging(List.of(), List.of("PlaceTagger: x")));

        assertThat(failed.outcome()).isEqualTo(Outcome.REPEAT);
        assertThat(failed.reason()).isEqualTo("the same version as revision 1; it keeps its tags: PlaceTagger: x");
        assertThat(failed.entry()).isSameAs(before);
        assertThat(arrive(FIRST, "2", "FR").outcome()).isEqualTo(Outcome.RETAGGED);
    }

    @Test
    void whereATaggerFailedOnceTheNextRepeatIsTaggedAgain() {
        Decision first = Gate.decide(null, FIRST, "1", NOON);
        entry = Gate.tagged(null, first, "1", new Tagging(List.of(), List.of("PlaceTagger: x")))
                .entry();

        assertThat(arrive(FIRST, "1", "GB").outcome()).isEqualTo(Outcome.RETAGGED);
        assertThat(arrive(FIRST, "1", "GB").outcome()).isEqualTo(Outcome.REPEAT);
    }

    @Test
    void anEntryOfABuildThatDidNotRememberTagsIsTaggedAgainOnce() {
        arrive(FIRST, "1", "GB");
        entry = GateEntry.newBuilder(entry).clearTaggedBy().clearTags().build();
        Decision decision = arrive(FIRST, "1", "GB");

        assertThat(decision.outcome()).isEqualTo(Outcome.RETAGGED);
        assertThat(decision.reason()).isEqualTo("tagged by rules 1");
        assertThat(arrive(FIRST, "1", "GB").outcome()).isEqualTo(Outcome.REPEAT);
    }

    @Test
    void aKilledArticleIsNeverTaggedAgain() {
        arrive(FIRST, "1", "GB");
        arrive(KILL);

        assertThat(entry.getTaggedBy()).isNull();
        assertThat(Gate.decide(entry, FIRST, "2", NOON).change()).isNull();
        assertThat(Gate.decide(entry, KILL, "2", NOON).outcome()).isEqualTo(Outcome.REPEAT);
    }

    @Test
    void anEmbargoedArticleKeepsItsEmbargoWhenItIsTaggedAgain() {
        Article embargoed = Article.newBuilder(FIRST).setEmbargoedUntil(LATER).build();
        arrive(embargoed, "1", "GB");
        Decision decision = arrive(embargoed, "2", "FR");

        assertThat(decision.outcome()).isEqualTo(Outcome.RETAGGED);
        assertThat(decision.change().status().state()).isEqualTo(ArticleState.EMBARGOED);
        assertThat(decision.change().inPublic()).isFalse();
        assertThat(entry.getDue()).isEqualTo(LATER.toEpochMilli());
    }

    @Test
    void whereTheEmbargoIsOverTheReleaseTagsTheArticle() {
        Article embargoed = Article.newBuilder(FIRST).setEmbargoedUntil(LATER).build();
        arrive(embargoed, "1", "GB");

        assertThat(Gate.decide(entry, embargoed, "2", LATER).outcome()).isEqualTo(Outcome.REPEAT);
        assertThat(Gate.release(entry, embargoed, LATER).change().status().publishable())
                .isTrue();
    }

    private Decision arrive(Article article) {
        return arrive(article, "1", "GB");
    }

    /** What an article comes to under taggers that give it one country. */
    private Decision arrive(Article article, String taggers, String country) {
        return conclude(Gate.decide(entry, article, taggers, NOON), taggers, country);
    }

    private Decision conclude(Decision decision, String taggers, String country) {
        boolean toTag = decision.change() != null && decision.change().status().state() != ArticleState.KILLED;
        Decision last =
                toTag ? Gate.tagged(entry, decision, taggers, new Tagging(List.of(tag(country)), List.of())) : decision;
        entry = last.entry();
        return last;
    }

    private static Tag tag(String country) {
        return Tag.newBuilder()
                .setScheme("country")
                .setCode(country)
                .setScore(0.9)
                .setMethod("dateline")
                .build();
    }
}
