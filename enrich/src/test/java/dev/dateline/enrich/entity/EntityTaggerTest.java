package dev.dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dateline.enrich.taggers.Samples;
import dev.dateline.enrich.taggers.Taggers;
import dev.dateline.model.Article;
import dev.dateline.model.Evidence;
import dev.dateline.model.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTaggerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The talks with President Alvarez failed.|alvarez",
                "Asked again, Mr Holland shook his head.|holland",
                "The bill was drafted by Sen. Mary Okafor last week.|mary-okafor",
                "He met French Finance Minister Luc Berger in the morning.|luc-berger",
                "The alliance's secretary general, Mark Rutte, was there.|mark-rutte",
                "It was far too late, said Ndileka Mabuza, who lives nearby.|ndileka-mabuza",
                "Everything went well, according to Wanjiru Kamau, 45, a farmer.|wanjiru-kamau",
                "The court heard Zdravko Petrov, a spokesman for the town.|zdravko-petrov",
                "In 2019 Ursula von der Leyen took office.|ursula-von-der-leyen",
                "A visit by Crown Prince Mohammed bin Salman is planned.|mohammed-bin-salman",
                "The votes for Wu Ching-kuo were counted twice.|wu-ching-kuo",
                "Yesterday J. Terence Murray resigned.|j-terence-murray",
            })
    void personIsToldByTitleRoleSpeechAgeOrShapeOfTheName(String text, String code) {
        assertThat(Samples.codes(Samples.story("Quiet day", text), EntityTagger.PERSON))
                .containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Shares of Kestrel Holdings rose.|kestrel-holdings",
                "The firm bought Nordwind Logistik GmbH in May.|nordwind-logistik",
                "The Bank of Ruritania cut its rates.|bank-of-ruritania",
                "It is a matter for the Ministry of Trade and Industry.|ministry-of-trade-and-industry",
                "The order went to Veridian <VRDN.O> of Texas.|veridian",
                "A study of the Global Tea Institute (GTI) says so. The GTI has 12 members.|global-tea-institute",
                "The case went to Larkin, Osgood and Co.|larkin-osgood",
                "The IAEA sent inspectors.|international-atomic-energy-agency",
                "Members of the World Bank met.|world-bank",
                "He played for FC Porto in those days.|fc-porto",
                "Tetherly president Ann Lee resigned.|tetherly",
            })
    void organisationIsToldByItsFormItsListTickerOrAcronym(String text, String code) {
        assertThat(Samples.codes(Samples.story("Quiet day", text), EntityTagger.ORGANISATION))
                .containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The President arrived in Washington on Tuesday.",
                "In North Korea, Monday is a holiday, said officials in Pyongyang.",
                "Premier China Daily readers met in New York in March.",
                "French Open visitors liked San Francisco and St. Louis.",
                "Prime Minister of Nepal is an office. Chairman is another.",
                "WHO KNOWS WHAT IT MEANS FOR US",
            })
    void placesDaysAndOfficesAreNobody(String text) {
        assertThat(Samples.codes(Samples.story("Quiet day", text), EntityTagger.PERSON))
                .isEmpty();
    }

    @Test
    void surnameJoinsTheFullNameWithEvidenceOfEachMention() {
        Article article = Samples.story(
                "RUTTE WARNS ALLIES",
                "NATO chief Mark Rutte spoke on Monday. Later Rutte left.",
                "Nobody believed Rutte.",
                "“No,” Mr Rutte said.");

        Tag tag = only(article, EntityTagger.PERSON);

        assertThat(tag.getCode()).isEqualTo("mark-rutte");
        assertThat(tag.getName()).isEqualTo("Mark Rutte");
        assertThat(tag.getScore()).isGreaterThan(0.5);
        assertThat(tag.getMethod()).isEqualTo("rule");
        assertThat(tag.getEvidence())
                .extracting(Evidence::getField, Evidence::getText)
                .containsExactly(
                        tuple("headline", "RUTTE"),
                        tuple("body[0]", "Mark Rutte"),
                        tuple("body[0]", "Rutte"),
                        tuple("body[1]", "Rutte"));
    }

    @Test
    void shortFormAndAcronymJoinTheOrganisation() {
        Article article = Samples.story(
                "Merger agreed",
                "Halvorsen Marine Ltd will buy the Baltic Ferry Association (BFA).",
                "Halvorsen said it would pay cash. The BFA agreed. Halvorsen Marine has 12 ships.");

        List<Tag> tags = Samples.tags(article, EntityTagger.ORGANISATION);

        assertThat(tags).extracting(Tag::getCode).containsExactly("baltic-ferry-association", "halvorsen-marine");
        assertThat(tags.get(0).getEvidence())
                .extracting(Evidence::getText)
                .containsExactly("Baltic Ferry Association", "BFA", "BFA");
        assertThat(tags.get(1).getName()).isEqualTo("Halvorsen Marine Ltd");
        assertThat(tags.get(1).getEvidence())
                .extracting(Evidence::getText)
                .containsExactly("Halvorsen Marine Ltd", "Halvorsen Marine", "Halvorsen");
    }

    @Test
    void acronymThatTheArticleExplainsMeansWhatItSays() {
        Article article = Samples.story("Quiet day", "The Irish Cricket Council (ICC) met. The ICC voted in Dublin.");
        assertThat(only(article, EntityTagger.ORGANISATION).getCode()).isEqualTo("irish-cricket-council");
    }

    @Test
    void namesakesWithDifferentGivenNamesAreTwo() {
        Article article =
                Samples.story("Quiet day", "Peter Novak met Maria Novak. Peter Novak was late, and Novak left.");
        assertThat(Samples.tags(article, EntityTagger.PERSON))
                .extracting(Tag::getCode, tag -> tag.getEvidence().size())
                .containsExactlyInAnyOrder(tuple("peter-novak", 3), tuple("maria-novak", 1));
    }

    @Test
    void personWhoBearsTheNameOfAPlaceKeepsIt() {
        Article article = Samples.story(
                "Quiet day", "Michael Jordan returned. Nobody plays like Jordan, a coach said of Jordan.");
        assertThat(only(article, EntityTagger.PERSON).getEvidence())
                .extracting(Evidence::getText)
                .containsExactly("Michael Jordan", "Jordan", "Jordan");
    }

    @Test
    void nameOfNewsForShortIsWhatTheArticleShortens() {
        Article article = Samples.story(
                "Quiet day",
                "The board met Svetozar Rikanovic in town and also Suiker Unie in the evening.",
                "It was Rikanovic who left and Suiker which stayed.");
        assertThat(only(article, EntityTagger.PERSON).getCode()).isEqualTo("svetozar-rikanovic");
        assertThat(only(article, EntityTagger.ORGANISATION).getCode()).isEqualTo("suiker-unie");
    }

    @Test
    void mentionIsLessThanWhatTheArticleIsAbout() {
        String filler =
                "Nothing else was decided in the long meeting of that day, which went on into the night. ".repeat(6);
        Article article =
                Samples.story("Rates rise", "The ECB raised rates.", filler, "Anna Brandt, an analyst, agreed.");
        assertThat(only(article, EntityTagger.PERSON).getScore()).isBetween(0.05, 0.3);
        Article about = Samples.story("ECB raises rates", "The ECB raised rates.", filler);
        assertThat(Samples.about(about, EntityTagger.ORGANISATION)).containsExactly("european-central-bank");
    }

    @Test
    void agencyThatIsQuotedIsNotWhatTheArticleIsAbout() {
        Article article =
                Samples.story("Rates rise", "He told Reuters. She told Reuters. They told Reuters. Reuters asked.");
        assertThat(only(article, EntityTagger.ORGANISATION).getScore()).isEqualTo(0.3);
    }

    @Test
    void germanFrenchAndSpanishNamesAreFoundWhereNounsHaveCapitalsToo() {
        assertThat(codes(
                        "de",
                        "Bundeskanzlerin Hilda Brandt traf Außenminister Krug. Brandts Sprecher schwieg in der Stadt."))
                .containsExactlyInAnyOrder("person:hilda-brandt", "person:krug");
        assertThat(codes("de", "Der BP-Konzern und die Karl-Marx-Stadt waren Thema, sagte der Sprecher am Montag."))
                .containsExactly("organisation:bp");
        assertThat(codes("fr", "Le ministre Jean Dupuis a rencontré M. Caron à la Banque Delmas."))
                .containsExactlyInAnyOrder("person:jean-dupuis", "person:caron", "organisation:banque-delmas");
        assertThat(codes("es", "La ministra Carmen Ruiz habló con el señor Vidal sobre el Banco Central Europeo."))
                .containsExactlyInAnyOrder("person:carmen-ruiz", "person:vidal", "organisation:european-central-bank");
    }

    @Test
    void sameTextHasTheSameTags() {
        Article article = Samples.story("Talks", "Mark Rutte met Tetherly Corp and the UN. Rutte left Tetherly.");
        assertThat(Samples.TAGGERS.tag(article, false))
                .isEqualTo(Taggers.shipped().tag(article, false));
    }

    private static List<String> codes(String language, String text) {
        Article article = Samples.story(null, text);
        article.setLanguage(language);
        return Samples.TAGGERS.tag(article, true).tags().stream()
                .filter(tag ->
                        tag.getScheme().equals("person") || tag.getScheme().equals("organisation"))
                .map(tag -> tag.getScheme() + ":" + tag.getCode())
                .toList();
    }

    private static Tag only(Article article, String scheme) {
        List<Tag> tags = Samples.tags(article, scheme);
        assertThat(tags).hasSize(1);
        return tags.get(0);
    }

    @Test
    void listOfThousandsOfNamesGivesAHundredTags() {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            list.append("President ")
                    .append(name(i))
                    .append(' ')
                    .append(name(i * 7 + 3))
                    .append(" signed. ");
        }
        assertThat(Samples.codes(Samples.story("Quiet day", list.toString()), EntityTagger.PERSON))
                .hasSizeLessThanOrEqualTo(100)
                .hasSizeGreaterThan(90);
    }

    private static String name(int number) {
        String letters = Integer.toString(number + 5_000, 26);
        StringBuilder name = new StringBuilder("X");
        letters.chars().forEach(c -> name.append((char) ('a' + Character.digit(c, 26))));
        return name.toString();
    }
}
