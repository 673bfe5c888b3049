package dev.dateline.enrich.place;

import static dev.dateline.enrich.taggers.Samples.about;
import static dev.dateline.enrich.taggers.Samples.codes;
import static dev.dateline.enrich.taggers.Samples.scores;
import static dev.dateline.enrich.taggers.Samples.story;
import static dev.dateline.enrich.taggers.Samples.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dateline.model.Article;
import dev.dateline.model.Evidence;
import dev.dateline.model.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlocTaggerTest {
    private static final String BLOC = BlocTagger.SCHEME;

    @Test
    void blocOfTheHeadlineIsWhatTheStoryIsAbout() {
        Article article = story(
                "Asean ministers meet on trade",
                "Ministers of the Association of Southeast Asian Nations met on Monday to talk about tariffs.",
                "Rice is cheap. ".repeat(40),
                "The European Union had no comment.");

        assertThat(about(article, BLOC)).containsExactly("asean");
        assertThat(scores(article, BLOC).get("eu")).isBetween(0.1, 0.3);
        assertThat(tags(article, BLOC).get(0).getEvidence())
                .extracting(Evidence::getField, Evidence::getText)
                .containsExactly(
                        tuple("headline", "Asean"), tuple("body[0]", "Association of Southeast Asian Nations"));
        assertThat(tags(article, BLOC)).extracting(Tag::getMethod).containsOnly("gazetteer");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Leaders of the G-7 met, g7",
        "en, Leaders of the G7 met, g7",
        "en, Envoys of the E.U. spoke, eu",
        "en, A free and open Indo-Pacific is the aim, indo-pacific",
        "en, The Quad summit was put off, quad",
        "de, Die Staaten der Europäischen Union stimmten zu, eu",
        "de, Die Golfstaaten fördern mehr, gulf-states",
        "fr, L'Otan a réagi, nato",
        "es, La cumbre del Mercosur, mercosur",
        "ru, Саммит стран БРИКС прошёл, brics",
        "ru, Переговоры с Европейским союзом, eu",
        "zh, 欧盟宣布新措施, eu",
        "ar, قرر الاتحاد الأوروبي ذلك, eu"
    })
    void knowsItsNamesInTheLanguagesOfTheWire(String language, String text, String bloc) {
        Article article = story(text, "…");
        article.setLanguage(language);
        assertThat(codes(article, BLOC)).containsExactly(bloc);
    }

    @ParameterizedTest
    @CsvSource({
        "en, He leads the Commonwealth Bank of Australia",
        "en, She did a quad jump",
        "en, They found cis fats in it",
        "de, Im Norden regnet es",
        "fr, Il va au marché",
        "en, The EC of Ghana counted the votes",
        "en, AU deposits were found",
        "en, It was natobound"
    })
    void leavesAloneWhatOnlyLooksLikeAName(String language, String text) {
        Article article = story(text, "…");
        article.setLanguage(language);
        assertThat(codes(article, BLOC)).isEmpty();
    }

    @Test
    void believesWeakNamesBesideAnother() {
        Article article = story("AU sends envoy", "The African Union sent an envoy to Juba. The AU has 55 members.");
        assertThat(tags(article, BLOC).get(0).getEvidence())
                .extracting(Evidence::getText)
                .containsExactly("AU", "African Union", "AU");
        assertThat(about(article, BLOC)).containsExactly("african-union");
    }

    @Test
    void saysNothingAboutTheMembers() {
        Article article = story("Nato agrees budget", "Nato agreed its budget on Monday.");
        assertThat(about(article, BLOC)).containsExactly("nato");
        assertThat(codes(article, "country")).isEmpty();
    }

    @Test
    void membersAreCountriesAndCodesAreUnique() {
        assertThat(Blocs.shipped()).hasSizeGreaterThan(45).allSatisfy((code, bloc) -> {
            assertThat(bloc.code()).isEqualTo(code);
            assertThat(bloc.members()).doesNotHaveDuplicates().isSubsetOf(Countries.all());
        });
        assertThat(Blocs.shipped().get("nato").members()).hasSize(32);
        assertThat(Blocs.shipped().get("eu").members()).hasSize(27);
    }
}
