package dev.dateline.enrich.topology;

import static dev.dateline.model.TestArticles.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.gate.GateEntry;
import dev.dateline.enrich.tag.RuleSet;
import dev.dateline.enrich.tag.Tagging;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;

/**
 * Whatever the order in which versions, repeats and kills of several articles arrive, and however time passes between
 * them, they end in the same state, and that is the one which a model without any state machine predicts.
 */
class ArrivalOrderTest {
    private static final RuleSet NO_RULES = new RuleSet(EnrichDriver.NO_TAGS, 0, "0");
    /** They differ on the first of the texts alone. */
    private static final RuleSet OLD_RULES = rules("1", 1, "old");

    private static final RuleSet NEW_RULES = rules("2", 2, "new");

    private static RuleSet rules(String id, int version, String ofFirstText) {
        Function<Article, Tagging> tagger = article -> {
            boolean first = article.getHeadline().equals("Text 0");
            Tag tag = Tag.newBuilder()
                    .setScheme("medtop")
                    .setCode(first ? ofFirstText : "other")
                    .setScore(0.5)
                    .setMethod("rule")
                    .build();
            return new Tagging(List.of(tag), List.of());
        };
        return new RuleSet(tagger, version, id);
    }

    @Property(tries = 100)
    void whereAnArticleEndsDoesNotDependOnTheOrderOfArrival(
            @ForAll("wires") List<Wired> wire, @ForAll Random oneWay, @ForAll Random anotherWay) {
        End one = run(wire, oneWay, NO_RULES);
        End another = run(wire, anotherWay, NO_RULES);

        assertThat(another.gate).isEqualTo(one.gate);
        assertThat(another.enriched).isEqualTo(one.enriched);
        // Whether a withdrawn article leaves a marker depends on whether it was public in between; the text does not.
        assertThat(texts(another.inPublic)).isEqualTo(texts(one.inPublic));
        assertAsPredicted(wire, one);
        assertAsPredicted(wire, another);
    }

    /** Rules may change at any time: once all is replayed, it is as if they had been the new ones from the start. */
    @Property(tries = 50)
    void afterAReplayWhereAnArticleEndsDoesNotDependOnWhenTheRulesChanged(
            @ForAll("wires") List<Wired> wire, @ForAll Random oneWay, @ForAll Random anotherWay) {
        List<Wired> arrivals = shuffled(wire, anotherWay);
        int change = anotherWay.nextInt(arrivals.size() + 1);
        EnrichDriver driver = new EnrichDriver(OLD_RULES);
        Watch watch = new Watch(driver);
        watch.arrive(arrivals.subList(0, change), anotherWay);
        driver = driver.restarted(NEW_RULES);
        watch.driver = driver;
        watch.arrive(arrivals.subList(change, arrivals.size()), anotherWay);

        driver.arrive(watch.replayed());
        watch.look(null);
        Map<String, Long> afterOne = Map.copyOf(watch.revisions);
        driver.arrive(watch.replayed());
        watch.look(null);

        assertThat(watch.revisions).isEqualTo(afterOne);
        End end = watch.end();
        End asIfFromTheStart = run(wire, oneWay, NEW_RULES);
        assertThat(end.enriched).isEqualTo(asIfFromTheStart.enriched);
        assertThat(texts(end.inPublic)).isEqualTo(texts(asIfFromTheStart.inPublic));
        driver.close();
    }

    private static void assertAsPredicted(List<Wired> wire, End end) {
        Map<String, List<Wired>> byArticle = new TreeMap<>();
        wire.forEach(wired -> byArticle
                .computeIfAbsent(wired.articleId(), id -> new ArrayList<>())
                .add(wired));
        assertThat(end.enriched.keySet()).isEqualTo(byArticle.keySet());
        byArticle.forEach((id, versions) -> {
            EnrichedArticle enriched = end.enriched.get(id);
            List<Wired> kills = versions.stream().filter(Wired::isKill).toList();
            List<Wired> newest = newest(kills.isEmpty() ? versions : kills);
            assertThat(newest).anySatisfy(candidate -> assertThat(enriched).satisfies(it -> assertIs(it, candidate)));
            EnrichedArticle shown = end.inPublic.get(id);
            if (enriched.getPublishable()) {
                assertThat(shown).isEqualTo(enriched);
            } else if (shown != null) {
                assertThat(shown.getState()).isEqualTo(enriched.getState());
                assertThat(shown.getReasons()).isEqualTo(enriched.getReasons());
                assertThat(shown.getArticle().getBody()).isEmpty();
            }
        });
    }

    /** All of the highest rank: which of several wins is the gate's to say, as long as it always says the same. */
    private static List<Wired> newest(List<Wired> versions) {
        List<Wired> sorted = versions.stream()
                .sorted((a, b) -> {
                    for (int i = 0; i < a.rank().size(); i++) {
                        int difference = Long.compare(a.rank().get(i), b.rank().get(i));
                        if (difference != 0) {
                            return difference;
                        }
                    }
                    return 0;
                })
                .toList();
        List<Long> highest = sorted.get(sorted.size() - 1).rank();
        return sorted.stream().filter(wired -> wired.rank().equals(highest)).toList();
    }

    private static void assertIs(EnrichedArticle enriched, Wired wired) {
        assertThat(enriched.getArticle().getPubStatus()).isEqualTo(wired.kind().status);
        assertThat(enriched.getArticle().getSignal()).isEqualTo(wired.kind().signal);
        assertThat(enriched.getArticle().getEmbargoedUntil())
                .isEqualTo(wired.article().getEmbargoedUntil());
        assertThat(enriched.getArticle().getExpires()).isEqualTo(wired.article().getExpires());
        assertThat(enriched.getState()).isEqualTo(wired.stateInTheEnd());
        assertThat(enriched.getPublishable()).isEqualTo(wired.publishableInTheEnd());
        assertThat(enriched.getArticle().getBody())
                .isEqualTo(wired.isKill() ? List.of() : wired.article().getBody());
    }

