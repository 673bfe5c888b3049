package dev.dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Hundreds of feeds on one task; FeedBench does the same with thousands. */
@Timeout(90)
class ManyFeedsTest {
    private static final int FEEDS = 500;
    private static final int HOSTS = 100;

    private final LyingServer server = new LyingServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void eachIsPolledAgainAndAgainAndNoHostTwiceAtATime() {
        Map<String, AtomicInteger> busy = new ConcurrentHashMap<>();
        AtomicInteger mostAtOnce = new AtomicInteger();
        AtomicInteger hostsAskedTwiceAtATime = new AtomicInteger();
        AtomicInteger underWay = new AtomicInteger();
        for (int i = 0; i < FEEDS; i++) {
            LyingServer.Answer feed = LyingServer.ok(Rss.of(i, i + 1));
            server.answer("/" + i, (request, out) -> {
                AtomicInteger host = busy.computeIfAbsent(request.headers().get("host"), name -> new AtomicInteger());
                if (host.incrementAndGet() > 1) {
                    hostsAskedTwiceAtATime.incrementAndGet();
                }
                mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                LyingServer.pause(3); // a server that takes its time, so that two could meet
                underWay.decrementAndGet();
                host.decrementAndGet();
                feed.to(request, out);
            });
        }
        List<String> urls = IntStream.range(0, FEEDS)
                .mapToObj(i -> "http://127.0.1." + (i % HOSTS + 1) + ":" + server.port() + "/" + i)
                .toList();
        Map<String, String> settings = Map.of(
                "name", "many",
                "provider", "many",
                "feeds", String.join(" ", urls),
                "allow.private", "127.0.0.0/8",
                "fetch.threads", "6",
                "host.pause.ms", "5",
                "poll.min.ms", "500",
                "poll.max.ms", "1000");
        try (RunningTask task = new RunningTask(settings, InstantSource.system(), new HashMap<>())) {
            assertThat(task.await(2 * FEEDS)).hasSize(2 * FEEDS);
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                task.records();
                return IntStream.range(0, FEEDS)
                        .allMatch(i -> server.requests("/" + i).size() >= 2);
            });
            assertThat(task.records()).hasSize(2 * FEEDS);
        }
        assertThat(hostsAskedTwiceAtATime).hasValue(0);
        assertThat(mostAtOnce.get()).isLessThanOrEqualTo(6);
        assertThat(server.requests("/robots.txt")).hasSize(HOSTS);
    }
}
