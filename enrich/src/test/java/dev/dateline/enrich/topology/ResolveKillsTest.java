package dev.dateline.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Article;
import dev.dateline.model.ArticleIds;
import dev.dateline.model.ArticleState;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Hold;
import dev.dateline.model.HoldState;
import dev.dateline.model.Provenance;
import dev.dateline.model.Signal;
import dev.dateline.model.SlugNotice;
import dev.dateline.model.SlugNoticeKind;
import dev.dateline.model.TestArticles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A kill under a new id through the whole topology: the article that it means loses its text. */
class ResolveKillsTest {
    @Test
    void theArticleThatIsMeantIsKilledInTheStoresToo() {
        try (EnrichDriver driver = new EnrichDriver(EnrichDriver.NO_TAGS)) {
            driver.arrive(wire("eca0001", Signal.NEW));
            driver.arrive(wire("eca0007", Signal.KILL));

            EnrichedArticle meant = states(driver).get("testwire/eca0001");
            assertThat(meant.getState()).isEqualTo(ArticleState.KILLED);
            assertThat(meant.getArticle().getBody()).isEmpty();
            assertThat(driver.holds())
                    .last()
                    .satisfies(record -> assertThat(record.value().getState()).isEqualTo(HoldState.RESOLVED));
        }
    }

    @Test
    void severalAreHeldUntilAnOperatorDecides() {
        try (EnrichDriver driver = new EnrichDriver(EnrichDriver.NO_TAGS)) {
            driver.arrive(wire("eca0001", Signal.NEW), wire("eca0002", Signal.UPDATE), wire("eca0007", Signal.KILL));
            Hold hold = driver.holds().get(0).value();
            assertThat(hold.getState()).isEqualTo(HoldState.HELD);
            assertThat(states(driver)).doesNotContainValue(null).allSatisfy((id, state) -> {
                if (!id.endsWith("0007")) {
                    assertThat(state.getState()).isEqualTo(ArticleState.CURRENT);
                }
            });

            driver.say(new SlugNotice(
                    SlugNoticeKind.CONFIRM,
                    hold.getProvider(),
                    hold.getSlug(),
                    hold.getHoldId(),
                    null,
                    null,
                    List.of("testwire/eca0002"),
                    driver.now()));

            assertThat(states(driver).get("testwire/eca0002").getState()).isEqualTo(ArticleState.KILLED);
        }
    }

    @Test
    void aKillWithoutAnyIdIsHeldWhereSeveralArticlesHaveItsSlug() {
        try (EnrichDriver driver = new EnrichDriver(EnrichDriver.NO_TAGS)) {
            driver.arrive(
                    derived("ferry-islands-2026-03-02", Signal.NEW),
                    derived("ferry-islands-2026-03-02~0123abcd", Signal.NEW),
                    derived("ferry-islands-2026-03-02~89ef4567", Signal.KILL));

            Hold hold = driver.holds().get(0).value();
            assertThat(hold.getState()).isEqualTo(HoldState.HELD);
            assertThat(hold.getCandidates()).hasSize(2);
        }
    }

    private static Article derived(String guid, Signal signal) {
        return TestArticles.article(guid)
                .setSignal(signal)
                .setFlags(List.of(ArticleIds.DERIVED))
                .build();
    }

    private static Map<String, EnrichedArticle> states(EnrichDriver driver) {
        Map<String, EnrichedArticle> states = new HashMap<>();
        driver.enriched().forEach(record -> states.put(record.key(), record.value()));
        return states;
    }

    private static Article wire(String guid, Signal signal) {
        Article.Builder article = TestArticles.article(guid).setSignal(signal);
        article.setProvenance(Provenance.newBuilder(article.getProvenance())
                .setFormat("iptc-7901")
                .build());
        return article.build();
    }
}
