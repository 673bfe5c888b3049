package dev.dateline.app.histories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Ruling;
import dev.dateline.model.RulingKind;
import dev.dateline.sink.postgres.PostgresArticleStore;
import dev.dateline.sink.postgres.PostgresVersionStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Generated histories, all at once: versions, repeats, corrections, kills before and after, embargoes, expiry, holds,
 * reinstatements, erasures and replays, in any order, written in any batches with crashes between. Topics and store end in
 * the state of the model. Number and seed: {@code -Dhistories=1000 -Dhistories.seed=…}; the seed is printed.
 */
class HistoriesIT {
    private static final Logger log = LoggerFactory.getLogger(HistoriesIT.class);

    @TempDir
    private Path directory;

    private final Map<String, History> histories = new LinkedHashMap<>();
    private final Map<String, EnrichedArticle> enriched = new TreeMap<>();
    private final Map<String, EnrichedArticle> inPublic = new TreeMap<>();
    /** As the store last showed them. */
    private final Map<String, Long> revisions = new HashMap<>();

    private Random random;
    private Wire wire;
    private Sink<TestRecord<String, EnrichedArticle>> articles;
    private Sink<Article> versions;

    @Test
    void topicsAndStoreEndInTheStateOfTheModel() throws Exception {
        long seed = Long.getLong("histories.seed", new Random().nextLong());
        int number = Integer.getInteger("histories", 1_000);
        log.info("histories={} histories.seed={}", number, seed);
        random = new Random(seed);
        for (int i = 0; i < number; i++) {
            History history = History.generated(i, random);
            histories.put(history.articleId(), history);
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            Rows rows = new Rows(server.getJdbcUrl("postgres", "postgres"));
            try (PostgresArticleStore store = PostgresArticleStore.open(rows.settings("dateline"), false);
                    PostgresVersionStore versionStore = PostgresVersionStore.open(rows.settings("dateline"))) {
                articles = new Sink<>(batch -> write(batch, store));
                versions = new Sink<>(
                        batch -> assertThat(versionStore.write(batch)).isEmpty());
                live(rows);

                assertTopics();
                Map<String, String> stored = rows.articles("dateline");
                assertThat(stored.keySet()).isEqualTo(enriched.keySet());
                rows.eachStateAndText("dateline", this::assertStored);
                assertThat(rows.textsOfKilledVersions("dateline")).isEmpty();

                articles.replay();
                versions.replay();
                assertThat(rows.articles("dateline"))
                        .as("after a replay of all into the live store")
                        .isEqualTo(stored);
                assertThat(rows.textsOfKilledVersions("dateline")).isEmpty();

                assertThat(rebuilt(rows))
                        .as("a store from nothing but the compacted topic")
                        .isEqualTo(stored);
            }
        }
        log.info("{} articles are as the model says", enriched.size());
    }

    /** All deliveries in any order among rulings and the passing of time, and then all of them once more. */
    private void live(Rows rows) throws Exception {
        try (Wire running = new Wire(directory)) {
            wire = running;
            for (Article version : shuffled()) {
                wire.arrive(version);
                versions.publish(version);
                happen(rows);
            }
            for (Article version : shuffled()) {
                wire.arrive(version);
                versions.publish(version);
            }
            wire.advance(Duration.between(wire.now(), History.END.plusSeconds(1)));
            read();
            articles.finish();
            versions.finish();
        }
    }

    private List<Article> shuffled() {
        List<Article> all = new ArrayList<>();
        histories.values().forEach(history -> all.addAll(history.deliveries()));
        Collections.shuffle(all, random);
        return all;
    }

    private void happen(Rows rows) throws Exception {
        read();
        if (random.nextInt(40) == 0) {
            wire.advance(Duration.ofMillis(500 + random.nextInt(4_000)));
        }
        if (random.nextInt(60) == 0) {
            reinstateOne();
        }
        if (random.nextInt(300) == 0) {
            eraseOne();
        }
        if (random.nextInt(30) == 0) {
            articles.step(random);
            versions.step(random);
            rows.assertNothingForbiddenIsPublic("dateline");
            assertNoneWentBack(rows.revisions("dateline"));
        }
    }

