package dev.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Article;
import dev.dateline.model.Link;
import dev.dateline.model.Media;
import dev.dateline.model.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTextTest {
    private static final String BODY = """
            The dam at Kleinfontein is full for the first time in nine years, the water board said.

            “We had given up hope,” said farmer Sarel Nel. The board will open two gates on Friday.
            """;

    private static final String TEASERS = """

            Harbour to close for three days

            Divers will inspect the north quay after a collision
            National
            17 hours ago

            Orchestra plays in the rain
            Life / Arts & Entertainment
            2 days ago
            Related Articles

            Rain fills smaller dams

            National

            Why the drought lasted so long

            Opinion / Columnists
            """;

    @Test
    void thePageOfTheSeedIsReadWhole() {
        Article article = Samples.article(Samples.parse(SharedData.path("seed/north-korean-soldiers-kursk.txt")));

        assertThat(article.getHeadline())
                .isEqualTo("North Korean soldiers are in Russia’s Kursk, says Nato chief Mark Rutte");
        assertThat(article.getStandfirst())
                .isEqualTo("Ukrainian forces staged a major incursion into Kursk in August and remain in the region");
        assertThat(article.getBylines()).containsExactly("Andrew Gray", "Yuliia Dysa");
        assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2024-10-28T13:39:00Z"));
        assertThat(article.getUtcOffset()).isEqualTo("+02:00");
        assertThat(article.getMedia())
                .containsExactly(
                        new Media("picture", "Nato Secretary-General Mark Rutte", "YVES HERMAN/REUTERS", null, null));
        assertThat(article.getDateline().getText()).isEqualTo("Brussels, Belgium");
        assertThat(article.getDateline().getPlaces()).containsExactly("Brussels");
        assertThat(article.getDateline().getCountry()).isEqualTo("BE");
        assertThat(article.getCredit()).isEqualTo("Reuters");
        assertThat(article.getBody()).hasSize(10);
        assertThat(article.getBody().get(0)).startsWith("Nato Secretary-General Mark Rutte confirmed on Monday");
        assertThat(article.getBody().get(9)).endsWith("since “the enemy understands strength”.");
        assertThat(article.getLinks()).hasSize(8);
        assertThat(article.getLinks())
                .extracting(Link::getSection)
                .containsExactly(
                        "National",
                        "World",
                        "World",
                        "World",
                        "World",
                        "World / Europe",
                        "World / Asia",
                        "World / Asia");
        assertThat(article.getLinks().subList(0, 4)).allSatisfy(link -> {
            assertThat(link.getSummary()).isNotBlank();
            assertThat(link.getPublished()).matches("\\d+ (hours|days) ago");
        });
        assertThat(article.getLinks().subList(4, 8))
                .allSatisfy(link -> assertThat(link.getTitle()).isNotBlank());
        assertThat(article.getLanguage()).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3 June 2025 - 08:05|2025-06-03T06:05:00Z
            03 June 2025 - 08:05|2025-06-03T06:05:00Z
            UPDATED 28 October 2024 - 16:10|2024-10-28T14:10:00Z
            Updated: 28 October 2024 - 16:10|2024-10-28T14:10:00Z
            28 Oct 2024 - 16h10|2024-10-28T14:10:00Z
            28 October 2024 at 16:10|2024-10-28T14:10:00Z
            PUBLISHED 1 September 2024 – 00:00|2024-08-31T22:00:00Z
            """)
    void dateLinesDiffer(String line, Instant created) {
        Article article = Samples.article("Dam is full again\n\nFirst time in nine years\n\n" + line + "\n" + BODY);

        assertThat(article.getVersionCreated()).isEqualTo(created);
        assertThat(article.getHeadline()).isEqualTo("Dam is full again");
        assertThat(article.getStandfirst()).isEqualTo("First time in nine years");
        assertThat(article.getBody()).hasSize(2);
    }

    @Test
    void anUpdatedPageKeepsItsFirstTimeToo() {
        Article article = Samples.article(
                "Dam is full again\n\n28 October 2024 - 15:39\nUPDATED 28 October 2024 - 16:10\nby Lindiwe Mokoena\n"
                        + BODY);

        assertThat(article.getFirstCreated()).isEqualTo(Instant.parse("2024-10-28T13:39:00Z"));
        assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2024-10-28T14:10:00Z"));
        assertThat(article.getStandfirst()).isNull();
        assertThat(article.getGuid()).isEqualTo("dam-is-full-again-2024-10-28");
    }

    @Test
    void withoutBylinePictureCreditAndLinksThereIsStillAnArticle() {
        Article article = Samples.article("Dam is full again\n28 October 2024 - 15:39\n\n" + BODY);

        assertThat(article.getBylines()).isEmpty();
        assertThat(article.getMedia()).isEmpty();
        assertThat(article.getCredit()).isNull();
        assertThat(article.getLinks()).isEmpty();
        assertThat(article.getDateline()).isNull();
        assertThat(article.getBody()).hasSize(2).first().asString().startsWith("The dam at Kleinfontein");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            by Lindiwe Mokoena|Lindiwe Mokoena
            By Lindiwe Mokoena and Staff Writer|Lindiwe Mokoena;Staff Writer
            by Ann de Villiers, Piet van der Merwe and Thabo Mbeki-Smith|Ann de Villiers;Piet van der Merwe;Thabo Mbeki-Smith
            by Agency Staff|Agency Staff
            By LINDIWE MOKOENA|LINDIWE MOKOENA
            """)
    void bylinesNameEachWriter(String line, String names) {
        Article article = Samples.article("Dam is full again\n\n28 October 2024 - 15:39\n" + line + "\n" + BODY);

        assertThat(article.getBylines()).containsExactly(names.split(";"));
        assertThat(article.getBody()).hasSize(2);
    }

    @Test
    void aSentenceThatBeginsWithByIsNoByline() {
        Article article = Samples.article(
                "Dam is full again\n\n28 October 2024 - 15:39\nBy Friday the dam at Kleinfontein will be full, the board said.\n");

        assertThat(article.getBylines()).isEmpty();
        assertThat(article.getBody()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The dam at dawn. Picture: LINDIWE MOKOENA|The dam at dawn|LINDIWE MOKOENA
            The dam at dawn. Picture: SUPPLIED|The dam at dawn|SUPPLIED
            Is it full? The dam at dawn. File photo: 123RF/WATERBOARD|Is it full? The dam at dawn|123RF/WATERBOARD
            The dam at dawn. Image: Lindiwe Mokoena/Reuters|The dam at dawn|Lindiwe Mokoena/Reuters
            The dam at dawn. Graphic: WATER BOARD|The dam at dawn|WATER BOARD
            """)
    void captionsAndCreditsAreTakenApart(String line, String caption, String credit) {
        Article article = Samples.article(
                "Dam is full again\n\n28 October 2024 - 15:39\nby Lindiwe Mokoena\n" + line + "\n" + BODY);

        assertThat(article.getMedia()).containsExactly(new Media("picture", caption, credit, null, null));
        assertThat(article.getBody()).hasSize(2);
    }

    @Test
    void aSecondPictureInTheBodyIsNoParagraph() {
        Article article = Samples.article("Dam is full again\n\n28 October 2024 - 15:39\n" + BODY
                + "\nThe gates on Friday. Picture: WATER BOARD\n\nThe water will reach the sea on Sunday.\n");

        assertThat(article.getMedia()).hasSize(1);
        assertThat(article.getBody()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Reuters|Reuters
            Bloomberg|Bloomberg
            Reuters, AFP|Reuters, AFP
            Reuters, with Staff Writer|Reuters, with Staff Writer
            Additional reporting by Piet Nel|Additional reporting by Piet Nel
            © The Financial Times 2024|© The Financial Times 2024
            """)
    void theCreditIsTheLastLineAndNoParagraph(String line, String credit) {
        for (String tail : new String[] {"", TEASERS}) {
            Article article = Samples.article(
                    "Dam is full again\n\n28 October 2024 - 15:39\n" + BODY + "\n" + line + "\n" + tail);

            assertThat(article.getCredit()).isEqualTo(credit);
            assertThat(article.getBody()).hasSize(2);
        }
    }

    @Test
    void severalCreditLinesAreJoinedAndAnAddressIsNone() {
        Article article = Samples.article("Dam is full again\n\n28 October 2024 - 15:39\n" + BODY
                + "\nReuters\n\nWith Piet Nel\n\nnelp@example.org\n");

        assertThat(article.getCredit()).isEqualTo("Reuters, With Piet Nel");
        assertThat(article.getBody()).hasSize(2);
    }

    @Test
    void teasersAndRelatedHeadlinesAreLinksAndNeverBody() {
        Article article =
                Samples.article("Dam is full again\n\n28 October 2024 - 15:39\n" + BODY + "\nReuters\n" + TEASERS);

        assertThat(article.getLinks())
                .containsExactly(
                        new Link(
                                "related",
                                null,
                                "Harbour to close for three days",
                                "Divers will inspect the north quay after a collision",
                                "National",
                                "17 hours ago"),
                        new Link(
                                "related",
                                null,
                                "Orchestra plays in the rain",
                                null,
                                "Life / Arts & Entertainment",
                                "2 days ago"),
                        new Link("related", null, "Rain fills smaller dams", null, "National", null),
                        new Link(
                                "related", null, "Why the drought lasted so long", null, "Opinion / Columnists", null));
        assertThat(article.getBody()).hasSize(2);
    }

    @Test
    void teasersWithoutSummaryAndWithoutCreditBeforeThemAreLinks() {
        Article article = Samples.article(
                "Dam is full again\n\n28 October 2024 - 15:39\n" + BODY
                        + "\nHarbour to close for three days\n\nNational\n1 hour ago\n\nOrchestra plays in the rain\n\nLife\n3 weeks ago\n");

        assertThat(article.getLinks())
                .extracting(Link::getTitle)
                .containsExactly("Harbour to close for three days", "Orchestra plays in the rain");
        assertThat(article.getLinks()).extracting(Link::getPublished).containsExactly("1 hour ago", "3 weeks ago");
        assertThat(article.getBody()).hasSize(2);
    }

    @Test
    void largeNumbersAndAddressesAreTextForReaders() {
        Article article = Samples.article(
                "Board fined R1 200 000 000\n\nCall 012 345 6789 or write to press@example.org\n\n28 October 2024 - 15:39\n"
                        + BODY);

        assertThat(article.getHeadline()).isEqualTo("Board fined R1 200 000 000");
        assertThat(article.getStandfirst()).isEqualTo("Call 012 345 6789 or write to press@example.org");
    }

    @Test
    void subheadingsStayInTheBody() {
        Article article = Samples.article("Dam is full again\n\n28 October 2024 - 15:39\n" + BODY
                + "\nWHAT HAPPENS NEXT\n\nThe gates will open on Friday.\n");

        assertThat(article.getBody()).hasSize(4).element(2).isEqualTo("WHAT HAPPENS NEXT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kleinfontein, South Africa — ", "Pretoria — ", "PRETORIA, Oct 28 (Reuters) - "})
    void theDatelineIsTakenOffTheFirstParagraph(String lead) {
        Article article = Samples.article(
                "Dam is full again\n\n28 October 2024 - 15:39\nThe dam. Picture: REUTERS\n" + lead + BODY);

        assertThat(article.getDateline().getCountry()).isEqualTo("ZA");
        assertThat(article.getBody().get(0)).startsWith("The dam at Kleinfontein");
    }

    @Test
    void aSectionAboveTheHeadlineIsNotTheHeadline() {
        Article article = Samples.article(
                "World / Africa\nDam is full again\nFirst time in nine years\n28 October 2024 - 15:39\n" + BODY);

        assertThat(article.getHeadline()).isEqualTo("Dam is full again");
        assertThat(article.getStandfirst()).isEqualTo("First time in nine years");
    }

    @Test
    void windowsLineEndsAndAByteOrderMarkMakeNoDifference() {
        String page = "Dam is full again\n\nFirst time\n\n28 October 2024 - 15:39\nby Lindiwe Mokoena\n" + BODY
                + "\nReuters\n" + TEASERS;

        Article plain = Samples.article(page);
        Article marked = Samples.article("\ufeff\r\n" + page.replace("\n", "\r\n"));

        assertThat(marked.getContentHash()).isEqualTo(plain.getContentHash());
        assertThat(marked.getLinks()).isEqualTo(plain.getLinks());
    }

    @Test
    void aPageWithoutBlankLinesReadsTheSame() throws IOException {
        String page = Files.readString(SharedData.path("seed/north-korean-soldiers-kursk.txt"));

        Article spaced = Samples.article(page);
        Article dense = Samples.article(page.replaceAll("\\n\\n+", "\n"));

        assertThat(dense.getBody()).isEqualTo(spaced.getBody());
        assertThat(dense.getLinks()).isEqualTo(spaced.getLinks());
        assertThat(dense.getCredit()).isEqualTo(spaced.getCredit());
    }

    @Test
    void textWithoutADateLineIsRejectedWithWhatIsMissing() {
        assertThat(Samples.rejected(Samples.parse("Dam is full again\n\n" + BODY))
                        .reason())
                .contains("28 October 2024 - 15:39");
    }

    @Test
    void aPageInAnotherShapeIsReadByItsDateAlone() {
        Article article = Samples.article("""
                World
                Dam at Kleinfontein fills for the first time in nine years

                Farmers downstream are told to move their pumps

                Ines Okafor in Kleinfontein
                Mon 28 Oct 2024 15.39 GMT
                Last modified on Tue 29 Oct 2024 08.10 GMT
                Share
                12 Comments
                Water runs over the spillway on Sunday. Photograph: Jo Brand/Northpoint
                The dam at Kleinfontein is full for the first time in nine years, the water board said on Monday, and it asked farmers to move their pumps.

                Advertisement

                “We had given up hope,” said farmer Sarel Nel, whose maize had withered in two of the last three summers. The board will open two gates on Friday.

                Sign up to our weekly letter

                Related topics
                Harbour to close for three days
                Orchestra plays in the rain
                """);

        assertThat(article.getHeadline()).isEqualTo("Dam at Kleinfontein fills for the first time in nine years");
        assertThat(article.getStandfirst()).isEqualTo("Farmers downstream are told to move their pumps");
        assertThat(article.getBylines()).containsExactly("Ines Okafor");
        assertThat(article.getFirstCreated()).isEqualTo(Instant.parse("2024-10-28T15:39:00Z"));
        assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2024-10-29T08:10:00Z"));
        assertThat(article.getMedia())
                .containsExactly(new Media(
                        "picture", "Water runs over the spillway on Sunday", "Jo Brand/Northpoint", null, null));
        assertThat(article.getBody()).hasSize(2);
        assertThat(article.getLinks())
                .extracting(Link::getTitle)
                .containsExactly("Harbour to close for three days", "Orchestra plays in the rain");
        assertThat(article.getProvenance().getDialect()).isEqualTo("news-page");
    }

    @Test
    void aGermanPageIsReadToo() {
        Article article = Samples.article("""
                Nach neun Jahren: Talsperre Kleinfontein ist wieder voll
                Stand: 28.10.2024, 15:39 Uhr
                Von Ines Okafor
                Die Talsperre Kleinfontein ist zum ersten Mal seit neun Jahren voll, wie der Wasserverband am Montag mitteilte.
                „Wir hatten die Hoffnung aufgegeben“, sagte der Bauer Sarel Nel, dessen Mais in zwei von drei Sommern verdorrt war.
                Mehr zum Thema
                Hafen drei Tage geschlossen
                """);

        assertThat(article.getHeadline()).isEqualTo("Nach neun Jahren: Talsperre Kleinfontein ist wieder voll");
        assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2024-10-28T15:39:00Z"));
        assertThat(article.getBylines()).containsExactly("Ines Okafor");
        assertThat(article.getBody()).hasSize(2);
    }

    @Test
    void datesWithoutParagraphsAreNoPage() {
        assertThat(Samples.rejected(Samples.parse(
                                "Fixtures\n28 October 2024\nLerwick - Kirkwall\n29 October 2024\nBrae - Scalloway\n"))
                        .reason())
                .contains("no layout that is known");
    }
}
