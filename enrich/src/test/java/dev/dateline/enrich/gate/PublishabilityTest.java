package dev.dateline.enrich.gate;

import static dev.dateline.model.TestArticles.NOON;
import static dev.dateline.model.TestArticles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.PubStatus;
import dev.dateline.model.Rights;
import dev.dateline.model.Signal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PublishabilityTest {
    private static final Instant LATER = NOON.plusSeconds(3600);
    private static final String UNTIL_LATER = "embargoed-until:2026-03-02T13:00:00Z";

    static Stream<Arguments> truthTable() {
        return Stream.of(
                arguments(article("a"), ArticleState.CURRENT, List.of()),
                arguments(article("a").setPubStatus(PubStatus.WITHHELD), ArticleState.WITHHELD, List.of("withheld")),
                arguments(article("a").setSignal(Signal.HOLD), ArticleState.WITHHELD, List.of("hold")),
                arguments(
                        article("a").setPubStatus(PubStatus.UNKNOWN), ArticleState.WITHHELD, List.of("status-unknown")),
                arguments(article("a").setSignal(Signal.UNKNOWN), ArticleState.WITHHELD, List.of("signal-unknown")),
                arguments(article("a").setSignal(Signal.ADVISORY), ArticleState.CURRENT, List.of("advisory")),
                arguments(article("a").setEmbargoedUntil(LATER), ArticleState.EMBARGOED, List.of(UNTIL_LATER)),
                arguments(
                        article("a").setEmbargoedIndefinitely(true),
                        ArticleState.EMBARGOED,
                        List.of("embargoed-indefinitely")),
                arguments(
                        article("a").setEmbargoedIndefinitely(true).setEmbargoedUntil(LATER),
                        ArticleState.EMBARGOED,
                        List.of("embargoed-indefinitely")),
                arguments(
                        article("a").setPubStatus(PubStatus.WITHHELD).setEmbargoedUntil(LATER),
                        ArticleState.WITHHELD,
                        List.of("withheld", UNTIL_LATER)),
                arguments(
                        article("a").setSignal(Signal.ADVISORY).setEmbargoedUntil(LATER),
                        ArticleState.EMBARGOED,
                        List.of(UNTIL_LATER, "advisory")),
                arguments(article("a").setExpires(NOON), ArticleState.EXPIRED, List.of("expired:2026-03-02T12:00:00Z")),
                arguments(
                        article("a").setExpires(NOON).setPubStatus(PubStatus.WITHHELD),
                        ArticleState.WITHHELD,
                        List.of("withheld", "expired:2026-03-02T12:00:00Z")),
                arguments(
                        article("a").setExpires(NOON).setEmbargoedUntil(LATER),
                        ArticleState.EXPIRED,
                        List.of("expired:2026-03-02T12:00:00Z", UNTIL_LATER)),
                arguments(article("a").setSignal(Signal.KILL), ArticleState.KILLED, List.of("killed")),
                arguments(article("a").setPubStatus(PubStatus.CANCELED), ArticleState.KILLED, List.of("canceled")),
                arguments(
                        article("a").setPubStatus(PubStatus.CANCELED).setSignal(Signal.KILL),
                        ArticleState.KILLED,
                        List.of("killed", "canceled")),
                arguments(
                        article("a").setSignal(Signal.KILL).setEmbargoedUntil(LATER),
                        ArticleState.KILLED,
                        List.of("killed")));
    }

    @ParameterizedTest
    @MethodSource("truthTable")
    void stateAndReasonsFollowStatusSignalAndEmbargo(Article.Builder article, ArticleState state, List<String> why) {
        Publishability answer = Publishability.of(article.build(), NOON);

        assertThat(answer.state()).isEqualTo(state);
        assertThat(answer.reasons()).isEqualTo(why);
        assertThat(answer.publishable()).isEqualTo(why.isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            value = Signal.class,
            names = {"NEW", "UPDATE", "CORRECTION", "REFILE", "REPEAT", "ALERT", "SUMMARY"})
    void ordinarySignalsArePublishable(Signal signal) {
        assertThat(Publishability.of(article("a").setSignal(signal).build(), NOON)
                        .publishable())
                .isTrue();
    }

    @Test
    void anEmbargoEndsWithTheVeryInstantThatItNames() {
        Article article = article("a").setEmbargoedUntil(LATER).build();

        assertThat(Publishability.of(article, LATER.minusMillis(1)).publishable())
                .isFalse();
        assertThat(Publishability.of(article, LATER).publishable()).isTrue();
    }

    @Test
    void anArticleExpiresWithTheVeryInstantThatItNames() {
        Article article = article("a").setExpires(LATER).build();

        assertThat(Publishability.of(article, LATER.minusMillis(1)).publishable())
                .isTrue();
        assertThat(Publishability.of(article, LATER).state()).isEqualTo(ArticleState.EXPIRED);
        assertThat(Publishability.of(article, LATER).reasons()).containsExactly("expired:2026-03-02T13:00:00Z");
    }

    @Test
    void termsThatForbidPublicationWithholdAndOthersAreToBeHeeded() {
        Publishability forbidden = Publishability.of(terms("Background only. NOT FOR PUBLICATION."), NOON);
        Publishability partly = Publishability.of(terms("Not for publication in Canada."), NOON);

        assertThat(forbidden.state()).isEqualTo(ArticleState.WITHHELD);
        assertThat(forbidden.reasons()).containsExactly("usage-terms");
        assertThat(partly.publishable()).isTrue();
        assertThat(partly.restrictions()).containsExactly("usage-terms");
    }

    private static Article terms(String words) {
        return article("a").setRights(new Rights(null, null, words, null)).build();
    }

    @Test
    void theAnswerChangesNextWhenAnEmbargoEndsOrTheArticleExpires() {
        assertThat(due(article("a").setEmbargoedUntil(LATER))).isEqualTo(LATER);
        assertThat(due(article("a").setEmbargoedUntil(LATER).setPubStatus(PubStatus.WITHHELD)))
                .isEqualTo(LATER);
        assertThat(due(article("a").setEmbargoedUntil(NOON))).isNull();
        assertThat(due(article("a").setEmbargoedUntil(LATER).setEmbargoedIndefinitely(true)))
                .isNull();
        assertThat(due(article("a").setEmbargoedUntil(LATER).setSignal(Signal.KILL)))
                .isNull();
        assertThat(due(article("a").setExpires(LATER))).isEqualTo(LATER);
        assertThat(due(article("a").setExpires(NOON))).isNull();
        assertThat(due(article("a").setExpires(LATER).setEmbargoedUntil(LATER.minusSeconds(1))))
                .isEqualTo(LATER.minusSeconds(1));
        assertThat(due(article("a").setExpires(LATER.minusSeconds(1)).setEmbargoedUntil(LATER)))
                .isEqualTo(LATER.minusSeconds(1));
        assertThat(due(article("a").setExpires(NOON).setEmbargoedUntil(LATER))).isEqualTo(LATER);
    }

    private static Instant due(Article.Builder article) {
        return Publishability.of(article.build(), NOON).due();
    }
}