    /** Crashed sinks write older revisions once more: no reader ever sees one. */
    private void assertNoneWentBack(Map<String, Long> now) {
        now.forEach(
                (id, revision) -> assertThat(revision).as(id).isGreaterThanOrEqualTo(revisions.getOrDefault(id, 0L)));
        revisions.keySet().stream()
                .filter(id -> !now.containsKey(id))
                .forEach(id -> assertThat(histories.get(id).isErased()).as(id).isTrue());
        revisions.clear();
        revisions.putAll(now);
    }

    private void reinstateOne() {
        List<EnrichedArticle> killed = enriched.values().stream()
                .filter(article -> article.getState() == ArticleState.KILLED)
                .toList();
        if (!killed.isEmpty()) {
            Article kill = killed.get(random.nextInt(killed.size())).getArticle();
            histories.get(kill.getArticleId()).reinstated(kill);
            wire.rule(new Ruling(kill.getArticleId(), RulingKind.REINSTATE, "desk", "error", wire.now(), kill));
            read();
        }
    }

    private void eraseOne() {
        List<String> ids = List.copyOf(histories.keySet());
        String id = ids.get(random.nextInt(ids.size()));
        histories.get(id).erase();
        wire.rule(new Ruling(id, RulingKind.ERASE, "counsel", "court order", wire.now(), null));
        read();
    }

    private void read() {
        for (TestRecord<String, EnrichedArticle> record : wire.enriched()) {
            articles.publish(record);
            keep(enriched, record);
        }
        for (TestRecord<String, EnrichedArticle> record : wire.inPublic()) {
            keep(inPublic, record);
        }
    }

    private static void keep(Map<String, EnrichedArticle> topic, TestRecord<String, EnrichedArticle> record) {
        if (record.value() == null) {
            topic.remove(record.key());
        } else {
            topic.put(record.key(), record.value());
        }
    }

    private static void write(List<TestRecord<String, EnrichedArticle>> batch, PostgresArticleStore store)
            throws Exception {
        assertThat(store.write(batch.stream()
                        .map(TestRecord::value)
                        .filter(article -> article != null)
                        .toList()))
                .isEmpty();
        store.erase(batch.stream()
                .filter(record -> record.value() == null)
                .map(TestRecord::key)
                .toList());
    }

    private void assertTopics() {
        histories.forEach((id, history) -> {
            EnrichedArticle end = enriched.get(id);
            if (history.isErased()) {
                assertThat(end).as(id).isNull();
                assertThat(inPublic).doesNotContainKey(id);
                return;
            }
            assertEnd(
                    history,
                    end.getState(),
                    end.getPublishable(),
                    end.getArticle().getHeadline());
            EnrichedArticle shown = inPublic.get(id);
            if (end.getPublishable()) {
                assertThat(shown).as(id).isEqualTo(end);
            } else if (shown != null) {
                assertThat(shown.getArticle().getHeadline()).as(id).isNull();
                assertThat(shown.getRevision()).as(id).isEqualTo(end.getRevision());
            }
        });
    }

    private void assertStored(String id, ArticleState state, boolean publishable, String headline) {
        assertEnd(histories.get(id), state, publishable, headline);
    }

    private static void assertEnd(History history, ArticleState state, boolean publishable, String headline) {
        String id = history.articleId();
        if (history.isKilled()) {
            assertThat(state).as(id).isEqualTo(ArticleState.KILLED);
            assertThat(headline).as(id).isNull();
            assertThat(publishable).as(id).isFalse();
        } else if (history.newest().isEmpty()) {
            assertThat(state).as(id).isEqualTo(ArticleState.WITHHELD);
            assertThat(headline).as(id).isNull();
        } else {
            assertThat(history.newest()).as(id).anySatisfy(version -> {
                assertThat(headline).isEqualTo(version.getHeadline());
                assertThat(state).isEqualTo(History.stateInTheEnd(version));
                assertThat(publishable).isEqualTo(state == ArticleState.CURRENT);
            });
        }
    }

    private Map<String, String> rebuilt(Rows rows) throws Exception {
        try (PostgresArticleStore fresh = PostgresArticleStore.open(rows.settings("rebuilt"), false)) {
            List<EnrichedArticle> compacted = new ArrayList<>(enriched.values());
            Collections.shuffle(compacted, random);
            assertThat(fresh.write(compacted)).isEmpty();
        }
        return new HashMap<>(rows.articles("rebuilt"));
    }
}
