package dev.dateline.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small pages, each with one thing that pages do. */
class PagesTest {
    private static final String ONE =
            "The first ferry since Friday left the harbour at six in the morning, half empty and an hour late.";
    private static final String TWO =
            "The harbour master said that the swell had gone down, and that other boats would follow by noon.";
    private static final String THREE =
            "On the islands the shops had been empty since Saturday, as no bread and no milk had come across.";
    private static final String TEXT = p(ONE) + p(TWO) + p(THREE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div itemprop='articleBody'>%s</div>",
                "<article>%s</article>",
                "<div role='main'>%s</div>",
                "<div class='entry-content'>%s</div>",
                "<div class='artikel-text'>%s</div>",
                "<div class='x1'>%s</div>",
                "<table><tr><td><a href='/'>Home</a></td><td>%s</td></tr></table>",
                "%s"
            })
    void theTextIsFoundWhateverHoldsIt(String holder) {
        Page page = read(
                "<ul><li><a href='/a'>Sport and games</a><li><a href='/b'>Weather</a></ul><h1>Ferries sail again</h1>"
                        + holder.formatted(TEXT)
                        + "<div class='footer'>Skerry Media, every island, all the year.</div>");

        assertThat(page.body()).containsExactly(ONE, TWO, THREE);
        assertThat(page.headline()).isEqualTo("Ferries sail again");
        assertThat(page.isArticle()).isTrue();
    }

    @Test
    void aTextInSeveralElementsIsOneText() {
        assertThat(read("<h1>Ferries sail again</h1><div class='col'><section>" + p(ONE)
                                + "</section><div class='ad'>Buy a boat.</div><section>" + p(TWO)
                                + "</section><section>" + p(THREE) + "</section></div>")
                        .body())
                .containsExactly(ONE, TWO, THREE);
    }

    @Test
    void breaksPartParagraphsWhereThereAreNoOthers() {
        assertThat(read("<h1>Ferries</h1><div>" + String.join("<br><br>", ONE, TWO, THREE) + "</div>")
                        .body())
                .containsExactly(ONE, TWO, THREE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Read more: <a href='/x'>What the storm has left behind</a></p>",
                "<p><a href='/x'>What the storm has left behind on the islands</a></p>",
                "<div class='related'><a href='/x'>A pier is rebuilt</a></div>",
                "<div class='newsletter-signup'><p>Have our news in your post every morning.</p></div>",
                "<div class='share-bar'>Share Tweet Send</div>",
                "<figure><img src='/a.jpg'><figcaption>A ferry leaves the harbour in the morning.</figcaption></figure>",
                "<p class='caption'>A ferry leaves the harbour in the morning.</p>",
                "<p>A ferry leaves the harbour in the morning. (Photo: Test Photographer)</p>",
                "<p>Advertisement</p>",
                "<p>Lesen Sie auch: <a href='/x'>Was der Sturm übrig ließ</a></p>",
                "<p hidden>Nobody is to see this sentence on the page.</p>",
                "<p style='display: none'>Nobody is to see this sentence on the page.</p>",
                "<script>var text = 'Nobody is to see this sentence.';</script>",
                "<form><p>Write to us, and we will answer some day.</p><input name='a'></form>",
                "<aside><p>What to know about ferries, in one sentence.</p></aside>",
                "<div id='comments'><p>I was on that boat, and it was a long hour.</p></div>"
            })
    void whatIsNoTextIsLeftOut(String part) {
        assertThat(read("<h1>Ferries sail again</h1><article>" + p(ONE) + p(TWO) + part + p(THREE) + "</article>")
                        .body())
                .containsExactly(ONE, TWO, THREE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            <h2>Shelves are empty</h2>;Shelves are empty
            <ul><li>Three boats sail.</li></ul>;Three boats sail.
            <blockquote><p>We waited for days.</p></blockquote>;We waited for days.
            <table><tr><td>Norhaven</td><td>6.00</td></tr></table>;Norhaven | 6.00
            <p>Short.</p>;Short.
            <p>He spoke to the <a href='/x'>Skerry Courier</a> on Monday, as he had said that he would.</p>;He spoke to the Skerry Courier on Monday, as he had said that he would.
            """)
    void partsOfTheTextAreKept(String part, String expected) {
        assertThat(read("<h1>Ferries sail again</h1><article>" + p(ONE) + p(TWO) + part + p(THREE) + "</article>")
                        .body())
                .containsExactly(ONE, TWO, expected, THREE);
    }

    @Test
    void manyLongCommentsDoNotPassForTheText() {
        String comments = "<div class='comments'>" + p(TWO + " " + THREE).repeat(20) + "</div>";

        assertThat(read("<h1>Ferries sail again</h1><div class='text'>" + TEXT + "</div>" + comments)
                        .body())
                .containsExactly(ONE, TWO, THREE);
    }

    @Test
    void theLeadAheadOfTheTextIsTheStandfirst() {
        Page page = read(
                "<h1>Ferries sail again</h1><p class='teaser'>After three days of storm the first ferry has left Norhaven on Monday.</p>"
                        + "<p>12 May 2025</p><div class='body'>" + TEXT + "</div>");

        assertThat(page.standfirst())
                .isEqualTo("After three days of storm the first ferry has left Norhaven on Monday.");
        assertThat(page.body()).containsExactly(ONE, TWO, THREE);
        assertThat(page.published()).containsExactly(new Page.Stamp("2025-05-12", "text"));
    }

    @Test
    void theMarkupsTextStandsInWhereThePageShowsNone() {
        Page page = read(
                "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"Ferries sail again\", \"articleBody\": \""
                        + ONE + "\\n\\n" + TWO + "\\n" + THREE + "\"}</script><div id='app'>Loading the page.</div>");

        assertThat(page.body()).containsExactly(ONE, TWO, THREE);
        assertThat(page.isArticle()).isTrue();
    }

    @Test
    void theMarkupsTextTellsWhatIsText() {
        String other = p("A pier is rebuilt, and who pays for it nobody can say before the year is over, it seems.")
                .repeat(9);

        Page page = read("<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"articleBody\": \"" + ONE
                + " " + TWO + " " + THREE + "\"}</script><h1>Ferries sail again</h1><div>" + TEXT + "</div><div>"
                + other + "</div>");

        assertThat(page.body()).containsExactly(ONE, TWO, THREE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <title>404 - Page not found</title><p>Nothing is here.</p>|reports an error
            <title>Seite nicht gefunden</title><h1>Seite nicht gefunden</h1>|reports an error
            <title>Just a moment...</title><p>Checking your browser.</p>|reports an error
            <title>Log in</title><input type='password'><p>Your name, please.</p>|asks for a password
            <title>Ferries</title><div id='app'></div>|loaded by scripts
            """)
    void pagesWithoutAnArticleAreToldByWhatTheyAre(String html, String reason) {
        assertThat(read(html).reason()).startsWith("an HTML page").contains(reason);
    }

    @Test
    void aListOfArticlesIsNoArticle() {
        String list = "<h2><a href='/x'>A headline of some length</a></h2><p>What it is about, in short.</p>";

        assertThat(read("<title>News</title><h1>News</h1>" + list.repeat(30)).reason())
                .contains("lists 30 links");
    }

    @Test
    void theFrontPageOfASiteIsNoArticle() {
        String html = "<h1>Welcome to the islands</h1>" + TEXT;

        assertThat(Pages.read(html, "https://example.org/").reason()).startsWith("the front page of a site");
        assertThat(Pages.read(html, "https://example.org/welcome").isArticle()).isTrue();
    }

    @Test
    void theStrongestSourceOfEachFieldCounts() {
        Page page = read(
                "<html lang='en'><meta name='author' content='Meta Writer'><meta property='article:section' content='Meta'>"
                        + "<meta property='og:locale' content='en_US'><script type='application/ld+json'>[{\"@type\": \"Organization\"},"
                        + "{\"@type\": \"OpinionNewsArticle\", \"author\": \"Test Writer\", \"articleSection\": [\"Views\", \"Sea\"], \"inLanguage\": \"en-ZA\", \"keywords\": \"sea, boats\"}]"
                        + "</script><h1>Ferries sail again</h1>" + TEXT);

        assertThat(page.bylines()).containsExactly("Test Writer");
        assertThat(page.section()).isEqualTo("Views");
        assertThat(page.language()).isEqualTo("en-ZA");
        assertThat(page.keywords()).containsExactly("sea", "boats");
        assertThat(page.genre()).isEqualTo("Opinion");
    }

    @Test
    void microdataAndTextTellWhatNothingElseDoes() {
        Page page = read(
                "<article itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop='headline'>Ferries sail again</h1>"
                        + "<div itemprop='author'>By <span itemprop='name'>Test Writer</span></div><time itemprop='datePublished' datetime='2025-05-12T08:30+01:00'>Monday</time>"
                        + "<div itemprop='articleBody'>" + TEXT
                        + "</div><a rel='license' href='https://creativecommons.org/licenses/by/4.0/'>CC</a></article>");

        assertThat(page.bylines()).containsExactly("Test Writer");
        assertThat(page.published().get(0).text()).isEqualTo("2025-05-12T08:30+01:00");
        assertThat(page.rights().terms()).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
    }

    @Test
    void aBylineIsReadWithoutItsLabelAndItsDate() {
        assertThat(read("<h1>Ferries sail again</h1><p class='byline'>Von Test Writer | 12.05.2025</p><article>" + TEXT
                                + "</article>")
                        .bylines())
                .containsExactly("Test Writer");
    }

    @Test
    void aLineThatBeginsWithByAtTheHeadOfTheTextNamesTheWriters() {
        assertThat(read("<article><h1>Ferries sail again</h1><p class='x'>By Test Writer and Other Writer</p>" + TEXT
                                + "</article>")
                        .bylines())
                .containsExactly("Test Writer and Other Writer");
        assertThat(read("<article><h1>Ferries sail again</h1><p>By Monday all boats were out.</p>" + TEXT
                                + "</article>")
                        .bylines())
                .isEmpty();
    }

    @Test
    void aCanonicalAddressThatIsTheFrontPageIsNotBelieved() {
        assertThat(Pages.read(
                                "<link rel='canonical' href='https://example.org/'>" + TEXT,
                                "https://example.org/a/b?gclid=1")
                        .canonical())
                .isEqualTo("https://example.org/a/b");
    }

    private static Page read(String html) {
        return Pages.read(html, "item-17");
    }

    private static String p(String text) {
        return "<p>" + text + "</p>";
    }
}
