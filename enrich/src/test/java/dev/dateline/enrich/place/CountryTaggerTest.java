package dev.dateline.enrich.place;

import static dev.dateline.enrich.taggers.Samples.about;
import static dev.dateline.enrich.taggers.Samples.codes;
import static dev.dateline.enrich.taggers.Samples.filedFrom;
import static dev.dateline.enrich.taggers.Samples.scores;
import static dev.dateline.enrich.taggers.Samples.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.taggers.Samples;
import dev.dateline.model.Article;
import dev.dateline.model.Tag;
import org.junit.jupiter.api.Test;

class CountryTaggerTest {
    private static final String COUNTRY = CountryTagger.SCHEME;

    @Test
    void countryOfTheHeadlineIsWhatTheStoryIsAbout() {
        Article article = story(
                "Kenya raises tea prices",
                "Growers in Kenya will be paid more from Monday, the board in Nairobi said.",
                "Buyers in Pakistan, the largest market, had expected the rise.");
        assertThat(about(article, COUNTRY)).containsExactly("KE");
        assertThat(scores(article, COUNTRY).get("PK")).isLessThan(0.5);
    }

    @Test
    void datelineAloneIsAMentionWhenTheTextNamesOthers() {
        Article article = filedFrom(
                "Vienna",
                "AT",
                story(
                        "Iran and inspectors resume talks",
                        "Iran agreed to let inspectors back into the plant at Natanz, diplomats said.",
                        "Iranian officials said the visit would last a week."));
        assertThat(about(article, COUNTRY)).containsExactly("IR");
        assertThat(scores(article, COUNTRY).get("AT")).isBetween(0.1, 0.499);
    }

    @Test
    void datelineDecidesWhenNothingElseIsNamed() {
        Article article = filedFrom(
                "Stockholm",
                null,
                story("Fagerlund profit doubles", "Fagerlund AB said its profit doubled last year."));
        assertThat(about(article, COUNTRY)).containsExactly("SE");
    }

    @Test
    void datelineDecidesWhenOthersAreMerelyMentioned() {
        Article article = filedFrom(
                "Brussels",
                "BE",
                story(
                        "Commission rejects threats over sugar",
                        "The commission will not discuss prices while traders threaten to sell into its stocks, a source said.",
                        "The surplus was put at 800,000 tonnes by the committee that met last week, the source said, and it"
                                + " will not be bought before the spring. French and Dutch members had been informed."));
        assertThat(about(article, COUNTRY)).containsExactly("BE");
        assertThat(codes(article, COUNTRY)).contains("FR", "NL");
    }

    @Test
    void stateBehindATownNeedsNoPoint() {
        Article filed = filedFrom("WINDSOR, Conn", null, story("Talks end", "The firm said it broke off the talks."));
        assertThat(about(filed, COUNTRY)).containsExactly("US");
        assertThat(about(story("Plant shut", "The plant in Kulpsville, PA, was shut on Monday."), COUNTRY))
                .containsExactly("US");
        assertThat(codes(story("Guests", "Smith, Ill with worry, and Jones, Miss World, came."), COUNTRY))
                .isEmpty();
    }

    @Test
    void marketOfAListingAndNamesOfGroupsOfIslandsSayNothing() {
        assertThat(codes(story("Bond issue", "The notes will be listed in Luxembourg."), COUNTRY))
                .isEmpty();
        assertThat(codes(story("Group moves", "The group moved to the Channel Islands."), COUNTRY))
                .isEmpty();
        assertThat(codes(story("Ships wait", "Two ships waited off the Islands for a day."), COUNTRY))
                .isEmpty();
    }

    @Test
    void dollarsAreThoseOfTheDateline() {
        Article article = filedFrom(
                "TORONTO",
                "CA",
                story("MAPLETON INC 4TH QTR NET", "Shr 12 cts vs 10 cts", "Net 1,200,000 dlrs vs 1,000,000"));
        assertThat(about(article, COUNTRY)).containsExactly("CA");
    }

