package dev.dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.source.SourceConnectorContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedSourceConnectorTest {
    @TempDir
    Path directory;

    private final FeedSourceConnector connector = new FeedSourceConnector();
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "name", "news",
            "connector.class", FeedSourceConnector.class.getName(),
            "feeds", "bbc https://feeds.example/a https://feeds.example/b, guardian https://other.example/c?x=1,2"));
    private final AtomicInteger reconfigurations = new AtomicInteger();

    @AfterEach
    void stop() {
        connector.stop();
    }

    @Test
    void connectFindsIt() {
        assertThat(ServiceLoader.load(SourceConnector.class)).hasAtLeastOneElementOfType(FeedSourceConnector.class);
    }

    @Test
    void aListOfFeedsIsEnough() {
        assertThat(problems()).isEmpty();

        FeedSourceConfig config = FeedSourceConfig.of(settings);
        assertThat(config.listed().feeds())
                .extracting(FeedRef::toString)
                .containsExactly(
                        "bbc https://feeds.example/a",
                        "bbc https://feeds.example/b",
                        "guardian https://other.example/c?x=1,2");
        assertThat(config.source()).isEqualTo("news");
        assertThat(config.robots()).isTrue();
        assertThat(config.userAgent()).startsWith("Dateline/");
    }

    @Test
    void whoAsksNamesAContact() {
        settings.put("contact", "https://desk.example/bot");
        assertThat(FeedSourceConfig.of(settings).userAgent())
                .startsWith("Dateline/")
                .endsWith("+https://desk.example/bot");

        settings.put("user.agent", "Desk/2");
        assertThat(FeedSourceConfig.of(settings).userAgent()).isEqualTo("Desk/2");
    }

    @Test
    void allProblemsAreNamedAtOnce() {
        settings.put("poll.min.ms", "soon");
        settings.put("fetch.threads", "0");
        settings.put("quiet.factor", "0.5");
        settings.put("pol.max.ms", "1");
        assertThat(problems()).containsOnlyKeys("poll.min.ms", "fetch.threads", "quiet.factor", "pol.max.ms");

        settings.keySet().removeAll(List.of("poll.min.ms", "fetch.threads", "quiet.factor", "pol.max.ms"));
        settings.put(
                "feeds",
                "https://no-provider.example/ bbc ftp://a.example/ http://u:p@a.example/ https://a.example/"
                        + " https://a.example/ http://127.1/ b/c");
        settings.put("feeds.file", directory.resolve("absent").toString());
        settings.put("poll.min.ms", "2000");
        settings.put("poll.max.ms", "1000");
        assertThat(problems()).containsOnlyKeys("feeds", "feeds.file", "poll.max.ms");
        assertThat(problems().get("feeds"))
                .hasSize(6)
                .anySatisfy(line -> assertThat(line).contains("no provider is named"))
                .anySatisfy(line -> assertThat(line).contains("ftp://a.example/", "only http and https"))
                .anySatisfy(line -> assertThat(line).contains("http://…@a.example/", "user or password"))
                .anySatisfy(line -> assertThat(line).contains("listed twice"))
                .anySatisfy(line -> assertThat(line).contains("http://127.1/", "names no host"))
                .anySatisfy(line -> assertThat(line).contains("'b/c' is neither"));
    }

    @Test
    void whatMayBePrivateIsChecked() {
        settings.put("allow.private", "localhost:8080, 10.0.0.0/8, fd00::/8, [::1]:99");
        assertThat(problems()).isEmpty();

        settings.put("allow.private", "10.0.0.0/33");
        assertThat(problems().get("allow.private")).singleElement().asString().contains("10.0.0.0/33", "host:port");
    }

    @Test
    void noFeedsAtAllAreAProblem() {
        settings.remove("feeds");

        assertThat(problems()).containsOnlyKeys("feeds");
    }

    @Test
    void everySettingIsDocumented() {
        assertThat(connector.config().configKeys().values())
                .allSatisfy(key -> assertThat(key.documentation).hasSizeGreaterThan(10));
    }

    @Test
    void feedsOfAHostStayTogetherAndMoveWithNobodyElse() {
        List<FeedRef> feeds = IntStream.range(0, 300)
                .mapToObj(i -> new FeedRef("p", WebAddress.of("https://host" + i % 100 + ".example/" + i)))
                .toList();

        List<List<FeedRef>> all = Assignment.of(feeds, 4);
        List<List<FeedRef>> fewer = Assignment.of(feeds.subList(0, 299), 4);

        assertThat(all).hasSize(4).allSatisfy(task -> assertThat(task).hasSizeBetween(30, 130));
        assertThat(all.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(feeds);
        Map<String, Long> tasksOfHost = all.stream()
                .flatMap(task -> task.stream().map(FeedRef::host).distinct())
                .collect(Collectors.groupingBy(host -> host, Collectors.counting()));
        assertThat(tasksOfHost.values()).containsOnly(1L);
        long changed = IntStream.range(0, 4)
                .filter(i -> !all.get(i).equals(fewer.get(i)))
                .count();
        assertThat(changed).isEqualTo(1);
    }

    @Test
    void aTaskKnowsItsFeedsWithoutTheFile() throws Exception {
        Path file = Files.writeString(
                directory.resolve("feeds.txt"), "# ours\nheise https://heise.example/rss # the short one\n\n");
        settings.put("feeds.file", file.toString());
        start();

        List<Map<String, String>> tasks = connector.taskConfigs(1);

        assertThat(tasks).hasSize(1);
        assertThat(tasks.get(0)).doesNotContainKey("feeds.file");
        assertThat(FeedSourceConfig.of(tasks.get(0)).listed().feeds())
                .extracting(FeedRef::provider)
                .containsExactly("bbc", "bbc", "guardian", "heise");
    }

    @Test
    void aListThatConnectCannotKeepIsRefusedWithTheWayOut() {
        settings.put(
                "feeds",
                IntStream.range(0, 20_000)
                        .mapToObj(i -> "https://host" + i % 500 + ".example/a/rather/long/path/to/a/feed/" + i)
                        .collect(Collectors.joining(" ", "many ", "")));
        start();

        assertThatThrownBy(() -> connector.taskConfigs(1)).hasMessageContaining("raise tasks.max");
        assertThat(connector.taskConfigs(4)).hasSize(4);
    }

    @Test
    void aFileIsFollowedAndOneWithAMistakeChangesNothing() throws Exception {
        Path file = Files.writeString(directory.resolve("feeds.yaml"), "heise: https://heise.example/rss\n");
        settings.remove("feeds");
        settings.put("feeds.file", file.toString());
        settings.put("feeds.file.check.ms", "100");
        start();
        assertThat(feeds()).containsExactly("heise https://heise.example/rss");

        Files.writeString(file, "heise: [https://heise.example/rss, https://heise.example/atom]\n");
        await().until(() -> reconfigurations.get() == 1);
        assertThat(feeds()).hasSize(2);

        for (String mistake : List.of("heise: [", "heise: [nonsense]\n", "", "- x\n")) {
            Files.writeString(file, mistake);
            await().during(java.time.Duration.ofMillis(250)).until(() -> reconfigurations.get() == 1);
            assertThat(feeds()).as(mistake).hasSize(2);
        }

        Files.writeString(file, "golem: https://golem.example/rss\n");
        await().until(() -> reconfigurations.get() == 2);
        assertThat(feeds()).containsExactly("golem https://golem.example/rss");
    }

    private List<String> feeds() {
        return connector.taskConfigs(1).stream()
                .flatMap(task -> FeedSourceConfig.of(task).listed().feeds().stream())
                .map(FeedRef::toString)
                .toList();
    }

    private void start() {
        connector.initialize(new SourceConnectorContext() {
            @Override
            public void requestTaskReconfiguration() {
                reconfigurations.incrementAndGet();
            }

            @Override
            public void raiseError(Exception e) {
                throw new AssertionError(e);
            }

            @Override
            public PluginMetrics pluginMetrics() {
                return null;
            }

            @Override
            public OffsetStorageReader offsetStorageReader() {
                return null;
            }
        });
        connector.start(settings);
    }

    private Map<String, List<String>> problems() {
        return connector.validate(settings).configValues().stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .collect(Collectors.toMap(ConfigValue::name, ConfigValue::errorMessages));
    }
}
