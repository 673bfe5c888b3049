package dev.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Article;
import dev.dateline.model.Document;
import dev.dateline.model.Link;
import dev.dateline.model.Media;
import dev.dateline.model.PubStatus;
import dev.dateline.model.Signal;
import dev.dateline.model.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What articles are made of the items of feeds. */
class FeedArticlesTest {
    private static final String RSS = """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:media="http://search.yahoo.com/mrss/" xmlns:georss="http://www.georss.org/georss">
            <channel>
              <title>Harbour News</title><link>https://harbour.example/</link><language>en-gb</language>
              <copyright>© Harbour News</copyright><lastBuildDate>Fri, 02 May 2025 10:00:00 GMT</lastBuildDate>
              %s
            </channel></rss>
            """;

    private static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="de">
              <title>Hafenblatt</title><id>tag:hafen.example,2025:feed</id><updated>2025-05-02T10:00:00Z</updated>
              <author><name>Redaktion Hafen</name><email>desk@hafen.example</email></author>
              %s
            </feed>
            """;

    static final String NEWS_SITEMAP = """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>https://harbour.example/ferry</loc><news:news>
            <news:publication><news:name>Harbour News</news:name><news:language>en</news:language></news:publication>
            <news:publication_date>2025-05-02T09:30:00+01:00</news:publication_date><news:title>Ferry crews strike</news:title>
            <news:keywords>labour, shipping</news:keywords></news:news></url></urlset>
            """;

    static final String CDF = """
            <CHANNEL HREF="https://harbour.example/"><TITLE>Harbour</TITLE>
            <ITEM HREF="https://harbour.example/1" LASTMOD="1998-11-05T17:30"><TITLE>Ferry</TITLE><ABSTRACT>Crews strike.</ABSTRACT></ITEM></CHANNEL>
            """;

    private static Article rss(String item) {
        return Samples.article(RSS.formatted("<item>" + item + "</item>"));
    }

    private static Article atom(String entry) {
        return Samples.article(ATOM.formatted("<entry>" + entry + "</entry>"));
    }

    @Test
    void aFullItemFillsTheArticle() {
        Article article = rss("""
                <guid isPermaLink="false">harbour-47</guid>
                <link>https://harbour.example/ferry?utm_source=rss</link>
                <title>Ferry crews &lt;i&gt;strike&lt;/i&gt; over pay</title>
                <description><![CDATA[<p>Crews walked out at dawn.</p>]]></description>
                <content:encoded><![CDATA[<p>Crews of three ferries walked out at dawn.</p><p>Talks go on.</p><script>count()</script>]]></content:encoded>
                <dc:creator>Ann Example</dc:creator>
                <pubDate>Fri, 02 May 2025 09:30:00 BST</pubDate>
                <category domain="https://harbour.example/topics">Labour</category>
                <category>Shipping</category>
                <media:content url="https://img.harbour.example/47.jpg?w=140" medium="image" width="140"/>
                <media:content url="https://img.harbour.example/47.jpg?w=800" medium="image" width="800" type="image/jpeg">
                  <media:description>A ferry at the quay</media:description><media:credit>Bob Example</media:credit>
                </media:content>
                <georss:point>51.13 1.31</georss:point>
                """);

        assertThat(article.getGuid()).isEqualTo("harbour-47");
        assertThat(article.getHeadline()).isEqualTo("Ferry crews strike over pay");
        assertThat(article.getStandfirst()).isEqualTo("Crews walked out at dawn.");
        assertThat(article.getBody()).containsExactly("Crews of three ferries walked out at dawn.", "Talks go on.");
        assertThat(article.getBylines()).containsExactly("Ann Example");
        assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2025-05-02T08:30:00Z"));
        assertThat(article.getFirstCreated()).isEqualTo(article.getVersionCreated());
        assertThat(article.getLanguage()).isEqualTo("en-gb");
        assertThat(article.getSubjects()).extracting(Subject::getName).containsExactly("Labour", "Shipping");
        assertThat(article.getLinks())
                .containsExactly(new Link("canonical", "https://harbour.example/ferry", null, null, null, null));
        assertThat(article.getMedia())
                .containsExactly(new Media(
                        "picture",
                        "A ferry at the quay",
                        "Bob Example",
                        "https://img.harbour.example/47.jpg?w=800",
                        "image/jpeg"));
        assertThat(article.getRights().getCopyrightNotice()).isEqualTo("© Harbour News");
        assertThat(article.getPlaces()).singleElement().satisfies(place -> {
            assertThat(place.getLatitude()).isEqualTo(51.13);
            assertThat(place.getLongitude()).isEqualTo(1.31);
        });
        assertThat(article.getProvenance().getFormat()).isEqualTo("rss");
        assertThat(article.getProvenance().getFormatVersion()).isEqualTo("2.0");
    }

    @Test
    void anAtomEntryHasLanguageAndAuthorsFromItsFeed() {
        Article article = atom("""
                <id>tag:hafen.example,2025:1</id>
                <title type="text">Fähren &lt; 10 Meter</title>
                <link rel="alternate" href="https://hafen.example/1"/>
                <link rel="related" href="https://hafen.example/2" title="Mehr"/>
                <link rel="enclosure" type="audio/mpeg" href="https://hafen.example/1.mp3"/>
                <published>2025-05-01T08:00:00+02:00</published><updated>2025-05-01T10:00:00+02:00</updated>
                <category term="16000000" scheme="http://cv.iptc.org/newscodes/mediatopic/" label="Konflikt"/>
                <summary>Kurz gesagt.</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Erster <b>Absatz</b>.</p><p>Zweiter.</p></div></content>
                """);

        assertThat(article.getLanguage()).isEqualTo("de");
        assertThat(article.getBylines()).containsExactly("Redaktion Hafen");
        assertThat(article.getHeadline()).isEqualTo("Fähren < 10 Meter");
        assertThat(article.getBody()).containsExactly("Erster Absatz.", "Zweiter.");
        assertThat(article.getFirstCreated()).isEqualTo(Instant.parse("2025-05-01T06:00:00Z"));
        assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2025-05-01T08:00:00Z"));
        assertThat(article.getSubjects()).singleElement().satisfies(subject -> {
            assertThat(subject.getScheme()).isEqualTo("medtop");
            assertThat(subject.getCode()).isEqualTo("16000000");
        });
        assertThat(article.getMedia()).extracting(Media::getType).containsExactly("audio");
        assertThat(article.getLinks()).extracting(Link::getRel).containsExactly("canonical", "related");
    }

    @Test
    void aDescriptionAloneIsTheStandfirstUnlessItIsTheStory() {
        assertThat(rss("<title>T</title><description>One line.</description>").getStandfirst())
                .isEqualTo("One line.");

        String paragraph = "&lt;p&gt;" + "Crews of three ferries walked out at dawn. ".repeat(15) + "&lt;/p&gt;";
        Article whole = rss("<title>T</title><description>" + paragraph + paragraph + "</description>");

        assertThat(whole.getStandfirst()).isNull();
        assertThat(whole.getBody()).hasSize(2);
    }

    @Test
    void aPictureIsOneMediumInHoweverManySizesItIsSent() {
        assertThat(rss("""
                        <title>T</title><media:group><media:title>A ferry</media:title>
                        <media:content medium="image" url="https://img.example/s.jpg" width="100"/>
                        <media:content medium="image" url="https://img.example/l.jpg" width="900"/>
                        <media:content medium="video" url="https://img.example/f.mp4"/></media:group>
                        <media:thumbnail url="https://img.example/t.jpg"/>
                        """).getMedia())
                .containsExactly(
                        new Media("picture", "A ferry", null, "https://img.example/l.jpg", null),
                        new Media("video", "A ferry", null, "https://img.example/f.mp4", null));
        assertThat(rss("""
                        <title>T</title><media:content url="https://img.example/show?id=1" type="image/png"/>
                        <media:content url="https://img.example/show?id=2" type="image/png"/>
                        <enclosure url="https://img.example/show?id=2" type="image/png" length="7"/>
                        """).getMedia())
                .extracting(Media::getHref)
                .containsExactly("https://img.example/show?id=1", "https://img.example/show?id=2");
        assertThat(
                        rss("<title>T</title><media:thumbnail url=\"/t.jpg\"/><media:thumbnail url=\"https://img.example/t.jpg\"/>")
                                .getMedia())
                .containsExactly(new Media("picture", null, null, "https://img.example/t.jpg", null));
    }

    @Test
    void addressesOfAuthorsAreNoNames() {
        assertThat(rss("<title>T</title><author>ann@harbour.example (Ann Example)</author>")
                        .getBylines())
                .containsExactly("Ann Example");
        assertThat(rss("<title>T</title><author>Ann Example &lt;ann@harbour.example&gt;</author>")
                        .getBylines())
                .containsExactly("Ann Example");
        assertThat(rss("<title>T</title><author>ann@harbour.example</author>").getBylines())
                .isEmpty();
    }

    @Test
    void versionsAreOrderedByObservationWhoeverTheProviderIs() {
        byte[] bytes =
                RSS.formatted("<item><guid>1</guid><title>T</title></item>").getBytes(StandardCharsets.UTF_8);
        Document document = Document.of("desk", "dpa", "https://harbour.example/feed", Samples.RECEIVED, bytes);

        Article article = Samples.article(Samples.PARSERS.parse(document));

        assertThat(article.getOrder().getTime()).isEqualTo(Samples.RECEIVED.toEpochMilli());
        assertThat(article.getProvenance().getDialect()).isEqualTo("feed");
    }

    @Test
    void aDeletedEntryKillsItsArticle() {
        Article killed = Samples.article(
                ATOM.formatted("<at:deleted-entry ref=\"tag:hafen.example,2025:1\" when=\"2025-05-02T10:00:00Z\"/>"));

        assertThat(killed.getGuid()).isEqualTo("tag:hafen.example,2025:1");
        assertThat(killed.getPubStatus()).isEqualTo(PubStatus.CANCELED);
        assertThat(killed.getSignal()).isEqualTo(Signal.KILL);
    }

    @Test
    void aFilmTitledKillIsNoKill() {
        assertThat(rss("<title>KILL-BILL returns to cinemas</title>").getSignal())
                .isEqualTo(Signal.NEW);
        assertThat(rss("<title>CORRECTED-Ferry crews strike</title>").getSignal())
                .isEqualTo(Signal.CORRECTION);
    }

    @Test
    void anItemWithoutTextIsRejectedWithItsPosition() {
        List<Parsed> parsed = Samples.parse(RSS.formatted("<item><title>T</title></item><item><guid>2</guid></item>"));

        assertThat(parsed.get(0)).isInstanceOf(Parsed.Accepted.class);
        assertThat(parsed.get(1)).isInstanceOfSatisfying(Parsed.Rejected.class, rejected -> {
            assertThat(rejected.format()).isEqualTo("rss");
            assertThat(rejected.position()).isEqualTo(1);
            assertThat(rejected.reason()).contains("no text");
        });
    }

    @Test
    void anIllFormedFeedGivesItsItemsAndSaysWhatIsWrong() {
        List<Parsed> parsed = Samples.parse(RSS.formatted("<item><guid>1</guid><title>Research & more</title></item>"));

        assertThat(parsed).hasSize(2);
        assertThat(((Parsed.Accepted) parsed.get(0)).article().getHeadline()).isEqualTo("Research & more");
        assertThat(((Parsed.Rejected) parsed.get(1)).reason()).contains("malformed", "line");
    }

    @Test
    void aNewsSitemapHasHeadlinesAndOtherSitemapsHaveNone() {
        Article article = Samples.article(NEWS_SITEMAP);

        assertThat(article.getGuid()).isEqualTo("https://harbour.example/ferry");
        assertThat(article.getHeadline()).isEqualTo("Ferry crews strike");
        assertThat(article.getCredit()).isEqualTo("Harbour News");
        assertThat(article.getLanguage()).isEqualTo("en");
        assertThat(article.getSubjects()).hasSize(2);
        assertThat(article.getFirstCreated()).isEqualTo(Instant.parse("2025-05-02T08:30:00Z"));
        assertThat(Samples.rejected(
                                Samples.parse(
                                        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>https://harbour.example/</loc></url></urlset>"))
                        .reason())
                .contains("1 addresses without news:title");
        assertThat(Samples.rejected(
                                Samples.parse(
                                        "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>https://harbour.example/1.xml</loc></sitemap></sitemapindex>"))
                        .reason())
                .contains("1 sitemaps");
    }

    @Test
    void aChannelOfTheChannelDefinitionFormatIsRead() {
        Article article = Samples.article(CDF);

        assertThat(article.getStandfirst()).isEqualTo("Crews strike.");
        assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("1998-11-05T17:30:00Z"));
        assertThat(article.getProvenance().getFormat()).isEqualTo("cdf");
    }
}
