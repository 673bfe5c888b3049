package dev.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.model.Article;
import dev.dateline.model.Document;
import dev.dateline.model.Media;
import dev.dateline.model.Signal;
import dev.dateline.model.Subject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What becomes of an article page. */
class HtmlPageTest {
    static final String PAGE = page();

    @Test
    void everyFieldOfTheArticleComesFromThePage() {
        Article article = Samples.article(PAGE);

        assertThat(article.getProvenance().getFormat()).isEqualTo("html");
        assertThat(article.getHeadline()).isEqualTo("Ferries to the outer islands sail again");
        assertThat(article.getStandfirst())
                .startsWith("After three days of storm")
                .endsWith("on the pier.");
        assertThat(article.getBylines()).containsExactly("Test Writer", "Another Writer");
        assertThat(article.getDateline().getPlaces()).containsExactly("Norhaven");
        assertThat(article.getBody())
                .containsExactly(
                        "The first ferry since Friday left the harbour at six in the morning, half empty and an hour late.",
                        "The harbour master said that the swell had gone down during the night, and that the remaining boats would follow by noon.",
                        "Shelves are empty",
                        "On the islands the shelves of the shops had been empty since Saturday, as no bread and no milk had come across.",
                        "Three boats are to sail on Monday.",
                        "On Tuesday the usual timetable applies again.",
                        "Passengers who had booked for the weekend can travel on any day of the week without paying again, the company said.");
        assertThat(article.getFirstCreated()).isEqualTo("2025-05-12T07:30:00Z");
        assertThat(article.getVersionCreated()).isEqualTo("2025-05-12T10:05:00Z");
        assertThat(article.getUtcOffset()).isEqualTo("+01:00");
        assertThat(article.getLanguage()).isEqualTo("en-GB");
        assertThat(article.getGenre()).isEqualTo("Reportage");
        assertThat(article.getCredit()).isEqualTo("Island News Agency");
        assertThat(article.getSubjects())
                .extracting(Subject::getName)
                .containsExactly("Transport", "ferries", "storm", "Norhaven");
        assertThat(article.getMedia())
                .containsExactly(new Media(
                        "picture",
                        "A ferry leaves Norhaven.",
                        "Test Photographer",
                        "https://www.skerrycourier.example/images/ferry.jpg",
                        null));
        assertThat(article.getRights().getCopyrightHolder()).isEqualTo("Skerry Media");
        assertThat(article.getRights().getUsageTerms()).isEqualTo("https://www.skerrycourier.example/terms");
        assertThat(article.getChangeNote()).startsWith("An earlier version");
        assertThat(article.getFlags()).isEmpty();
    }

    @Test
    void theAddressIsTheGuidWithoutWhatTracksReaders() {
        assertThat(Samples.article(PAGE).getGuid())
                .isEqualTo("https://www.skerrycourier.example/news/2025/05/12/ferries-sail-again?id=77");

        Article without = article(
                PAGE.replaceAll("<link rel=\"canonical\"[^>]*>", ""),
                "https://www.skerrycourier.example/ferries?utm_medium=feed#top");
        assertThat(without.getGuid()).isEqualTo("https://www.skerrycourier.example/ferries");
    }

    @Test
    void whatWasSeenLastIsTheNewestVersion() {
        assertThat(Samples.article(PAGE).getProvenance().getDialect()).isEqualTo("web-page");
        assertThat(Samples.article(PAGE).getOrder().getTime()).isEqualTo(Samples.RECEIVED.toEpochMilli());
        assertThat(Samples.article(PAGE).getSignal()).isEqualTo(Signal.CORRECTION);
    }

    @Test
    void whatIsNotForPublicationIsLeftOut() {
        Article article = Samples.article(PAGE.replace(
                "<h2>Shelves are empty</h2>",
                "<p>Not for publication: ask for Test Writer at the desk of the paper.</p>"));

        assertThat(article.getBody()).hasSize(2);
        assertThat(article.toString()).doesNotContain("at the desk");
    }

    @Test
    void aDateFarAheadIsKeptAndFlagged() {
        Article article = Samples.article(PAGE.replace("2025-05-12T11:05:00", "2095-05-12T11:05:00"));

        assertThat(article.getVersionCreated()).isEqualTo("2095-05-12T10:05:00Z");
        assertThat(article.getFlags()).contains("version-created-implausible");
    }

    @Test
    void aPageForSubscribersIsFlaggedAndOneWithoutTextIsRejected() {
        String closed = PAGE.replace("\"isAccessibleForFree\": true", "\"isAccessibleForFree\": \"False\"");

        assertThat(Samples.article(closed).getFlags()).containsExactly("for-subscribers");
        assertThat(Samples.rejected(Samples.parse(closed.replaceAll("(?s)<article.*</article>", "<h1>Ferries</h1>")))
                        .reason())
                .contains("for subscribers", "0 characters");
    }

    @Test
    void thePageNamesItsCharacterSet() {
        String polish = "<html><head><meta http-equiv=\"content-type\" content=\"text/html; charset=iso-8859-2\">"
                + "<title>Prom</title></head><body><h1>Prom znów płynie na wyspę</h1><p>"
                + "Pierwszy prom od piątku wypłynął z portu o szóstej rano, w połowie pusty i z godzinnym opóźnieniem. "
                        .repeat(4)
                + "</p></body></html>";

        Article article = Samples.article(Samples.parse(polish.getBytes(Charset.forName("iso-8859-2"))));

        assertThat(article.getHeadline()).isEqualTo("Prom znów płynie na wyspę");
        assertThat(article.getFlags()).doesNotContain("charset-guessed");
    }

    private static Article article(String html, String uri) {
        Document document = Document.of("desk", "acme", uri, Samples.RECEIVED, html.getBytes(StandardCharsets.UTF_8));
        return Samples.article(new Parsers(Dialects.shipped()).parse(document));
    }

    private static String page() {
        try (var in = HtmlPageTest.class.getResourceAsStream("/pages/article.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
