package dev.dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class FetcherTest {
    private static final FetchLimits LIMITS =
            new FetchLimits(Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(2), 100_000);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

    private final LyingServer server = new LyingServer();
    private final Fetcher fetcher = fetcher(server.hostAndPort());

    private static Fetcher fetcher(String... allowed) {
        return fetcher(InetAddress::getAllByName, allowed);
    }

    private static Fetcher fetcher(AddressGuard.Names names, String... allowed) {
        AddressGuard guard = new AddressGuard(PrivateAllowed.of(List.of(allowed)), names);
        return new Fetcher(LIMITS, guard, "Dateline test", "*/*", 4, CLOCK);
    }

    @AfterEach
    void close() {
        fetcher.close();
        server.close();
    }

    @Test
    void bodyTypeAndValidatorsAreTaken() {
        server.answer(
                "/feed",
                LyingServer.ok(
                        "<rss/>",
                        "Content-Type: application/rss+xml; charset=\"ISO-8859-1\"",
                        "ETag: W/\"1\"",
                        "Last-Modified: Sun, 01 Mar 2026 11:00:00 GMT",
                        "Cache-Control: public, max-age=300",
                        "Age: 100"));

        Fetched.Body body = body("/feed");

        assertThat(body.bytes()).asString().isEqualTo("<rss/>");
        assertThat(body.contentType()).isEqualTo("application/rss+xml");
        assertThat(body.charset()).isEqualTo("ISO-8859-1");
        assertThat(body.validators()).isEqualTo(new Validators("W/\"1\"", "Sun, 01 Mar 2026 11:00:00 GMT"));
        assertThat(body.freshFor()).isEqualTo(Duration.ofSeconds(200));
        assertThat(body.moved()).isNull();
    }

    @Test
    void theRequestSaysWhoAsksAndWhatIsKnown() {
        server.answer("/feed", LyingServer.status(304, ""));

        Fetched answer = fetch(server.url("/feed"), new Validators("\"7\"", "Sun, 01 Mar 2026 11:00:00 GMT"));

        assertThat(answer).isInstanceOf(Fetched.NotModified.class);
        assertThat(server.requests("/feed").get(0).headers())
                .containsEntry("user-agent", "Dateline test")
                .containsEntry("if-none-match", "\"7\"")
                .containsEntry("if-modified-since", "Sun, 01 Mar 2026 11:00:00 GMT")
                .containsEntry("accept-encoding", "gzip, deflate");
    }

    @Test
    void notModifiedIsNoAnswerWhereNothingWasKnown() {
        server.answer("/feed", LyingServer.status(304, ""));

        assertThat(failure("/feed").status()).isEqualTo(304);
    }

    @Test
    void compressedBodiesAreExpandedHoweverTheyAreDeclared() {
        byte[] text = "<rss>text</rss>".getBytes(StandardCharsets.UTF_8);
        server.answer("/gzip", LyingServer.ok(LyingServer.gzip(text), "Content-Encoding: gzip"));
        server.answer("/undeclared", LyingServer.ok(LyingServer.gzip(text)));
        server.answer("/zlib", LyingServer.ok(LyingServer.deflate(text, false), "Content-Encoding: deflate"));
        server.answer("/bare", LyingServer.ok(LyingServer.deflate(text, true), "Content-Encoding: deflate"));
        server.answer("/twice", LyingServer.ok(LyingServer.gzip(LyingServer.gzip(text)), "Content-Encoding: gzip"));
        server.answer("/plain", LyingServer.ok(text, "Content-Encoding: gzip"));

        for (String path : List.of("/gzip", "/undeclared", "/zlib", "/bare", "/twice", "/plain")) {
            assertThat(body(path).bytes()).as(path).isEqualTo(text);
        }
    }

    @Test
    void aBombIsNotExpandedBeyondTheLimit() {
        server.answer("/bomb", LyingServer.ok(LyingServer.gzip(new byte[50_000_000]), "Content-Encoding: gzip"));

        assertThat(failure("/bomb").reason()).contains("more than the 100000 bytes", "max.feed.bytes");
    }

    @Test
    void anEndlessBodyEndsAtTheLimit() {
        server.answer("/endless", (request, out) -> {
            out.write(LyingServer.head(200, -1));
            for (byte[] block = new byte[8192]; ; ) {
                out.write(block);
            }
        });

        assertThat(failure("/endless").reason()).contains("more than the 100000 bytes");
    }

    @Test
    void bytesThatDripEndWithTheWholeTime() {
        server.answer("/drip", (request, out) -> {
            out.write(LyingServer.head(200, 1000));
            drip(out);
        });
        server.answer("/drip-head", (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
            drip(out);
        });

        for (String path : List.of("/drip", "/drip-head")) {
            long start = System.nanoTime();
            assertThat(failure(path).reason()).as(path).contains("not done within 2.0 s");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void silenceEndsBeforeTheWholeTime() {
        server.answer("/silent", (request, out) -> LyingServer.pause(5_000));

        assertThat(failure("/silent").reason()).contains("nothing sent for 0.5 s");
    }

    @Test
    void aHandshakeThatNeverEndsIsEnded() throws Exception {
        try (ServerSocket mute = new ServerSocket(0)) {
            Thread accepting = new Thread(() -> accept(mute));
            accepting.start();
            try (Fetcher tls = fetcher("127.0.0.1:" + mute.getLocalPort())) {
                long start = System.nanoTime();
                Fetched answer = tls.fetch(
                        URI.create("https://127.0.0.1:" + mute.getLocalPort() + "/"), Validators.NONE, uri -> null);
                assertThat(failed(answer).reason()).isNotBlank();
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
            }
        }
    }

    @Test
    void anAnswerCutShortIsNone() {
        server.answer("/short", (request, out) -> {
            out.write(LyingServer.head(200, 1000));
            out.write(new byte[10]);
        });
        server.answer("/nothing", (request, out) -> {});
        byte[] noise = new byte[5_000];
        new Random(1).nextBytes(noise);
        byte[] zipped = LyingServer.gzip(noise);
        server.answer("/short-gzip", LyingServer.ok(java.util.Arrays.copyOf(zipped, 2_000), "Content-Encoding: gzip"));

        assertThat(failure("/short").reason()).contains("closed the connection");
        assertThat(failure("/nothing").reason()).contains("closed the connection");
        assertThat(failure("/short-gzip").reason()).contains("end of ZLIB input");
    }

    @Test
    void redirectsAreFollowedAndPermanentOnesTold() {
        server.answer("/old", LyingServer.redirect(301, "/newer?a=b c"));
        server.answer("/newer?a=b%20c", LyingServer.redirect(308, server.url("/new")));
        server.answer("/new", LyingServer.redirect(302, "/today"));
        server.answer("/today", LyingServer.ok("here"));

        Fetched.Body body = body("/old");

        assertThat(body.from()).hasToString(server.url("/today"));
        assertThat(body.moved()).hasToString(server.url("/new"));
    }

    @Test
    void aCircleEndsAfterFiveRedirects() {
        server.answer("/a", LyingServer.redirect(302, "/b"));
        server.answer("/b", LyingServer.redirect(302, "/a"));

        assertThat(failure("/a").reason()).contains("redirected more than 5 times");
        assertThat(server.requests("/a").size() + server.requests("/b").size()).isEqualTo(6);
    }

    @Test
    void retryAfterIsTold() {
        server.answer("/busy", LyingServer.status(429, "later", "Retry-After: 120"));
        server.answer("/down", LyingServer.status(503, "", "Retry-After: Sun, 01 Mar 2026 12:10:00 GMT"));

        assertThat(failure("/busy").retryAfter()).isEqualTo(Duration.ofMinutes(2));
        assertThat(failure("/down").retryAfter()).isEqualTo(Duration.ofMinutes(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.1/",
                "http://0177.0.0.1/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[::127.0.0.1]/",
                "http://[64:ff9b::10.0.0.1]/",
                "http://[fd00::1]/",
                "http://[fe80::1]/",
                "http://[2002:7f00:1::]/",
                "http://169.254.169.254/latest/meta-data/",
                "http://10.1.2.3/",
                "http://172.31.0.1/",
                "http://192.168.0.1/",
                "http://100.64.0.1/",
                "http://0.0.0.0/",
                "http://224.0.0.1/",
                "http://localhost/",
                "https://localhost:8443/"
            })
    void privateAddressesAreRefusedInAnySpelling(String url) {
        String reason = failed(fetch(url, Validators.NONE)).reason();

        assertThat(reason).containsAnyOf("not a public address", "names no host", "read differently");
        assertThat(server.requests("/")).isEmpty();
    }

    @Test
    void theRefusalSaysTheWayOut() {
        assertThat(failed(fetch("http://localhost:99/", Validators.NONE)).reason())
                .isEqualTo("localhost is at 127.0.0.1, which is not a public address: if it is meant, add"
                        + " localhost:99 to allow.private");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.7", "::1", "fd12::1", "169.254.169.254"})
    void namesThatLeadToPrivateAddressesAreRefused(String address) {
        try (Fetcher named = fetcher(host -> new InetAddress[] {InetAddress.getByName(address)})) {
            Fetched answer = named.fetch(URI.create("http://news.example/"), Validators.NONE, uri -> null);
            assertThat(failed(answer).reason()).contains("news.example is at", "not a public address");
        }
    }

    @Test
    void redirectsToPrivateAddressesAreRefused() {
        server.answer("/to-metadata", LyingServer.redirect(301, "http://169.254.169.254/"));
        server.answer("/to-name", LyingServer.redirect(302, "http://localhost:" + server.port() + "/secret"));
        server.answer("/to-file", LyingServer.redirect(302, "file:///etc/passwd"));
        server.answer("/to-user", LyingServer.redirect(302, "http://a:b@" + server.hostAndPort() + "/secret"));

        assertThat(failure("/to-metadata").reason()).contains("not a public address");
        assertThat(failure("/to-name").reason()).contains("not a public address");
        assertThat(failure("/to-file").reason()).contains("only http and https");
        assertThat(failure("/to-user").reason()).contains("user or password");
        assertThat(server.requests("/secret")).isEmpty();
    }

    @Test
    void theAddressThatWasCheckedIsTheOneConnectedTo() {
        server.answer("/feed", LyingServer.ok("mine"));
        AtomicInteger asked = new AtomicInteger();
        // The second answer would lead elsewhere: nobody must ask twice.
        AddressGuard.Names rebinding = host -> {
            if (asked.getAndIncrement() > 0) {
                throw new UnknownHostException("asked again");
            }
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        };
        try (Fetcher named = fetcher(rebinding, "news.example:" + server.port())) {
            Fetched answer = named.fetch(
                    URI.create("http://news.example:" + server.port() + "/feed"), Validators.NONE, uri -> null);
            assertThat(answer).isInstanceOf(Fetched.Body.class);
        }
    }

    @Test
    void aBlockOfAddressesCanBeAllowed() {
        server.answer("/feed", LyingServer.ok("inside"));
        try (Fetcher inside = fetcher("127.0.0.0/8")) {
            assertThat(inside.fetch(URI.create(server.url("/feed")), Validators.NONE, uri -> null))
                    .isInstanceOf(Fetched.Body.class);
        }
    }

    @Test
    void addressesAreMadeFitForTheWireOrRefused() {
        assertThat(WebAddress.of(" HTTP://News.Example/a b?q=ü#part"))
                .hasToString("http://news.example/a%20b?q=%C3%BC");
        assertThat(WebAddress.of("https://münchen.example:8443")).hasToString("https://xn--mnchen-3ya.example:8443/");
        for (String bad : List.of("ftp://a.example/", "http://u:p@a.example/", "/feed", "http:///x", "mailto:a@b.c")) {
            assertThatThrownBy(() -> WebAddress.of(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aRefusalOfAHopEndsTheFetch() {
        server.answer("/in", LyingServer.redirect(302, "/out"));
        Map<String, String> refused = Map.of(server.url("/out"), "robots.txt forbids it");

        Fetched answer =
                fetcher.fetch(URI.create(server.url("/in")), Validators.NONE, uri -> refused.get(uri.toString()));

        assertThat(failed(answer).reason()).isEqualTo("robots.txt forbids it");
        assertThat(server.requests("/out")).isEmpty();
    }

    private static void drip(OutputStream out) throws IOException {
        for (int i = 0; i < 200; i++) {
            out.write('x');
            out.flush();
            LyingServer.pause(100);
        }
    }

    /** Takes connections and drips bytes that are no TLS alert, but its beginning. */
    private static void accept(ServerSocket socket) {
        try (Socket connection = socket.accept()) {
            byte[] beginning = {22, 3, 3, 64, 0};
            connection.getOutputStream().write(beginning);
            drip(connection.getOutputStream());
        } catch (IOException e) {
            // the other side has had enough
        }
    }

    private Fetched fetch(String url, Validators known) {
        return fetcher.fetch(URI.create(url), known, uri -> null);
    }

    private Fetched.Body body(String path) {
        Fetched answer = fetch(server.url(path), Validators.NONE);
        assertThat(answer).isInstanceOf(Fetched.Body.class);
        return (Fetched.Body) answer;
    }

    private Fetched.Failed failure(String path) {
        return failed(fetch(server.url(path), Validators.NONE));
    }

    private static Fetched.Failed failed(Fetched answer) {
        assertThat(answer).isInstanceOf(Fetched.Failed.class);
        return (Fetched.Failed) answer;
    }
}
