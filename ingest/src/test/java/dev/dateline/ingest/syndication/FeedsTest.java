package dev.dateline.ingest.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedsTest {
    private static final String URI = "https://news.example/feed.xml";

    private static String rss(String channel, String items) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:media=\"http://search.yahoo.com/mrss\">"
                + "<channel><title>Desk &amp; Wire</title><link>https://news.example/</link><language>en</language>"
                + channel + items + "</channel></rss>";
    }

    private static Feed read(String text) throws NotAFeedException {
        return Feeds.read(text, URI);
    }

    private static FeedItem item(String xml) throws NotAFeedException {
        return read(rss("", "<item>" + xml + "</item>")).items().get(0);
    }

    @Test
    void aFeedSaysWhatItIsAndHowOftenToAsk() throws NotAFeedException {
        Feed feed = read(rss(
                "<ttl>15</ttl><skipHours><hour>24</hour><hour>3</hour></skipHours>", "<item><guid>1</guid></item>"));

        assertThat(feed.format()).isEqualTo("rss");
        assertThat(feed.version()).isEqualTo("2.0");
        assertThat(feed.title()).isEqualTo("Desk & Wire");
        assertThat(feed.interval()).isEqualTo(Duration.ofMinutes(15));
        assertThat(feed.skipHours()).containsExactlyInAnyOrder(0, 3);
        assertThat(feed.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id></entry></feed>|atom|1.0
            <feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><id>1</id></entry></feed>|atom|0.3
            <a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:id>1</a:id></a:entry></a:feed>|atom|1.0
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/><item rdf:about="1"/></rdf:RDF>|rdf|1.0
            <CHANNEL HREF="https://news.example/"><ITEM HREF="1"><TITLE>T</TITLE></ITEM></CHANNEL>|cdf|-
            <rss version="0.91"><channel><item><title>T</title></item></channel></rss>|rss|0.91
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://news.example/1</loc></url></urlset>|sitemap|0.9
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://news.example/s1.xml</loc></sitemap></sitemapindex>|sitemap-index|0.9
            """)
    void formatsAreKnownByTheirRoot(String text, String format, String version) throws NotAFeedException {
        Feed feed = read(text);

        assertThat(feed.format()).isEqualTo(format);
        assertThat(feed.version()).isEqualTo(version);
        assertThat(feed.items()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <html><head><title>403 Forbidden</title></head></html>|an HTML page (“403 Forbidden”)
            {"version": "https://jsonfeed.org/version/1.1"}|JSON
            <opml version="2.0"/>|root element <opml>
            no such feed|neither RSS
            ' '|empty
            """)
    void whatIsNoFeedIsCalledWhatItIs(String text, String reason) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(NotAFeedException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void anItemIsCalledByItsGuidElseItsLinkElseItsTitleAndDate() throws NotAFeedException {
        assertThat(item("<guid isPermaLink=\"false\"> 47 </guid><link>https://news.example/1</link>")
                        .identity())
                .isEqualTo("47");
        assertThat(item("<link>https://news.example/1?utm_source=rss</link>").identity())
                .isEqualTo("https://news.example/1");
        assertThat(item("<title>A</title><pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate>")
                        .identity())
                .isEqualTo(item("<title>A</title><pubDate>Thu, 1 Jan 2004 19:48:21 +0000</pubDate>")
                        .identity())
                .isNotEqualTo(item("<title>B</title><pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate>")
                        .identity());
        assertThat(item("<guid>https://news.example/" + "x".repeat(600) + "</guid>")
                        .identity())
                .hasSizeLessThan(512);
    }

    @Test
    void countersInAGuidAreNoPartOfTheName() throws NotAFeedException {
        assertThat(item("<guid>https://news.example/1#4</guid>").identity()).isEqualTo("https://news.example/1");
        assertThat(item("<guid>https://news.example/live#entry-4</guid>").identity())
                .isEqualTo("https://news.example/live#entry-4");
        assertThat(item("<guid>https://news.example/1?id=2&amp;at_medium=RSS</guid>")
                        .identity())
                .isEqualTo("https://news.example/1?id=2");
    }

    @Test
    void whatNobodySeesDoesNotChangeTheFingerprint() throws NotAFeedException {
        String one =
                item("<guid>1</guid><link>https://news.example/1?utm_source=a</link><title>Ferry crews strike</title>"
                                + "<description>&lt;p&gt;Crews walked out.&lt;/p&gt;&lt;img src=\"https://ads.example/1.gif\"&gt;</description>"
                                + "<category>labour</category><category>shipping</category>")
                        .fingerprint();
        String other = item("<title>Ferry  crews strike</title><category>shipping</category><category>labour</category>"
                        + "<description>&lt;p&gt;Crews walked out.&lt;/p&gt;&lt;img src=\"https://ads.example/2.gif\"&gt;</description>"
                        + "<link>https://news.example/1?utm_source=b</link><guid>1</guid><comments>12</comments>")
                .fingerprint();

        assertThat(one).hasSize(16).matches("[0-9a-f]+").isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <title>Ferry crews end strike</title>
            <description>Crews walked in.</description>
            <author>desk@news.example (Ann Example)</author>
            <pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate>
            <category>labour</category>
            <media:content url="https://news.example/1.jpg"/>
            """)
    void whatAReaderSeesChangesTheFingerprint(String more) throws NotAFeedException {
        String plain = "<guid>1</guid><title>Ferry crews strike</title><description>Crews walked out.</description>";
        String changed =
                more.startsWith("<title>") || more.startsWith("<desc") ? "<guid>1</guid>" + more : plain + more;

        assertThat(item(changed).fingerprint()).isNotEqualTo(item(plain).fingerprint());
    }

    @Test
    void theDocumentOfAnItemIsTheSameWhateverElseIsInTheFeed() throws NotAFeedException {
        String item = "<item><guid>1</guid><title>A &lt; B</title><media:content url=\"/1.jpg?a=1&amp;b=2\"/></item>";
        byte[] one = read(rss("<lastBuildDate>Thu, 01 Jan 2004 19:48:21 GMT</lastBuildDate>", item))
                .items()
                .get(0)
                .document();
        byte[] other = read(rss(
                        "<lastBuildDate>Fri, 02 Jan 2004 19:48:21 GMT</lastBuildDate>",
                        "<item><guid>2</guid></item>" + item))
                .items()
                .get(1)
                .document();

        assertThat(one).isEqualTo(other);
        assertThat(new String(one, StandardCharsets.UTF_8))
                .contains(
                        "<title>Desk &amp; Wire</title>",
                        "<language>en</language>",
                        "xml:base=\"" + URI + "\"",
                        "A &lt; B")
                .doesNotContain("lastBuildDate");
        assertThat(Feeds.channel(new String(one, StandardCharsets.UTF_8), null)
                        .entries()
                        .get(0)
                        .media()
                        .get(0)
                        .href())
                .isEqualTo("https://news.example/1.jpg?a=1&b=2");
    }

    @Test
    void namespacesAreKnownByTheirAddressHoweverItIsSpelt() throws NotAFeedException {
        String item = "<item><d:creator>Ann Example</d:creator><title>T</title></item>";

        for (String uri : List.of(
                "http://purl.org/dc/elements/1.1/",
                "https://purl.org/dc/elements/1.1",
                "HTTP://PURL.ORG/DC/ELEMENTS/1.1#")) {
            String text = "<rss version='2.0' xmlns:d='" + uri + "'><channel>" + item + "</channel></rss>";
            assertThat(Feeds.channel(text, null).entries().get(0).authors()).containsExactly("Ann Example");
        }
    }

    @Test
    void anIllFormedFeedIsReadAsFarAsItGoes() throws NotAFeedException {
        Feed feed = read("Warning: deprecated\n<rss version=\"2.0\"><channel><title>AT&T</title>"
                + "<item><guid>1</guid><title>Research & more</title><dc:creator>Ann Example</dc:creator></item>"
                + "<item><guid>2</guid><title>No end here</title>"
                + "<item><guid>3</guid><description>one<br>two</description></item>"
                + "<item><guid>4</guid><title>Cut o");

        assertThat(feed.title()).isEqualTo("AT&T");
        assertThat(feed.items()).extracting(FeedItem::identity).containsExactly("1", "2", "3");
        assertThat(feed.problems()).hasSize(2).anySatisfy(problem -> assertThat(problem)
                .contains("1 of 4 items"));
        Feed again = Feeds.read(feed.items().get(0).document(), null, null);
        assertThat(again.problems()).isEmpty();
        assertThat(again.items().get(0).fingerprint())
                .isEqualTo(feed.items().get(0).fingerprint());
    }

    @Test
    void itemsWithoutEndDoNotExhaustTheStackAndWhatIsNotReadIsSaid() {
        String open = rss("", "<item><guid>1</guid><b>".repeat(20_000)).replace("</rss>", "");

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            Feed feed = read(open);
            assertThat(feed.items()).hasSizeGreaterThan(500);
            assertThat(feed.problems()).anyMatch(problem -> problem.contains("the rest is read as text"));
        });
    }

    @Test
    void theTimeToReadGrowsWithTheNumberOfItems() {
        String url = "<url><loc>https://news.example/1</loc></url>";
        String sitemap =
                "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">" + url.repeat(50_000) + "</urlset>";

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> assertThat(read(sitemap).items()).hasSize(50_000));
    }

    @Test
    void prefixesThatNobodyDeclaredAreDeclaredInTheDocument() throws NotAFeedException {
        FeedItem item =
                read("<rss><channel><item x:y=\"1\"><guid>1</guid><title>T</title><dc:creator>Ann Example</dc:creator>"
                                + "<foo:bar>b</foo:bar></item></channel></rss>")
                        .items()
                        .get(0);

        Feed again = Feeds.read(item.document(), null, null);

        assertThat(again.problems()).isEmpty();
        assertThat(again.items().get(0).fingerprint()).isEqualTo(item.fingerprint());
        assertThat(new String(item.document(), StandardCharsets.UTF_8)).contains("http://purl.org/dc/elements/1.1/");
    }

    @Test
    void bytesAreDecodedAsTheyAreAndNotAsTheyAreDeclared() throws NotAFeedException {
        String text = rss("", "<item><guid>1</guid><title>Überfahrt</title></item>");

        assertThat(Feeds.read(text.getBytes(StandardCharsets.UTF_8), "ISO-8859-1", URI)
                        .items()
                        .get(0)
                        .fingerprint())
                .isEqualTo(Feeds.read(text.getBytes(Charset.forName("windows-1252")), "ISO-8859-1", URI)
                        .items()
                        .get(0)
                        .fingerprint())
                .isEqualTo(read(text).items().get(0).fingerprint());
    }

    @Test
    void entitiesThatTheDocumentDeclaresAreNotFollowed() throws NotAFeedException {
        String text = rss("", "<item><guid>1</guid><title>T&x;&nbsp;U</title></item>")
                .replace("<rss", "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><rss");

        assertThat(Feeds.channel(text, null).entries().get(0).title().value()).isEqualTo("T\u00a0U");
    }
}