    /** What is left at the end, without what counts or times the way there. */
    private record End(
            Map<String, List<Object>> gate,
            Map<String, EnrichedArticle> enriched,
            Map<String, EnrichedArticle> inPublic) {}

    private static End run(List<Wired> wire, Random random, RuleSet rules) {
        try (EnrichDriver driver = new EnrichDriver(rules)) {
            Watch watch = new Watch(driver);
            watch.arrive(shuffled(wire, random), random);
            End end = watch.end();
            assertThat(watch.judged).isEqualTo(wire.size());
            return end;
        }
    }

    private static List<Wired> shuffled(List<Wired> wire, Random random) {
        List<Wired> arrivals = new ArrayList<>(wire);
        Collections.shuffle(arrivals, random);
        return arrivals;
    }

    /** Looks at the topics after every step and holds each record against what must always be true. */
    private static final class Watch {
        private final Map<String, EnrichedArticle> current = new TreeMap<>();
        private final Map<String, EnrichedArticle> enriched = new TreeMap<>();
        private final Map<String, EnrichedArticle> inPublic = new TreeMap<>();
        private final Map<String, Long> revisions = new HashMap<>();
        private final Set<String> killed = new HashSet<>();
        private EnrichDriver driver;
        private int judged;

        Watch(EnrichDriver driver) {
            this.driver = driver;
        }

        void arrive(List<Wired> arrivals, Random random) {
            for (Wired wired : arrivals) {
                driver.arrive(wired.article());
                look(wired);
                if (random.nextBoolean()) {
                    driver.advance(Duration.ofSeconds(random.nextInt(150)));
                    look(null);
                }
            }
        }

        /** When the last embargo is over, and all has expired that will. */
        End end() {
            driver.advance(Wired.LAST_EMBARGO.plusSeconds(1));
            look(null);
            assertThat(driver.due().all()).isExhausted();
            return new End(gate(driver), enriched, inPublic);
        }

        /** What a replay sends. */
        Article[] replayed() {
            return current.values().stream()
                    .filter(article -> article.getState() != ArticleState.KILLED)
                    .map(EnrichedArticle::getArticle)
                    .toArray(Article[]::new);
        }

        void look(Wired arrived) {
            if (arrived != null && arrived.isKill()) {
                killed.add(arrived.articleId());
            }
            for (TestRecord<String, EnrichedArticle> record : driver.enriched()) {
                long before = revisions.getOrDefault(record.key(), 0L);
                assertThat(record.value().getRevision()).isEqualTo(before + 1);
                revisions.put(record.key(), before + 1);
                current.put(record.key(), record.value());
                enriched.put(record.key(), withoutTheWay(record.value()));
            }
            for (TestRecord<String, EnrichedArticle> record : driver.inPublic()) {
                assertThat(record.value().getRevision()).isEqualTo(revisions.get(record.key()));
                assertShowable(record.value());
                inPublic.put(record.key(), withoutTheWay(record.value()));
            }
            for (TestRecord<String, PipelineEvent> event : driver.events()) {
                String cause = new String(event.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
                judged += cause.startsWith("wire.articles.v1/") ? 1 : 0;
            }
        }

        private void assertShowable(EnrichedArticle shown) {
            Article article = shown.getArticle();
            if (article.getBody().isEmpty() && article.getHeadline() == null) {
                return;
            }
            assertThat(killed).doesNotContain(shown.getArticleId());
            assertThat(shown.getState()).isEqualTo(ArticleState.CURRENT);
            assertThat(article.getEmbargoedIndefinitely()).isFalse();
            assertThat(Wired.Kind.of(article).publishable).isTrue();
            if (article.getExpires() != null) {
                assertThat(driver.now()).isBefore(article.getExpires());
            }
            Instant until = article.getEmbargoedUntil();
            if (until != null) {
                assertThat(driver.now()).isAfterOrEqualTo(until);
            }
        }
    }

    private static Map<String, List<Object>> gate(EnrichDriver driver) {
        Map<String, List<Object>> all = new TreeMap<>();
        try (KeyValueIterator<String, GateEntry> entries = driver.gate().all()) {
            while (entries.hasNext()) {
                KeyValue<String, GateEntry> entry = entries.next();
                GateEntry gate = entry.value;
                all.put(
                        entry.key,
                        List.of(
                                gate.getNumber(),
                                gate.getTime(),
                                gate.getSent(),
                                gate.getParser(),
                                gate.getDigest(),
                                gate.getKilled(),
                                gate.getDue() == null));
            }
        }
        return all;
    }

    /** Revision, rules and time tell of the steps; of a version that came twice, the first to arrive leaves its time of reception. */
    private static EnrichedArticle withoutTheWay(EnrichedArticle enriched) {
        return EnrichedArticle.newBuilder(enriched)
                .setRevision(0)
                .setRulesVersion(0)
                .setRules("")
                .setEnrichedAt(NOON)
                .setArticle(Article.newBuilder(enriched.getArticle())
                        .setReceivedAt(NOON)
                        .build())
                .build();
    }

    private static Map<String, EnrichedArticle> texts(Map<String, EnrichedArticle> inPublic) {
        Map<String, EnrichedArticle> texts = new TreeMap<>(inPublic);
        texts.values().removeIf(shown -> !shown.getPublishable());
        return texts;
    }

    @Provide
    Arbitrary<List<Wired>> wires() {
        return Wired.wires();
    }
}
