package dev.dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Document;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FeedPollTest {
    private final LyingServer server = new LyingServer();
    private final TestClock clock = new TestClock();
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "name",
            "andes",
            "feeds",
            "andes " + server.url("/feed"),
            "allow.private",
            server.hostAndPort(),
            "proof.polls",
            "3"));
    private FeedState state = FeedState.NEW;
    private Fetcher fetcher;

    @AfterEach
    void close() {
        fetcher.close();
        server.close();
    }

    @Test
    void eachItemIsADocumentTheOldestFirst() {
        server.answer("/feed", LyingServer.ok(Rss.of(1, 3), "Content-Type: application/rss+xml"));

        List<Document> documents = poll().documents();

        assertThat(documents)
                .extracting(Document::uri)
                .containsExactly(feed("#item-1"), feed("#item-2"), feed("#item-3"));
        assertThat(documents).allSatisfy(document -> {
            assertThat(document.source()).isEqualTo("andes");
            assertThat(document.provider()).isEqualTo("andes");
            assertThat(document.contentType()).isEqualTo("application/rss+xml");
            assertThat(document.receivedAt()).isEqualTo(TestClock.START);
        });
    }

    @Test
    void onlyNewAndChangedItemsAreSentAgain() {
        server.answer("/feed", LyingServer.ok(Rss.of(1, 3)));
        poll();
        assertThat(poll().documents()).isEmpty();

        server.answer(
                "/feed",
                LyingServer.ok(Rss.feed(Rss.item("item-4", "Headline 4")
                        + Rss.item("item-3", "Headline 3, corrected")
                        + Rss.item("item-2", "Headline 2"))));
        Polled polled = poll();

        assertThat(polled.fresh()).isEqualTo(1);
        assertThat(polled.changed()).isEqualTo(1);
        assertThat(polled.documents()).extracting(Document::uri).containsExactly(feed("#item-4"), feed("#item-3"));
        assertThat(poll().documents()).isEmpty();
    }

    @Test
    void anItemThatComesBackIsKnown() {
        server.answer("/feed", LyingServer.ok(Rss.of(1, 3)));
        poll();
        server.answer("/feed", LyingServer.ok(Rss.of(2, 4)));
        poll();
        server.answer("/feed", LyingServer.ok(Rss.of(1, 4)));

        assertThat(poll().documents()).isEmpty();
    }

    @Test
    void whatIsSentAgainAfterALostOffsetHasTheSameIds() {
        server.answer("/feed", LyingServer.ok(Rss.of(1, 3)));
        List<String> first = poll().documents().stream().map(Document::id).toList();
        state = FeedState.NEW;
        clock.pass(Duration.ofHours(1));

        List<Document> again = poll().documents();

        assertThat(again).extracting(Document::id).isEqualTo(first);
        assertThat(again).extracting(Document::receivedAt).doesNotContain(TestClock.START);
    }

    @Test
    void theStateSurvivesItsOffset() {
        server.answer("/feed", LyingServer.ok(Rss.of(1, 3), "ETag: \"1\"", "Cache-Control: max-age=60"));
        poll();
        clock.pass(Duration.ofHours(1));
        server.answer("/feed", LyingServer.ok(Rss.of(1, 4), "ETag: \"2\""));
        poll();

        assertThat(FeedState.of(state.toOffset())).usingRecursiveComparison().isEqualTo(state);
        assertThat(FeedState.of(state.toOffset()).toOffset()).isEqualTo(state.toOffset());
    }

    @Test
    void validatorsAreSentBack() {
        server.answer("/feed", LyingServer.ok(Rss.of(1, 3), "ETag: \"1\""));
        poll();
        server.answer("/feed", LyingServer.status(304, ""));

        assertThat(poll().notModified()).isTrue();
        assertThat(server.requests("/feed").get(1).headers()).containsEntry("if-none-match", "\"1\"");
    }

    @Test
    void otherContentUnderTheSameValidatorsIsTaken() {
        server.answer(
                "/feed", LyingServer.ok(Rss.of(1, 3), "ETag: \"1\"", "Last-Modified: Thu, 01 Jan 2015 00:00:00 GMT"));
        poll();
        server.answer(
                "/feed", LyingServer.ok(Rss.of(1, 4), "ETag: \"1\"", "Last-Modified: Thu, 01 Jan 2015 00:00:00 GMT"));

        assertThat(poll().documents()).extracting(Document::uri).containsExactly(feed("#item-4"));
    }

    @Test
    void aServerThatHidesNewsBehindNotModifiedIsCaughtAndNotBelievedForAWeek() {
        answerForEver(Rss.of(1, 3));
        poll();
        answerForEver(Rss.of(1, 4));

        assertThat(poll().notModified()).isTrue();
        assertThat(poll().notModified()).isTrue();
        Polled caught = poll();

        assertThat(caught.documents()).extracting(Document::uri).containsExactly(feed("#item-4"));
        assertThat(caught.remarks()).singleElement().asString().contains("not modified", "7 days");
        answerForEver(Rss.of(1, 5));
        assertThat(poll().documents()).extracting(Document::uri).containsExactly(feed("#item-5"));
        assertThat(lastRequest().isConditional()).isFalse();

        clock.pass(Duration.ofDays(8));
        poll();
        assertThat(lastRequest().isConditional()).isFalse(); // proof was due by time
        assertThat(server.requests("/feed")
                        .get(server.requests("/feed").size() - 2)
                        .isConditional())
                .isTrue();
    }

    @Test
    void proofIsAskedForAfterSomeTimeToo() {
        answerForEver(Rss.of(1, 3));
        poll();
        answerForEver(Rss.of(1, 4));
        clock.pass(Duration.ofHours(6));

        assertThat(poll().documents()).hasSize(1);
    }

    @Test
    void aServerThatTellsTheTruthStaysBelieved() {
        answerForEver(Rss.of(1, 3));
        for (int i = 0; i < 7; i++) {
            assertThat(poll().remarks()).isEmpty();
        }
        // the first, then six polls with a proof after each third
        assertThat(server.requests("/feed")).hasSize(1 + 6 + 2);
        assertThat(state.freshness().toSend(clock.instant()).isEmpty()).isFalse();

        server.answer("/feed", LyingServer.ok(Rss.of(1, 4), "ETag: \"2\""));
        poll();
        poll();
        assertThat(lastRequest().isConditional()).isTrue();
    }

    @Test
    void theCharsetThatTheServerMadeUpDoesNoHarm() {
        server.answer(
                "/feed",
                LyingServer.ok(
                        Rss.feed(Rss.item("1", "Wahl in Österreich")), "Content-Type: text/xml; charset=ISO-8859-1"));

        assertThat(new String(poll().documents().get(0).bytes(), StandardCharsets.UTF_8))
                .contains("Österreich");
    }

    @Test
    void aPageInPlaceOfAFeedIsToldOf() {
        server.answer("/feed", LyingServer.ok("<!DOCTYPE html><html><body>Please log in</body></html>"));

        Polled polled = poll();

        assertThat(polled.failure().unreadable()).isTrue();
        assertThat(polled.failure().reason()).isNotBlank();
        assertThat(polled.state().items().size()).isZero();
    }

    @Test
    void aFeedTooLargeIsToldOf() {
        settings.put("max.feed.bytes", "2000");
        server.answer("/feed", LyingServer.ok(Rss.of(1, 100)));

        Polled polled = poll();

        assertThat(polled.failure().unreadable()).isTrue();
        assertThat(polled.failure().reason()).contains("more than the 2000 bytes", "max.feed.bytes");
    }

    @Test
    void permanentRedirectsAreRememberedUntilTheyLeadNowhere() {
        server.answer("/feed", LyingServer.redirect(301, "/new"));
        server.answer("/new", LyingServer.ok(Rss.of(1, 3)));
        assertThat(poll().documents()).extracting(Document::uri).contains(feed("#item-1"));
        poll();
        assertThat(server.requests("/feed")).hasSize(1);

        server.answer("/new", LyingServer.status(404, ""));
        server.answer("/feed", LyingServer.ok(Rss.of(1, 4)));
        assertThat(poll().failure().reason()).contains("404");
        assertThat(poll().documents()).extracting(Document::uri).containsExactly(feed("#item-4"));
    }

    @Test
    void temporaryRedirectsAreNot() {
        server.answer("/feed", LyingServer.redirect(302, "/today"));
        server.answer("/today", LyingServer.ok(Rss.of(1, 3)));
        poll();
        poll();

        assertThat(server.requests("/feed")).hasSize(2);
    }

    @Test
    void itemsThatShareANameAreTakenOnceAndToldOf() {
        String both = Rss.feed(Rss.item("same", "One") + Rss.item("same", "Other"));
        server.answer("/feed", LyingServer.ok(both));

        Polled polled = poll();

        assertThat(polled.documents()).hasSize(1);
        assertThat(polled.remarks()).singleElement().asString().contains("1 items are called like others");
        server.answer("/feed", LyingServer.ok(both + "<!-- another body -->"));
        assertThat(poll().documents()).isEmpty();
    }

    @Test
    void moreItemsThanCanBeRememberedAreNotTakenAtEachPollAnew() {
        server.answer("/feed", LyingServer.ok(Rss.of(1, ItemMemory.MOST + 100)));
        Polled polled = poll();
        assertThat(polled.documents()).hasSize(ItemMemory.MOST);
        assertThat(polled.remarks()).singleElement().asString().contains("of 4196 items the first 4096");
        assertThat(state.toOffset().get("items").toString()).hasSizeLessThanOrEqualTo(65_536);

        server.answer("/feed", LyingServer.ok(Rss.of(1, ItemMemory.MOST + 100) + " "));
        assertThat(poll().documents()).isEmpty();
    }

    @Test
    void robotsAreHeeded() {
        server.answer("/robots.txt", LyingServer.ok("User-agent: dateline\nDisallow: /feed\nCrawl-delay: 7\n"));
        server.answer("/feed", LyingServer.ok(Rss.of(1, 3)));
        Robots robots = robots();

        assertThat(robots.refusal(URI.create(server.url("/feed")))).contains("does not allow dateline");
        assertThat(robots.refusal(URI.create(server.url("/other")))).isNull();
        assertThat(robots.delay(URI.create(server.url("/feed")))).isEqualTo(Duration.ofSeconds(7));
        assertThat(server.requests("/robots.txt")).hasSize(1);
    }

    @Test
    void withoutRobotsAllIsAllowedAndWithoutAnAnswerNothing() {
        Robots robots = robots();
        assertThat(robots.refusal(URI.create(server.url("/feed")))).isNull();

        server.answer("/robots.txt", LyingServer.status(503, ""));
        assertThat(robots().refusal(URI.create(server.url("/feed")))).contains("cannot be had", "503", "robots=false");

        // What was known before stands.
        clock.pass(Duration.ofDays(2));
        assertThat(robots.refusal(URI.create(server.url("/feed")))).isNull();
    }

    private Robots robots() {
        FeedSourceConfig config = FeedSourceConfig.of(settings);
        fetcher = fetcher(config);
        return new Robots(fetcher, config.userAgent(), clock);
    }

    /** “Not modified” to whoever asks for it. */
    private void answerForEver(String body) {
        server.answer("/feed", (request, out) -> (request.isConditional()
                        ? LyingServer.status(304, "")
                        : LyingServer.ok(body, "ETag: \"for-ever\"", "Last-Modified: Thu, 01 Jan 2015 00:00:00 GMT"))
                .to(request, out));
    }

    private LyingServer.Request lastRequest() {
        List<LyingServer.Request> requests = server.requests("/feed");
        return requests.get(requests.size() - 1);
    }

    private String feed(String fragment) {
        return server.url("/feed") + fragment;
    }

    private Polled poll() {
        FeedSourceConfig config = FeedSourceConfig.of(settings);
        if (fetcher == null) {
            fetcher = fetcher(config);
        }
        Rhythm rhythm = new Rhythm(config.pollMin(), config.pollMax(), () -> 0);
        Polled polled = new FeedPoll(config, fetcher, uri -> null, null, rhythm, clock)
                .poll(config.listed().feeds().get(0), state);
        state = polled.state();
        return polled;
    }

    private Fetcher fetcher(FeedSourceConfig config) {
        AddressGuard guard = new AddressGuard(config.allowPrivate(), InetAddress::getAllByName);
        return new Fetcher(config.limits(), guard, config.userAgent(), "*/*", 2, clock);
    }
}
