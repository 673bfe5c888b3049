package dev.dateline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.app.command.CommandRun;
import dev.dateline.app.command.Wires;
import dev.dateline.app.pipeline.Pipeline;
import dev.dateline.app.settings.Settings;
import dev.dateline.enrich.topic.TopicFiles;
import dev.dateline.model.AnnouncedModel;
import dev.dateline.model.Article;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.RulePack;
import dev.dateline.model.TestArticles;
import dev.dateline.model.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule packs are published, used while articles flow, loaded before an instance starts, and taken back. */
class RulesIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SHIPPED = Integer.toString(TopicFiles.shipped().version());
    private static final String LEAGUE = "blocs: [{code: lake-league, name: Lake League, members: [KE, TZ, UG]}]\n";

    @TempDir
    private Path directory;

    private Stack stack;
    private Settings settings;
    private Pipeline pipeline;
    private Records records;
    private int articles;

    @BeforeEach
    void start() throws Exception {
        stack = Stack.start(System.getProperty("stack", "auto"), directory.resolve("data"));
        settings = settings(Map.of());
        records = new Records(settings);
        startEnriching();
    }

    private Settings settings(Map<String, String> more) throws Exception {
        return stack.prepare(directory.resolve("data"), more);
    }

    private void startEnriching() throws Exception {
        pipeline = Pipeline.start(settings, EnumSet.of(Pipeline.Stage.ENRICH), InstantSource.system(), false);
        pipeline.awaitRunning(() -> false);
    }

    @AfterEach
    void stop() throws IOException {
        if (pipeline != null) {
            pipeline.close();
        }
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void packIsUsedWhileArticlesFlowAndUntilItIsTakenBack() throws Exception {
        sendUntilTaggedBy(SHIPPED);
        assertThat(rules("list").err()).contains("No pack is published");

        assertThat(apply("desk", "version: 1\n" + LEAGUE).exit()).isZero();
        sendUntilTaggedBy(SHIPPED + "+desk@1");
        assertThat(rules("list").out()).contains("desk", "names of blocs");
        assertThat(rules("show", "desk").out()).isEqualTo("pack: desk\nversion: 1\n" + LEAGUE);

        pipeline.close();
        startEnriching();
        send();
        await().atMost(SOON).untilAsserted(() -> assertThat(enriched()).hasSize(articles));
        assertThat(newest().getRules())
                .as("the first article after a start is tagged with the pack")
                .isEqualTo(SHIPPED + "+desk@1");

        assertThat(rules("remove", "desk").err()).contains("Published desk@2");
        sendUntilTaggedBy(SHIPPED);
        assertThat(rules("list").out()).contains("nothing");

        assertThat(enriched()).allSatisfy(article -> assertThat(isOfLeague(article))
                .as("tags of one article are made by the rules that it names: %s", article.getRules())
                .isEqualTo(article.getRules().equals(SHIPPED + "+desk@1")));
    }

    @Test
    void brokenPackNeverReachesTheTopic() throws Exception {
        CommandRun broken = apply("desk", "version: 1\nblocks: []\nplaces: [{country: XX, kind: city, names: [A]}]\n");
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.err()).contains("desk.yaml:3: unknown key 'blocks'", "desk.yaml:4: \"XX\" is no ISO 3166-1");
        assertThat(published()).isZero();

        apply("desk", "version: 2\n" + LEAGUE);
        CommandRun older = apply("desk", "version: 2\nnotPlaces: [Lake League]\n");
        assertThat(older.exit()).isEqualTo(1);
        assertThat(older.err()).contains("version 2 of desk is published", "set `version: 3`");
        CommandRun same = apply("desk", "version: 2\n" + LEAGUE);
        assertThat(same.exit()).isZero();
        assertThat(same.err()).contains("published already");
        CommandRun twice = apply("other", "version: 1\n" + LEAGUE);
        assertThat(twice.exit()).isEqualTo(1);
        assertThat(twice.err()).contains("other.yaml:3: desk@2 makes lake-league already");
        assertThat(published()).isEqualTo(1);
    }

    @Test
    void brokenRecordOnTheTopicLeavesTheLastGoodPackInForce() throws Exception {
        apply("desk", "version: 1\n" + LEAGUE);
        sendUntilTaggedBy(SHIPPED + "+desk@1");

        put("desk", new byte[] {0, 9, 9, 9, 9, 1});
        try (Serde<RulePack> serde = AvroSerdes.values(settings.registry())) {
            RulePack changed = serde.deserializer()
                    .deserialize(
                            Topics.RULES.name(),
                            records.bytes(Topics.RULES, "read_committed").get(0).value());
            changed.setVersion(7);
            put("desk", serde.serializer().serialize(Topics.RULES.name(), changed));
        }
        assertThat(apply("sports", "version: 1\nnotPlaces: [Paris Saint]\n").exit())
                .isZero();

        sendUntilTaggedBy(SHIPPED + "+desk@1+sports@1");
        CommandRun list = rules("list");
        assertThat(list.exit()).isEqualTo(1);
        assertThat(list.err()).contains("desk cannot be used: desk@7: holds desk@1");
    }

    @Test
    void historyShowsWhatAPackWouldChange() throws Exception {
        apply("desk", "version: 1\n" + LEAGUE);
        sendUntilTaggedBy(SHIPPED + "+desk@1");
        Path next = write("desk", "version: 2\nblocs: [{code: lake-league, name: Lakes}]\n");

        CommandRun run = rules("test", "--history", next.toString());

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("lake-league", "Lake League meets");
        assertThat(run.err())
                .contains(SHIPPED + "+desk@2 instead of " + SHIPPED + "+desk@1: " + articles + " of " + articles
                        + " articles change");
        assertThat(published()).isEqualTo(1);
    }

    @Test
    void modelIsAnnouncedByTheIdThatTagsHave() throws Exception {
        pipeline.close();
        Path file = directory.resolve("topics.model");
        assertThat(CommandRun.of("train", wire().toString(), "--out", file.toString())
                        .exit())
                .isZero();
        settings = settings(Map.of("enrich.topic.model", file.toString()));
        startEnriching();

        AnnouncedModel model = announced();
        byte[] bytes = Files.readAllBytes(file);
        assertThat(model.getSha256()).isEqualTo(HexFormat.of().formatHex(bytes, bytes.length - 32, bytes.length));
        assertThat(model.getFile()).isEqualTo("topics.model");
        assertThat(model.getArticles()).isEqualTo(60);
        assertThat(model.getTopics()).containsExactlyInAnyOrder("07000000", "15000000");
        sendUntilTaggedBy(SHIPPED + "+model@" + model.getModelId());
        assertThat(model.getSha256()).startsWith(model.getModelId());
    }

    private Path wire() throws IOException {
        List<String> wire = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String word = i % 2 == 0 ? "quidnunc" : "ombud";
            wire.add(Wires.article(i, "The " + word, "A " + word + ".", i % 2 == 0 ? "15000000" : "07000000", null));
        }
        return Wires.write(directory.resolve("wire.jsonl"), wire);
    }

    private AnnouncedModel announced() {
        try (Serde<AnnouncedModel> serde = AvroSerdes.values(settings.registry())) {
            List<ConsumerRecord<String, AnnouncedModel>> all =
                    records.read(Topics.MODELS, "read_committed", serde.deserializer());
            assertThat(all).singleElement().satisfies(record -> assertThat(record.key())
                    .isEqualTo(record.value().getModelId()));
            return all.get(0).value();
        }
    }

    private CommandRun apply(String id, String yaml) throws IOException {
        return rules("apply", write(id, yaml).toString());
    }

    private Path write(String id, String yaml) throws IOException {
        return Files.writeString(directory.resolve(id + ".yaml"), "pack: " + id + "\n" + yaml);
    }

    private CommandRun rules(String... arguments) {
        List<String> line = new ArrayList<>(List.of("rules"));
        line.addAll(List.of(arguments));
        line.addAll(List.of(
                "--bootstrap-servers", settings.bootstrapServers(), "--schema-registry-url", settings.registryUrl()));
        return CommandRun.of(line.toArray(String[]::new));
    }

    /** Sends articles one after the other until one of them is tagged by the rules of the given name. */
    private void sendUntilTaggedBy(String id) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            send();
            assertThat(newest().getRules()).isEqualTo(id);
        });
    }

    private void send() throws Exception {
        Article article = TestArticles.sealed(TestArticles.version("league-" + ++articles, 1, "Lake League meets"));
        records.put(Topics.ARTICLES, article.getArticleId(), article);
    }

    private void put(String pack, byte[] record) throws Exception {
        records.putBytes(Topics.RULES, pack, record);
    }

    private long published() {
        return records.bytes(Topics.RULES, "read_committed").size();
    }

    private EnrichedArticle newest() {
        return enriched().stream()
                .max(Comparator.comparing(EnrichedArticle::getEnrichedAt))
                .orElseThrow(() -> new AssertionError("nothing is enriched yet"));
    }

    private List<EnrichedArticle> enriched() {
        try (Serde<EnrichedArticle> serde = AvroSerdes.values(settings.registry())) {
            return records.read(Topics.ENRICHED, "read_committed", serde.deserializer()).stream()
                    .map(ConsumerRecord::value)
                    .toList();
        }
    }

    private static boolean isOfLeague(EnrichedArticle article) {
        return article.getTags().stream().anyMatch(tag -> tag.getScheme().equals("bloc"));
    }
}
