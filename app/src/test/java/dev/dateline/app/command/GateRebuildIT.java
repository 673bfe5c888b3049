package dev.dateline.app.command;

import static dev.dateline.model.TestArticles.kill;
import static dev.dateline.model.TestArticles.sealed;
import static dev.dateline.model.TestArticles.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.app.embedded.DataDirectory;
import dev.dateline.app.embedded.EmbeddedStack;
import dev.dateline.app.pipeline.CurrentArticles;
import dev.dateline.app.pipeline.EventReader;
import dev.dateline.app.pipeline.Pipeline;
import dev.dateline.app.pipeline.TopicAdmin;
import dev.dateline.app.pipeline.Topologies;
import dev.dateline.app.settings.Settings;
import dev.dateline.app.settings.SettingsLoader;
import dev.dateline.enrich.tag.RuleSet;
import dev.dateline.enrich.tag.Tagging;
import dev.dateline.model.Article;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Outcome;
import dev.dateline.model.Ruling;
import dev.dateline.model.RulingKind;
import dev.dateline.model.Stage;
import dev.dateline.model.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An enrich application that has lost changelogs and local state goes on as if nothing had happened. */
class GateRebuildIT {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final RuleSet NO_RULES = new RuleSet(article -> new Tagging(List.of(), List.of()), 1, "1");

    private static final Article OLD = sealed(version("ferry", 1, "Ferries stay in port"));
    private static final Article FERRY = sealed(version("ferry", 2, "Ferries leave port"));
    private static final Article MISTAKE = sealed(version("mistake", 1, "Ferry sinks"));
    private static final Article KILL = sealed(kill("mistake", 2));
    private static final Article SECRET = sealed(version("secret", 1, "To be forgotten"));
    private static final Ruling ERASE =
            new Ruling(SECRET.getArticleId(), RulingKind.ERASE, "counsel", "court order", Instant.EPOCH, null);

    @TempDir
    private Path directory;

    private Settings settings;

    @Test
    void anApplicationThatHasLostItsMemoryGoesOnWhereItWas() throws Exception {
        Article embargoed = sealed(version("budget", 1, "Budget in full")
                .setEmbargoedUntil(Instant.now().plusSeconds(45)));
        Article[] all = {OLD, FERRY, MISTAKE, KILL, SECRET, embargoed};
        Settings wanted = SettingsLoader.load(
                null, Map.of(), Map.of("data.dir", directory.resolve("data").toString(), "topics.partitions", "2"));
        try (DataDirectory data = DataDirectory.open(wanted.dataDir());
                EmbeddedStack stack = EmbeddedStack.start(data)) {
            settings = stack.connect(wanted);
            try (TopicAdmin topics = new TopicAdmin(settings)) {
                topics.apply();
            }
            try (Pipeline pipeline = enrich()) {
                EventReader events = EventReader.fromNow(settings);
                publish(Topics.ARTICLES.name(), all);
                judged(events, all.length);
                publish(Topics.RULINGS.name(), ERASE);
                judged(events, all.length + 1);
                assertThat(rebuild().err()).contains("the enrich application runs");
            }
            Map<String, EnrichedArticle> before = current();
            assertThat(before).doesNotContainKey(SECRET.getArticleId());
            loseLocalState();

            CommandRun run = rebuild();
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.out()).isEqualTo("4 articles remembered.\n");

            try (Pipeline pipeline = enrich()) {
                EventReader events = EventReader.fromNow(settings);
                publish(Topics.ARTICLES.name(), OLD, FERRY, MISTAKE, KILL, SECRET);
                assertThat(judged(events, 5))
                        .containsExactlyInAnyOrder(
                                Outcome.STALE, Outcome.REPEAT, Outcome.KILLED, Outcome.REPEAT, Outcome.DROPPED);
                await().atMost(SOON).untilAsserted(() -> assertThat(
                                current().get(embargoed.getArticleId()).getPublishable())
                        .isTrue());
            }
            Map<String, EnrichedArticle> after = current();
            assertThat(after.remove(embargoed.getArticleId()).getRevision()).isEqualTo(2);
            before.remove(embargoed.getArticleId());
            assertThat(after).isEqualTo(before);
        }
    }

    private CommandRun rebuild() {
        return CommandRun.of(
                "gate",
                "rebuild",
                "--bootstrap-servers",
                settings.bootstrapServers(),
                "--schema-registry-url",
                settings.registryUrl());
    }

    private Pipeline enrich() throws Exception {
        Topologies topologies = new Topologies(settings, InstantSource.system(), document -> List.of(), () -> NO_RULES);
        Pipeline pipeline =
                Pipeline.start(settings, topologies, Set.of(Pipeline.Stage.ENRICH), InstantSource.system(), false);
        pipeline.awaitRunning();
        return pipeline;
    }

    private void loseLocalState() throws Exception {
        try (Stream<Path> files = Files.walk(settings.dataDir().resolve("streams"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void publish(String topic, SpecificRecord... values) throws Exception {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        try (Serde<SpecificRecord> serde = AvroSerdes.values(settings.registry());
                KafkaProducer<String, SpecificRecord> producer =
                        new KafkaProducer<>(properties, new StringSerializer(), serde.serializer())) {
            for (SpecificRecord value : values) {
                producer.send(new ProducerRecord<>(topic, value.get(0).toString(), value))
                        .get();
            }
        }
    }

    private List<Outcome> judged(EventReader events, int count) {
        return await().atMost(SOON)
                .until(
                        () -> {
                            List<Outcome> outcomes = new ArrayList<>();
                            events.read(event -> {
                                if (event.getStage() == Stage.GATE && event.getOutcome() != Outcome.RELEASED) {
                                    outcomes.add(event.getOutcome());
                                }
                            });
                            return outcomes;
                        },
                        outcomes -> outcomes.size() >= count);
    }

    private Map<String, EnrichedArticle> current() throws InterruptedException {
        Map<String, EnrichedArticle> current = new TreeMap<>();
        try (CurrentArticles articles = new CurrentArticles(settings)) {
            articles.read(id -> true, article -> current.put(article.id(), article.article()), (done, total) -> true);
        }
        return current;
    }
}