    @Test
    void northernAndSouthernNeighboursAreKeptApart() {
        assertThat(codes(story("South Sudan signs truce", "South Sudanese rebels met in Juba."), COUNTRY))
                .containsExactly("SS");
        assertThat(codes(story("Floods in Niger", "Niamey is under water, Nigerien officials said."), COUNTRY))
                .containsExactly("NE");
        assertThat(codes(story("Papua New Guinea votes", "Polls opened in Port Moresby."), COUNTRY))
                .containsExactly("PG");
        assertThat(codes(story("North Korea fires missile", "Pyongyang gave no warning."), COUNTRY))
                .containsExactly("KP");
    }

    @Test
    void georgiaIsTheStateAmongAmericansAndTheCountryAmongItsNeighbours() {
        assertThat(about(
                        story(
                                "Georgia recounts its votes",
                                "Georgia officials in Atlanta began a recount, the second in the United States."),
                        COUNTRY))
                .containsExactly("US");
        assertThat(about(
                        story("Georgia holds election", "Voters in Tbilisi queued early, Georgian television said."),
                        COUNTRY))
                .containsExactly("GE");
    }

    @Test
    void townBeforeItsStateIsThere() {
        assertThat(codes(story("Storm hits Paris, Texas", "Roofs were torn off in Paris, Texas, on Sunday."), COUNTRY))
                .containsExactly("US");
    }

    @Test
    void peopleNamedLikePlacesAreNoPlaces() {
        Article article = story(
                "Michael Jordan sells his team",
                "Michael Jordan has agreed to sell, and Chad Bexley will buy.",
                "Jordan said he was sad.");
        assertThat(codes(article, COUNTRY)).doesNotContain("JO", "TD");
    }

    @Test
    void wordsThatContainAPlaceAreNoPlaces() {
        assertThat(codes(
                        story("Roast turkey on fine china", "The Guinea pig ate French fries by the Indian Ocean."),
                        COUNTRY))
                .isEmpty();
        assertThat(codes(story("New Mexico fire", "Crews in New Mexico fought the fire."), COUNTRY))
                .containsExactly("US");
        assertThat(codes(story("Latin American shares rise", "Latin American markets gained."), COUNTRY))
                .isEmpty();
    }

    @Test
    void cityOfAnInternationalBodyIsTheBody() {
        Article article = story("Peru protests", "Peru wrote to the UN in New York and to the IAEA in Vienna.");
        assertThat(codes(article, COUNTRY)).containsExactly("PE");
    }

    @Test
    void tickerSymbolsAreNoCountries() {
        Article article = story("ROCKWOOD <ROK> WINS CONTRACT", "Rockwood, of Dayton, Ohio, won a U.S. order.");
        assertThat(codes(article, COUNTRY)).containsExactly("US");
    }

    @Test
    void initialsCountInAnyCaseOfHeadline() {
        assertThat(about(story("U.S. SAYS U.K. DEAL NEAR", "Officials gave no details."), COUNTRY))
                .containsExactlyInAnyOrder("US", "GB");
        assertThat(codes(story("HELP US SAY VILLAGERS", "Villagers asked for help."), COUNTRY))
                .isEmpty();
    }

    @Test
    void otherLanguagesHaveTheirOwnNames() {
        Article german =
                story("Frankreich und Österreich einig", "Die französische Regierung begrüßte die Einigung in Wien.");
        german.setLanguage("de-AT");
        assertThat(about(german, COUNTRY)).containsExactlyInAnyOrder("FR", "AT");
        Article chinese = story("日本和法国签署协议", "日本首相星期一在东京签署了协议。");
        chinese.setLanguage("zh");
        assertThat(codes(chinese, COUNTRY)).containsExactly("JP", "FR");
    }

    @Test
    void evidenceIsLimitedAndStrongestFirst() {
        Tag tag = Samples.tags(
                        story(
                                "Chile votes",
                                "Chile, Chile and Chile; Chilean voters.",
                                "Santiago. Chile. Chile. Chile. Chile. Chile. Chile. Chile."),
                        COUNTRY)
                .get(0);
        assertThat(tag.getEvidence()).hasSizeLessThanOrEqualTo(4);
        assertThat(tag.getEvidence().get(0).getField()).isEqualTo("headline");
    }
}
