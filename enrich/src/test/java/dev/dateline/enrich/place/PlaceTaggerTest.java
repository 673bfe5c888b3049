package dev.dateline.enrich.place;

import static dev.dateline.enrich.taggers.Samples.about;
import static dev.dateline.enrich.taggers.Samples.codes;
import static dev.dateline.enrich.taggers.Samples.filedFrom;
import static dev.dateline.enrich.taggers.Samples.scores;
import static dev.dateline.enrich.taggers.Samples.story;
import static dev.dateline.enrich.taggers.Samples.tags;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Article;
import dev.dateline.model.Tag;
import org.junit.jupiter.api.Test;

class PlaceTaggerTest {
    private static final String COUNTRY = CountryTagger.SCHEME;
    private static final String PLACE = PlaceTagger.SCHEME;

    @Test
    void cityThatTheStoryIsAboutIsAPlaceWithEvidence() {
        Article article = story(
                "Strike stops trams in Bielefeld",
                "Tram drivers in Bielefeld walked out on Monday, and Bielefeld came to a halt.",
                "A strike in Paris had ended on Friday.");
        assertThat(about(article, PLACE)).containsExactly("DE/bielefeld");
        assertThat(about(article, COUNTRY)).containsExactly("DE");
        assertThat(scores(article, PLACE).get("FR/paris")).isLessThan(0.5);
        Tag tag = tags(article, PLACE).get(0);
        assertThat(tag.getName()).isEqualTo("Bielefeld");
        assertThat(tag.getEvidence()).extracting("field").startsWith("headline");
    }

    @Test
    void placeIsNoSurerThanItsCountry() {
        Article article = story(
                "Chicago and Boston trade players",
                "Chicago sent its goalkeeper to Boston on Monday.",
                "Clubs in Sweden had shown interest.");
        double country = scores(article, COUNTRY).get("US");
        assertThat(scores(article, PLACE).values()).allMatch(score -> score <= country);
    }

    @Test
    void namesakesAreToldApartByTheirState() {
        assertThat(codes(story("Fire", "A barn burned down near Springfield, Ill., on Monday."), PLACE))
                .contains("US/springfield-illinois", "US/illinois");
        assertThat(codes(story("Fire", "Massachusetts sent help to Springfield after a barn burned down."), PLACE))
                .contains("US/springfield-massachusetts");
        assertThat(codes(story("Fire", "A barn burned down in London, Ontario."), PLACE))
                .contains("CA/london")
                .doesNotContain("GB/london");
        assertThat(codes(story("Fire", "A barn burned down in London."), PLACE)).containsExactly("GB/london");
    }

    @Test
    void townThatNoListHasIsFoundByItsState() {
        assertThat(codes(story("Budget", "Pay will be cut in Mount Gilead, Ohio, the mayor said."), PLACE))
                .contains("US/mount-gilead");
        assertThat(codes(story("Quote", "It was over, said Jane Fagerlund, Texas champion."), PLACE))
                .containsExactly("US/texas");
    }

    @Test
    void familyNamesAndWordsAreNoPlaces() {
        Article article = story(
                "Warren wins vote in U.S. Senate",
                "Elizabeth Warren won. Warren said she was glad, and Lincoln Chafee was there.",
                "Reading is a joy, and Mobile phones rang. Orange shares rose.");
        assertThat(codes(article, PLACE)).isEmpty();
    }

    @Test
    void lesserPlaceIsBelievedBehindInOrWithItsCountry() {
        assertThat(codes(story("Fire", "Norfolk burned."), PLACE)).doesNotContain("US/norfolk");
        assertThat(codes(story("Fire", "A ship burned near Gelsenkirchen."), PLACE))
                .contains("DE/gelsenkirchen");
        assertThat(codes(story("Germany shivers", "Gelsenkirchen had snow."), PLACE))
                .contains("DE/gelsenkirchen");
    }

    @Test
    void placeOfTheDatelineIsTheSamePlaceByWhateverName() {
        Article named = filedFrom("Peking", "CN", story("China talks", "Talks began in Beijing on Monday."));
        assertThat(codes(named, PLACE)).containsExactly("CN/beijing");
        assertThat(tags(named, PLACE).get(0).getEvidence()).extracting("field").contains("body[0]", "dateline");
        Article only = filedFrom("Zürich", "CH", story("Profit rises", "Its profit rose."));
        assertThat(scores(only, PLACE)).containsEntry("CH/zurich", 0.3);
    }

    @Test
    void citiesHaveNamesInOtherLanguages() {
        assertThat(codes(in("ru", "Пожар в Москве", "В Лондоне и в Милане прошли демонстрации."), PLACE))
                .contains("RU/moscow", "GB/london", "IT/milan");
        assertThat(codes(in("ja", "火災", "ロンドンで火災が発生した。"), PLACE)).containsExactly("GB/london");
        assertThat(codes(in("ar", "حريق", "اندلع حريق بباريس يوم الاثنين"), PLACE))
                .containsExactly("FR/paris");
        assertThat(codes(in("it", "Incendio a Parigi", "Un incendio è scoppiato a Parigi."), PLACE))
                .containsExactly("FR/paris");
        assertThat(codes(in("en", "Parigi", "Parigi is a name in a novel."), PLACE))
                .isEmpty();
    }

    @Test
    void languageThatNobodyDeclaredIsDetected() {
        String[] text = {
            "Brand in Mailand gelöscht",
            "Die Feuerwehr hat am Montag einen großen Brand in Mailand gelöscht, wie die italienische Polizei mitteilte."
        };
        assertThat(codes(in(null, text), PLACE)).containsExactly("IT/milan");
        assertThat(codes(
                        in(
                                null,
                                "Schweden und Norwegen",
                                "Die Regierungen von Schweden und Norwegen haben sich geeinigt."),
                        COUNTRY))
                .containsExactlyInAnyOrder("SE", "NO");
    }

    private static Article in(String language, String... text) {
        Article article = story(text[0], text[1]);
        article.setLanguage(language);
        return article;
    }
}
