package dev.dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.ingest.parse.Parsed;
import dev.dateline.ingest.parse.Parsers;
import dev.dateline.model.Article;
import dev.dateline.model.Document;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ItemPagesTest {
    private static final String PAGE = """
            <html lang="en"><head><title>Ferries stop | Andes Post</title><meta property="og:site_name" content="Andes Post">
            <meta name="author" content="Ines Okafor"></head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
            <article><h1>Ferries stop</h1>
            <p>Crews of the ferries to the islands walked off on Monday over unpaid overtime, and no boat has left since.</p>
            <p>“We have waited for eleven months,” said their speaker in the harbour, where hundreds of people were stranded.</p>
            <p>The company said that it would pay by Friday. Talks are to begin at noon, the ministry of transport said.</p>
            </article></body></html>
            """;

    private final LyingServer server = new LyingServer();
    private final TestClock clock = new TestClock();
    private final List<Long> pauses = new ArrayList<>();
    private final FeedSourceConfig config = FeedSourceConfig.of(new HashMap<>(
            Map.of("name", "andes", "feeds", "andes " + server.url("/feed"), "allow.private", server.hostAndPort())));
    private final Fetcher fetcher = new Fetcher(
            config.limits(),
            new AddressGuard(config.allowPrivate(), InetAddress::getAllByName),
            config.userAgent(),
            ItemPages.ACCEPT,
            2,
            clock);

    @AfterEach
    void close() {
        fetcher.close();
        server.close();
    }

    @Test
    void anItemAndItsPageAreOneDocumentAndOneArticle() {
        server.answer("/feed", LyingServer.ok(feed(item("ferries", server.url("/ferries")))));
        server.answer("/ferries", LyingServer.ok(PAGE, "Content-Type: text/html; charset=utf-8"));

        Polled polled = poll(address -> null);

        assertThat(polled.remarks()).isEmpty();
        Article article = article(polled.documents().get(0));
        assertThat(article.getGuid()).isEqualTo("ferries");
        assertThat(article.getHeadline()).isEqualTo("Ferries stop");
        assertThat(article.getStandfirst()).isEqualTo("Crews walk off.");
        assertThat(article.getBylines()).containsExactly("Ines Okafor");
        assertThat(article.getBody()).hasSize(3).first().asString().startsWith("Crews of the ferries");
        assertThat(article.getFlags()).isEmpty();
    }

    @Test
    void whereThePageCannotBeHadTheItemGoesWithoutAndOneLineTellsWhy() {
        server.answer("/feed", LyingServer.ok(feed(item("a", server.url("/gone")) + item("b", server.url("/pdf")))));
        server.answer("/gone", LyingServer.status(404, ""));
        server.answer("/pdf", LyingServer.ok("%PDF", "Content-Type: application/pdf"));

        Polled polled = poll(address -> null);

        assertThat(polled.documents()).hasSize(2);
        assertThat(polled.remarks()).singleElement().asString().contains("of 2 pages 2 could not be had", "404");
        assertThat(article(polled.documents().get(0)).getBody()).isEmpty();
    }

    @Test
    void aPageWithoutAnArticleIsSaidToBeOne() {
        server.answer("/feed", LyingServer.ok(feed(item("ferries", server.url("/ferries")))));
        server.answer("/ferries", LyingServer.ok("<html><body><p>Log in</p></body></html>", "Content-Type: text/html"));

        Article article = article(poll(address -> null).documents().get(0));

        assertThat(article.getHeadline()).isEqualTo("Ferries stop");
        assertThat(article.getFlags()).containsExactly("page-without-text");
    }

    @Test
    void pagesAreAskedForOneAfterAnotherAndNotWhereTheyMustNotBe() {
        server.answer(
                "/feed",
                LyingServer.ok(feed(item("a", server.url("/a"))
                        + item("b", server.url("/b"))
                        + item("c", "http://127.0.0.2:9/secret")
                        + item("d", "file:///etc/passwd"))));
        server.answer("/a", LyingServer.ok(PAGE, "Content-Type: text/html"));
        server.answer("/b", LyingServer.ok(PAGE, "Content-Type: text/html"));

        Polled polled = poll(address -> address.getPath().equals("/b") ? "robots.txt does not allow it" : null);

        assertThat(polled.documents()).hasSize(4);
        assertThat(server.requests("/a")).hasSize(1);
        assertThat(server.requests("/b")).isEmpty();
        assertThat(polled.remarks()).singleElement().asString().contains("could not be had");
    }

    @Test
    void twoPagesOfAHostAreKeptApart() {
        HostTurns turns = new HostTurns(() -> 0, pauses::add);

        turns.await("a.example", Duration.ofSeconds(1));
        turns.await("a.example", Duration.ofSeconds(1));
        turns.await("b.example", Duration.ofSeconds(1));
        turns.await("a.example", Duration.ofSeconds(1));

        assertThat(pauses).containsExactly(1_000L, 2_000L);
    }

    private Polled poll(Function<URI, String> refusal) {
        ItemPages pages =
                new ItemPages(fetcher, refusal, new HostTurns(() -> 0, pauses::add), address -> Duration.ofSeconds(1));
        Rhythm rhythm = new Rhythm(config.pollMin(), config.pollMax(), () -> 0);
        return new FeedPoll(config, fetcher, address -> null, pages, rhythm, clock)
                .poll(config.listed().feeds().get(0), FeedState.NEW);
    }

    private static Article article(Document document) {
        List<Parsed> parsed = new Parsers(Dialects.shipped()).parse(document);
        assertThat(parsed).hasSize(1);
        return ((Parsed.Accepted) parsed.get(0)).article();
    }

    private static String feed(String items) {
        return "<rss version=\"2.0\"><channel><title>Andes Post</title>" + items + "</channel></rss>";
    }

    private static String item(String guid, String link) {
        return "<item><guid isPermaLink=\"false\">" + guid + "</guid><title>Ferries stop</title><link>" + link
                + "</link><description>Crews walk off.</description></item>";
    }
}
