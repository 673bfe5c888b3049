package dev.dateline.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.gate.GateEntry;
import dev.dateline.enrich.gate.RebuiltEntry;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Ruling;
import dev.dateline.model.RulingKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;

/** Operators' rulings among versions and kills, in any order; and a gate that reads its memory back from what it wrote. */
class RuledHistoriesTest {
    private final Map<String, EnrichedArticle> enriched = new TreeMap<>();
    private final Set<String> inPublic = new HashSet<>();
    private final List<Ruling> rulings = new ArrayList<>();
    private final Map<String, List<Long>> lifted = new HashMap<>();
    private final Set<String> erased = new HashSet<>();

    /** Reinstated articles need their text sent again: after a replay of all there was, they are as the model says. */
    @Property(tries = 100)
    void afterAReplayOfAllArticlesAreAsVersionsKillsAndRulingsSay(
            @ForAll("wires") List<Wired> wire, @ForAll Random random) {
        try (EnrichDriver driver = new EnrichDriver(EnrichDriver.NO_TAGS)) {
            history(driver, wire, random);
            replay(driver, wire, random);
            driver.advance(Wired.LAST_EMBARGO.plusSeconds(1));
            read(driver);
            assertAsModelled(wire);

            Map<String, EnrichedArticle> before = new TreeMap<>(enriched);
            replay(driver, wire, random);
            assertThat(enriched).isEqualTo(before);
        }
    }

    @Property(tries = 100)
    void theMemoryOfTheGateCanBeReadBackFromItsTopics(@ForAll("wires") List<Wired> wire, @ForAll Random random) {
        try (EnrichDriver driver = new EnrichDriver(EnrichDriver.NO_TAGS)) {
            history(driver, wire, random);

            Map<String, GateEntry> rebuilt = new TreeMap<>();
            enriched.forEach((id, current) -> rebuilt.put(id, RebuiltEntry.of(current, inPublic.contains(id))));
            for (Ruling ruling : rulings) {
                rebuilt.compute(ruling.getArticleId(), (id, entry) -> RebuiltEntry.after(ruling, entry));
            }

            try (KeyValueIterator<String, GateEntry> entries = driver.gate().all()) {
                while (entries.hasNext()) {
                    KeyValue<String, GateEntry> entry = entries.next();
                    GateEntry back = rebuilt.remove(entry.key);
                    // Of an erased article the last revision is lost with it, and it gets no other.
                    assertThat(back)
                            .as(entry.key)
                            .isEqualTo(
                                    entry.value.getErased()
                                            ? GateEntry.newBuilder(entry.value)
                                                    .setRevision(0)
                                                    .build()
                                            : entry.value);
                }
            }
            assertThat(rebuilt).isEmpty();
        }
    }

    private void history(EnrichDriver driver, List<Wired> wire, Random random) {
        enriched.clear();
        inPublic.clear();
        rulings.clear();
        lifted.clear();
        erased.clear();
        List<Wired> arrivals = new ArrayList<>(wire);
        Collections.shuffle(arrivals, random);
        for (Wired wired : arrivals) {
            driver.arrive(wired.article());
            read(driver);
            maybeRule(driver, random);
            if (random.nextBoolean()) {
                driver.advance(Duration.ofSeconds(random.nextInt(90)));
            }
            read(driver);
        }
    }

    /** As an operator does: about what the enriched topic shows. */
    private void maybeRule(EnrichDriver driver, Random random) {
        List<EnrichedArticle> killed = enriched.values().stream()
                .filter(article -> article.getState() == ArticleState.KILLED)
                .toList();
        if (!killed.isEmpty() && random.nextInt(3) == 0) {
            Article kill = killed.get(random.nextInt(killed.size())).getArticle();
            rule(driver, new Ruling(kill.getArticleId(), RulingKind.REINSTATE, "desk", "error", driver.now(), kill));
            lifted.merge(kill.getArticleId(), rank(kill), (a, b) -> Arrays.compare(array(a), array(b)) >= 0 ? a : b);
        }
        if (!enriched.isEmpty() && random.nextInt(12) == 0) {
            String id = enriched.keySet().iterator().next();
            rule(driver, new Ruling(id, RulingKind.ERASE, "counsel", "order", driver.now(), null));
            erased.add(id);
        }
    }

    private void rule(EnrichDriver driver, Ruling ruling) {
        rulings.add(ruling);
        driver.rule(ruling);
        read(driver);
    }

    private void replay(EnrichDriver driver, List<Wired> wire, Random random) {
        List<Wired> again = new ArrayList<>(wire);
        Collections.shuffle(again, random);
        again.forEach(wired -> driver.arrive(wired.article()));
        read(driver);
    }

    private void read(EnrichDriver driver) {
        for (TestRecord<String, EnrichedArticle> record : driver.enriched()) {
            enriched.remove(record.key());
            if (record.value() != null) {
                enriched.put(record.key(), record.value());
            }
        }
        for (TestRecord<String, EnrichedArticle> record : driver.inPublic()) {
            if (record.value() == null) {
                inPublic.remove(record.key());
            } else {
                inPublic.add(record.key());
                assertThat(erased).doesNotContain(record.key());
            }
        }
    }

    private void assertAsModelled(List<Wired> wire) {
        Map<String, List<Wired>> byArticle = wire.stream().collect(Collectors.groupingBy(Wired::articleId));
        byArticle.forEach((id, versions) -> {
            EnrichedArticle end = enriched.get(id);
            if (erased.contains(id)) {
                assertThat(end).isNull();
                return;
            }
            long[] upTo = lifted.containsKey(id) ? array(lifted.get(id)) : null;
            boolean killed = versions.stream()
                    .filter(Wired::isKill)
                    .anyMatch(kill -> upTo == null || Arrays.compare(array(rank(kill.article())), upTo) > 0);
            List<Wired> texts =
                    versions.stream().filter(wired -> !wired.isKill()).toList();
            if (killed) {
                assertThat(end.getState()).isEqualTo(ArticleState.KILLED);
                assertThat(end.getArticle().getBody()).isEmpty();
            } else if (texts.isEmpty()) {
                assertThat(end.getReasons()).containsExactly("reinstated");
            } else {
                List<Long> newest = texts.stream()
                        .map(Wired::rank)
                        .max((a, b) -> Arrays.compare(array(a), array(b)))
                        .orElseThrow();
                assertThat(texts).filteredOn(text -> text.rank().equals(newest)).anySatisfy(text -> {
                    assertThat(end.getArticle().getBody())
                            .isEqualTo(text.article().getBody());
                    assertThat(end.getState()).isEqualTo(text.stateInTheEnd());
                    assertThat(end.getPublishable()).isEqualTo(text.publishableInTheEnd());
                });
            }
        });
    }

    private static List<Long> rank(Article article) {
        return List.of(
                article.getOrder().getNumber(),
                article.getOrder().getTime(),
                article.getOrder().getSent());
    }

    private static long[] array(List<Long> rank) {
        return rank.stream().mapToLong(Long::longValue).toArray();
    }

    @Provide
    Arbitrary<List<Wired>> wires() {
        return Wired.wires();
    }
}
