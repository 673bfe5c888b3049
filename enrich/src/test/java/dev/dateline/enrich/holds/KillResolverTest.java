package dev.dateline.enrich.holds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.gate.SlugEntry;
import dev.dateline.model.Article;
import dev.dateline.model.Hold;
import dev.dateline.model.HoldState;
import dev.dateline.model.Provenance;
import dev.dateline.model.PubStatus;
import dev.dateline.model.Signal;
import dev.dateline.model.SlugNotice;
import dev.dateline.model.SlugNoticeKind;
import dev.dateline.model.TestArticles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KillResolverTest {
    private static final Instant NOON = TestArticles.NOON;

    @Test
    void theOnlyArticleUnderTheSlugIsKilled() {
        Run run = new Run().take(article("1", 0)).take(kill("9", 60));

        assertThat(run.killed).containsExactly("testwire/1");
        assertThat(run.last().getState()).isEqualTo(HoldState.RESOLVED);
        assertThat(run.kills.get(0)).satisfies(kill -> {
            assertThat(kill.getGuid()).isEqualTo("1");
            assertThat(kill.getSignal()).isEqualTo(Signal.KILL);
            assertThat(kill.getSignalMarker()).isEqualTo("KILL KILL KILL in testwire/9");
            assertThat(kill.getBody()).isEmpty();
        });
    }

    @Test
    void aKillThatComesFirstWaitsForItsArticle() {
        Run run = new Run().take(kill("9", 60));

        assertThat(run.killed).isEmpty();
        assertThat(run.last().getState()).isEqualTo(HoldState.WAITING);
        run.take(article("1", 0));
        assertThat(run.killed).containsExactly("testwire/1");
        assertThat(run.last().getState()).isEqualTo(HoldState.RESOLVED);
    }

    @Test
    void amongSeveralArticlesNoneIsGuessed() {
        Run run = new Run().take(article("1", 0)).take(article("2", 10)).take(kill("9", 60));

        assertThat(run.killed).isEmpty();
        assertThat(run.last().getState()).isEqualTo(HoldState.HELD);
        assertThat(run.last().getCandidates())
                .extracting(candidate -> candidate.getArticleId())
                .containsExactly("testwire/1", "testwire/2");
        assertThat(run.last().getCandidates().get(0).getHeadline()).isNotBlank();
    }

    @Test
    void theOperatorSaysWhichOneIsMeant() {
        Run run = new Run().take(article("1", 0)).take(article("2", 10)).take(kill("9", 60));
        run.take(word(SlugNoticeKind.CONFIRM, "9", List.of("testwire/2")));

        assertThat(run.killed).containsExactly("testwire/2");
        assertThat(run.last().getState()).isEqualTo(HoldState.CONFIRMED);
        assertThat(run.last().getCandidates()).allMatch(candidate -> candidate.getHeadline() == null);
    }

    @Test
    void withoutANameTheOperatorMeansAll() {
        Run run = new Run().take(article("1", 0)).take(article("2", 10)).take(kill("9", 60));
        run.take(word(SlugNoticeKind.CONFIRM, "9", List.of()));

        assertThat(run.killed).containsExactlyInAnyOrder("testwire/1", "testwire/2");
    }

    @Test
    void aRejectedKillKillsNothingEvenWhenItIsSentAgain() {
        Run run = new Run().take(article("1", 0)).take(article("2", 10)).take(kill("9", 60));
        run.take(word(SlugNoticeKind.REJECT, "9", List.of()))
                .take(kill("9", 60))
                .take(article("3", 20));

        assertThat(run.killed).isEmpty();
        assertThat(run.last().getState()).isEqualTo(HoldState.REJECTED);
    }

    @Test
    void whatIsNewerThanTheKillOrTooOldIsNotMeant() {
        Run run = new Run()
                .take(article("new", 61))
                .take(article("old", -60 * 24 * 4))
                .take(kill("9", 60));

        assertThat(run.killed).isEmpty();
        assertThat(run.last().getState()).isEqualTo(HoldState.WAITING);
    }

    @Test
    void aKillThatRepeatsTheIdOfItsArticleIsTheGatesAffair() {
        Run run = new Run().take(article("9", 0)).take(article("1", 0)).take(kill("9", 60));

        assertThat(run.killed).isEmpty();
        assertThat(run.holds).isEmpty();
    }

    /** Given one article that is meant, any order and any repeats of arrival end in the same kill. */
    @Property(tries = 300)
    void theOrderOfArrivalDoesNotMatter(@ForAll Random random, @ForAll @IntRange(min = 0, max = 3) int others) {
        List<SlugNotice> notices = new ArrayList<>(List.of(article("1", 0), kill("9", 60)));
        for (int i = 0; i < others; i++) {
            notices.add(
                    random.nextBoolean()
                            ? article("later" + i, 61 + random.nextInt(500))
                            : article("older" + i, -60 * 24 * 3 - 1 - random.nextInt(500)));
        }
        for (int repeats = random.nextInt(4); repeats > 0; repeats--) {
            notices.add(notices.get(random.nextInt(notices.size())));
        }
        Collections.shuffle(notices, random);
        Run run = new Run();
        notices.forEach(run::take);

        assertThat(run.killed).containsExactly("testwire/1");
        assertThat(run.last().getState()).isEqualTo(HoldState.RESOLVED);
    }

    @Test
    void onlyFormatsThatNameArticlesBySlugSayAnythingAboutIt() {
        assertThat(Slugs.of(TestArticles.article("1").build())).isEmpty();
        Article wire = wire("1").setSlugline("BC-US--Ferry, 1st Ld-Writethru").build();
        Optional<SlugNotice> notice = Slugs.of(wire);
        assertThat(notice).hasValueSatisfying(said -> assertThat(said.getSlug()).isEqualTo("BC-US--Ferry"));
        assertThat(Slugs.key("a", "BC-US--Ferry")).isEqualTo("a|bc-us--ferry");
    }

    private static Article.Builder wire(String guid) {
        Article.Builder article = TestArticles.article(guid);
        article.setProvenance(Provenance.newBuilder(article.getProvenance())
                .setFormat("iptc-7901")
                .build());
        return article;
    }

    private static SlugNotice article(String guid, int minutes) {
        return Slugs.of(wire(guid)
                        .setVersionCreated(NOON.plus(Duration.ofMinutes(minutes)))
                        .build())
                .orElseThrow();
    }

    private static SlugNotice kill(String guid, int minutes) {
        return Slugs.of(wire(guid)
                        .setVersionCreated(NOON.plus(Duration.ofMinutes(minutes)))
                        .setSignal(Signal.KILL)
                        .setSignalMarker("KILL KILL KILL")
                        .setPubStatus(PubStatus.USABLE)
                        .build())
                .orElseThrow();
    }

    private static SlugNotice word(SlugNoticeKind kind, String guid, List<String> targets) {
        SlugNotice kill = kill(guid, 60);
        return new SlugNotice(
                kind, kill.getProvider(), kill.getSlug(), kill.getArticleId(), null, null, targets, kill.getAt());
    }

    /** The resolver over a stream of notices, with what it has said so far. */
    private static final class Run {
        private SlugEntry entry;
        private final List<Article> kills = new ArrayList<>();
        private final Set<String> killed = new TreeSet<>();
        private final List<Hold> holds = new ArrayList<>();

        Run take(SlugNotice notice) {
            Resolution resolution = KillResolver.resolve(entry, notice);
            entry = resolution.entry();
            kills.addAll(resolution.kills());
            killed.addAll(resolution.kills().stream().map(Article::getArticleId).collect(Collectors.toSet()));
            assertThat(kills).hasSameSizeAs(killed);
            holds.addAll(resolution.holds());
            return this;
        }

        Hold last() {
            return holds.get(holds.size() - 1);
        }
    }
}
