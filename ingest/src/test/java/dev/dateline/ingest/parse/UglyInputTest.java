package dev.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Article;
import dev.dateline.model.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that strangers send: nothing throws, nothing hangs, every rejection says what it seems to be. */
class UglyInputTest {
    private static final String ITEM = Samples.newsItem(
            "", "<headline>Sturm an der Küste</headline>", Samples.xhtml("<p>Der Sturm erreichte die Küste.</p>"));

    @ParameterizedTest
    @ValueSource(strings = {"", "\ufeff", " \n\t \r\n", "\u0001\u0002", "\ufeff\n"})
    void emptyDocumentsAreCalledEmpty(String text) {
        assertThat(Samples.rejected(Samples.parse(text)).reason()).isEqualTo("empty document");
    }

    @Test
    void picturesAndArchivesAreCalledWhatTheyAre() throws IOException {
        assertThat(reason(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16}))
                .contains("JPEG");
        assertThat(reason(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10})).contains("PNG");
        assertThat(reason("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))).contains("PDF");
        assertThat(reason(new byte[] {'P', 'K', 3, 4, 20})).contains("ZIP");
        assertThat(reason(new byte[] {5, 0, 0, 0, 9, 0, 0, 0})).contains("not text");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <html><head></head><body><p>Text</p></body></html>|HTML page
            <!DOCTYPE html><p>Text|HTML page
            <br /><b>Deprecated</b>: line 520<br /><html><body></body></html>|HTML page
            <nitf><body/></nitf>|no text
            <NewsML><NewsEnvelope/></NewsML>|without a NewsItem
            <rss version="2.0"><channel/></rss>|RSS feed
            <feed xmlns="http://www.w3.org/2005/Atom"/>|Atom feed
            <groupSet/>|root element <groupSet>
            {"type": "FeatureCollection", "features": []}|JSON, but neither ninjs nor
            {"data": {"item": {"uri": "x"}}}|no text
            [1, 2]|no object
            {}|JSON, but neither ninjs nor
            []|JSON without any object
            {"uri": "urn:x:1"|cut off
            {"uri": nonsense}|malformed
            Just some words.|plain text in no layout
            """)
    void otherFormatsAreRejectedByName(String text, String reason) {
        assertThat(Samples.parse(text)).allSatisfy(parsed -> assertThat(((Parsed.Rejected) parsed).reason())
                .contains(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ufeff", "\n\n  ", "\u007f\u007f\u0001\n", "<!-- by hand -->"})
    void whatStandsBeforeTheXmlIsTolerated(String before) {
        assertThat(Samples.article(before + ITEM).getHeadline()).isEqualTo("Sturm an der Küste");
    }

    @Test
    void aDoctypeIsToleratedAndItsEntitiesAreNot() {
        String doctype = "<!DOCTYPE newsItem SYSTEM \"http://localhost:1/never.dtd\" [<!ENTITY x \"secret\">]>";
        Article article = Samples.article(
                ITEM.replace("<newsItem", doctype + "<newsItem").replace("Der Sturm", "Der&x;&nbsp;Sturm"));

        assertThat(article.getBody()).containsExactly("Der Sturm erreichte die Küste.");
    }

    @Test
    void anExternalEntityIsNotOpened(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "TOP-SECRET");
        String doctype = "<!DOCTYPE newsItem [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";

        List<Parsed> parsed =
                Samples.parse(ITEM.replace("<newsItem", doctype + "<newsItem").replace("Der Sturm", "Der &x; Sturm"));

        assertThat(parsed.toString()).doesNotContain("TOP-SECRET");
    }

    @Test
    void anEntityBombDoesNotGoOff() {
        StringBuilder doctype = new StringBuilder("<!DOCTYPE newsItem [<!ENTITY a0 \"boom\">");
        for (int i = 1; i < 40; i++) {
            doctype.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        String bomb = ITEM.replace("<newsItem", doctype + "]><newsItem").replace("Der Sturm", "&a39;");

        List<Parsed> parsed = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Samples.parse(bomb));

        assertThat(parsed.toString()).doesNotContain("boom");
    }

    @Test
    void deepNestingIsRejectedWithTheLimit() {
        assertThat(Samples.rejected(
                                Samples.parse(ITEM.replace("Der Sturm", "<b>".repeat(5_000) + "</b>".repeat(5_000))))
                        .reason())
                .contains("nested deeper");
        assertThat(Samples.rejected(Samples.parse("{\"uri\":".repeat(5_000))).reason())
                .contains("nested deeper");
        assertThat(Samples.parse("[".repeat(100_000))).hasSize(1);
    }

    @Test
    void deepNestingOfHtmlInNinjsKeepsTheText() {
        String html = "<div>".repeat(2_000) + "Text" + "</div>".repeat(2_000);

        assertThat(Samples.article("{\"uri\":\"urn:x:1\",\"headline\":\"H\",\"body_html\":\"" + html + "\"}")
                        .getBody())
                .containsExactly("Text");
    }

    @Test
    void cutOffXmlIsRejectedAsSuch() {
        for (int length = 200; length < ITEM.length() - 20; length += 7) {
            Parsed.Rejected rejected = Samples.rejected(Samples.parse(ITEM.substring(0, length)));
            assertThat(rejected.format()).isEqualTo("newsml-g2");
            assertThat(rejected.reason()).contains("XML").doesNotContain("\n");
        }
    }

    @Test
    void aHugeLineIsReadInTime() {
        String line = "The storm reached the coast, ".repeat(200_000);
        String json = "{\"uri\":\"urn:x:1\",\"headline\":\"H\",\"body_text\":\"" + line + "\"}";
        String page = "H\n\n28 October 2024 - 15:39\n" + line;

        assertThat(Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Samples.parse(json)))
                .hasSize(1);
        assertThat(Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Samples.parse(page)))
                .hasSize(1);
        assertThat(Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> Samples.parse(ITEM.replace("Der Sturm", line))))
                .hasSize(1);
        assertThat(Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> Samples.parse("<a ".repeat(1_000_000))))
                .hasSize(1);
        assertThat(Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> Samples.parse(" A".repeat(2_000_000))))
                .hasSize(1);
        assertThat(Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> Samples.parse("x: y\n".repeat(1_000_000))))
                .hasSize(1);
    }

    @Test
    void aLyingCharsetIsSeenThrough() {
        Article sayingUtf8 = Samples.article(Samples.parse(ITEM.getBytes(Charset.forName("windows-1252"))));
        Article sayingLatin = Samples.article(Samples.parse(ITEM.replace("UTF-8", "ISO-8859-1")));
        Article latin = Samples.article(
                Samples.parse(ITEM.replace("UTF-8", "ISO-8859-1").getBytes(StandardCharsets.ISO_8859_1)));
        Article utf16 = Samples.article(
                Samples.parse(("\ufeff" + ITEM.replace("UTF-8", "UTF-16")).getBytes(StandardCharsets.UTF_16LE)));

        for (Article article : List.of(sayingUtf8, sayingLatin, latin, utf16)) {
            assertThat(article.getHeadline()).isEqualTo("Sturm an der Küste");
        }
        assertThat(sayingUtf8.getFlags()).contains("charset-guessed");
        assertThat(sayingLatin.getFlags()).contains("charset-guessed");
        assertThat(latin.getFlags()).isEmpty();
        assertThat(utf16.getFlags()).isEmpty();
    }

    @Test
    void theTransportsCharsetHelpsWhenTheBytesAreNotUtf8() throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.write("{\"uri\":\"urn:x:1\",\"headline\":\"Буря\"}".getBytes(Charset.forName("KOI8-R")));
        Document declared = new Document(
                "s", "acme", "u", "text/html", "koi8-r", Samples.RECEIVED, "0".repeat(64), json.toByteArray());

        assertThat(Samples.article(Samples.PARSERS.parse(declared)).getHeadline())
                .isEqualTo("Буря");
    }

    @Test
    void charactersThatXmlForbidsAreDropped() {
        String dirty = ITEM.replace("Der Sturm", "Der\u0003 &#1;&#x1f;Sturm");

        assertThat(Samples.article(dirty).getBody()).containsExactly("Der Sturm erreichte die Küste.");
    }

    private static String reason(byte[] bytes) {
        return Samples.rejected(Samples.parse(bytes)).reason();
    }
}
