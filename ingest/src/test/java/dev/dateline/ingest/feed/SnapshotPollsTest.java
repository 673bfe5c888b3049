package dev.dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.syndication.Feed;
import dev.dateline.ingest.syndication.FeedItem;
import dev.dateline.ingest.syndication.Feeds;
import dev.dateline.ingest.syndication.NotAFeedException;
import dev.dateline.model.Document;
import dev.dateline.model.SharedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Snapshots of real feeds, served one after another as a publisher would. */
class SnapshotPollsTest {
    private static final Logger log = LoggerFactory.getLogger(SnapshotPollsTest.class);

    private final LyingServer server = new LyingServer();
    private final TestClock clock = new TestClock();

    /** What the reader says of a feed's snapshots so far: fingerprint by identity. */
    private final Map<String, String> known = new HashMap<>();

    private int fresh;
    private int changed;
    private int unreadable;

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void eachPollBringsWhatTheReaderCallsNewOrChangedAndNothingElse() throws Exception {
        Map<Path, List<Path>> publishers = SharedData.files("feeds").stream()
                .filter(file -> file.toString().matches(".*\\.xml(\\.gz)?"))
                .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.toList()));
        for (List<Path> snapshots : publishers.values()) {
            known.clear();
            poll(snapshots);
        }
        log.info("{} new, {} changed, {} snapshots that are no feed", fresh, changed, unreadable);
        assertThat(fresh).isGreaterThan(500);
        assertThat(changed).isGreaterThan(5);
    }

    private void poll(List<Path> snapshots) throws IOException {
        FeedSourceConfig config = FeedSourceConfig.of(
                Map.of("name", "web", "feeds", "web " + server.url("/feed"), "allow.private", server.hostAndPort()));
        Rhythm rhythm = new Rhythm(config.pollMin(), config.pollMax(), () -> 0);
        AddressGuard guard = new AddressGuard(config.allowPrivate(), InetAddress::getAllByName);
        try (Fetcher fetcher = new Fetcher(config.limits(), guard, "Dateline test", "*/*", 1, clock)) {
            FeedPoll polls = new FeedPoll(config, fetcher, uri -> null, null, rhythm, clock);
            FeedState state = FeedState.NEW;
            Map<String, String> ids = new HashMap<>();
            for (Path snapshot : snapshots) {
                server.answer("/feed", LyingServer.ok(Files.readAllBytes(snapshot)));
                clock.pass(Duration.ofMinutes(10));
                Polled polled = polls.poll(config.listed().feeds().get(0), state);
                state = polled.state();
                compare(snapshot, polled);
                polled.documents().forEach(document -> assertThat(ids.put(document.id(), ""))
                        .as("%s is sent once", document.id())
                        .isNull());
                assertThat(polls.poll(config.listed().feeds().get(0), state).documents())
                        .as("%s again", snapshot)
                        .isEmpty();
            }
        }
    }

    private void compare(Path snapshot, Polled polled) throws IOException {
        Set<String> expected = new HashSet<>();
        int expectedFresh = 0;
        try {
            byte[] bytes = Bodies.read(new ByteArrayInputStream(Files.readAllBytes(snapshot)), null, Integer.MAX_VALUE)
                    .bytes();
            Feed feed = Feeds.read(bytes, null, server.url("/feed"));
            Set<String> identities = new HashSet<>();
            for (FeedItem item : feed.items()) {
                if (identities.add(item.identity())) {
                    String before = known.put(item.identity(), item.fingerprint());
                    expectedFresh += before == null ? 1 : 0;
                    if (!item.fingerprint().equals(before)) {
                        expected.add(server.url("/feed") + "#" + item.identity());
                    }
                }
            }
        } catch (NotAFeedException e) {
            unreadable++;
            assertThat(polled.failure().unreadable()).as(snapshot.toString()).isTrue();
            return;
        }
        assertThat(polled.failure()).as(snapshot.toString()).isNull();
        assertThat(polled.documents().stream().map(Document::uri).collect(Collectors.toSet()))
                .as(snapshot.toString())
                .isEqualTo(expected);
        assertThat(polled.fresh()).as(snapshot.toString()).isEqualTo(expectedFresh);
        fresh += expectedFresh;
        changed += expected.size() - expectedFresh;
    }
}
