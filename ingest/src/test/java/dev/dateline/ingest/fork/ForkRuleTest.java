package dev.dateline.ingest.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Article;
import dev.dateline.model.ArticleIds;
import dev.dateline.model.PubStatus;
import dev.dateline.model.Signal;
import dev.dateline.model.TestArticles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ForkRuleTest {
    private static final Instant NOW = Instant.parse("2026-10-12T09:00:00Z");
    private static final String ID = "test/budget-2026-10-12";
    private static final String FERRIES =
            "Ferry crews in Piraeus walked off for a second day over unpaid overtime, stranding thousands of islanders.";
    private static final String HARVEST =
            "Growers near Mendoza expect the smallest grape harvest since records began after hail destroyed vineyards.";
    private static final String MUSEUM =
            "Curators reopened Tallinn's maritime museum on Saturday with a rebuilt submarine and free tickets for pupils.";

    private final Map<String, Forks> memory = new HashMap<>();

    @Test
    void theFirstArticleKeepsTheIdAndItsUpdatesStayWithIt() {
        assertThat(place(article("Ferries strike", FERRIES))).isEqualTo(ID);
        assertThat(place(article("Ferry strike ends", FERRIES + " Talks resumed at noon, the union's chairman said.")))
                .isEqualTo(ID);
        assertThat(place(article("Ferries strike", FERRIES))).isEqualTo(ID);
    }

    @Test
    void aTextWithNothingInCommonIsAnotherArticleAndIsFlagged() {
        place(article("Ferries strike", FERRIES));
        Article harvest = article("Grapes fail", HARVEST);

        Article placed = placed(harvest);

        assertThat(placed.getArticleId())
                .isEqualTo(ID + "~" + harvest.getContentHash().substring(0, 8));
        assertThat(placed.getGuid())
                .isEqualTo("budget-2026-10-12~" + harvest.getContentHash().substring(0, 8));
        assertThat(placed.getFlags()).containsExactly(ArticleIds.DERIVED, ArticleIds.FORKED);
        assertThat(place(article("Grapes fail again", HARVEST + " Prices rose.")))
                .isEqualTo(placed.getArticleId());
        assertThat(place(article("Ferries strike", FERRIES))).isEqualTo(ID);
    }

    @Test
    void anAlertAndTheStoryThatFollowsItAreOne() {
        assertThat(place(article("Ferry crews walk off in Piraeus", ""))).isEqualTo(ID);
        assertThat(place(article("Islanders stranded", FERRIES + " " + HARVEST)))
                .isEqualTo(ID);
    }

    @Test
    void aStoryMayDriftAwayFromItsFirstVersion() {
        place(article("Ferries", FERRIES));
        place(article("Ferries and grapes", FERRIES + " " + HARVEST));

        assertThat(place(article("Grapes", HARVEST))).isEqualTo(ID);
    }

    @Test
    void aKillMeansTheOnlyArticleUnderTheIdWhateverItsWords() {
        place(article("Ferries strike", FERRIES));

        assertThat(place(kill("Kill the item slugged Budget"))).isEqualTo(ID);
    }

    @Test
    void aKillThatComesFirstLeavesTheIdToItsArticle() {
        assertThat(place(kill("Kill the item slugged Budget"))).isEqualTo(ID);
        assertThat(place(article("Ferries strike", FERRIES))).isEqualTo(ID);
    }

    @Test
    void amongSeveralAKillMeansTheOneWhoseWordsItHasAndElseNone() {
        place(article("Ferries strike", FERRIES));
        String harvest = place(article("Grapes fail", HARVEST));

        Article withWords =
                placed(TestArticles.sealed(builder("Grapes fail", HARVEST).setPubStatus(PubStatus.CANCELED)));
        Article without = placed(kill("Kill the item slugged Budget"));

        assertThat(withWords.getArticleId()).isEqualTo(harvest);
        assertThat(without.getArticleId())
                .as("an id of its own, so that it is held for an operator")
                .isNotIn(ID, harvest)
                .startsWith(ID + "~");
    }

    @Test
    void writingWithoutSpacesIsToldApartToo() {
        place(article("渡轮罢工", "比雷埃夫斯港的渡轮船员因加班费未付连续第二天罢工，数千名岛民滞留。"));

        assertThat(place(article("渡轮罢工结束", "比雷埃夫斯港的渡轮船员结束罢工，滞留的岛民陆续返回。"))).isEqualTo(ID);
        assertThat(place(article("葡萄歉收", "门多萨附近的种植者预计今年葡萄收成为有记录以来最低，冰雹毁坏了葡萄园。")))
                .isNotEqualTo(ID);
    }

    @Test
    void anArticleWithAnIdOfItsOwnIsNotConcerned() {
        Article own = TestArticles.sealed(TestArticles.article("own"));

        assertThat(placed(own)).isSameAs(own);
        assertThat(memory).isEmpty();
    }

    /** Whatever the order and however often, the same versions come together; only which of them has the plain id differs. */
    @Property(tries = 200)
    void theOrderOfArrivalDoesNotMatterForWhichVersionsBelongTogether(@ForAll @Size(max = 30) List<Byte> arrivals) {
        List<String> stories = List.of(FERRIES, HARVEST, MUSEUM);
        Map<String, Forks> fresh = new HashMap<>();
        Map<Integer, String> ids = new HashMap<>();
        for (byte arrival : arrivals) {
            int story = Math.floorMod(arrival, 3);
            Article version = article("Take " + arrival, stories.get(story) + " Nr " + arrival + ".");
            String id = placed(version, fresh).getArticleId();
            assertThat(ids.computeIfAbsent(story, none -> id)).isEqualTo(id);
        }
        assertThat(ids.values()).doesNotHaveDuplicates();
    }

    private String place(Article article) {
        return placed(article).getArticleId();
    }

    private Article placed(Article article) {
        return placed(article, memory);
    }

    private static Article placed(Article article, Map<String, Forks> memory) {
        return ForkRule.placed(article, memory::get, memory::put, NOW);
    }

    private static Article kill(String words) {
        return TestArticles.sealed(builder(words, "").setSignal(Signal.KILL));
    }

    private static Article article(String headline, String text) {
        return TestArticles.sealed(builder(headline, text));
    }

    private static Article.Builder builder(String headline, String text) {
        return TestArticles.article("budget-2026-10-12")
                .setArticleId(ID)
                .setHeadline(headline)
                .setStandfirst(null)
                .setBody(new ArrayList<>(List.of(text)))
                .setFlags(new ArrayList<>(List.of(ArticleIds.DERIVED)));
    }
}
