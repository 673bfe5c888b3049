package dev.dateline.bench.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.bench.chaos.Version.Status;
import dev.dateline.bench.chaos.Violation.Kind;
import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.ingest.parse.Parsed;
import dev.dateline.ingest.parse.Parsers;
import dev.dateline.model.Article;
import dev.dateline.model.Document;
import dev.dateline.model.PubStatus;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChaosModelTest {
    private static final Duration LENGTH = Duration.ofMinutes(3);
    private static final int RATE = 100;
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final long END = LENGTH.toMillis();

    private static List<Delivery> wire(long seed) {
        List<Delivery> deliveries = new ArrayList<>();
        new Generator(seed, RATE, LENGTH).forEachRemaining(deliveries::add);
        return deliveries;
    }

    private static Truth truthOf(List<Delivery> deliveries) {
        Truth truth = new Truth();
        deliveries.forEach(delivery -> truth.add(delivery.version()));
        return truth;
    }

    private static Map<Integer, State> states(Truth truth) {
        return truth.articles().stream()
                .collect(Collectors.toMap(
                        article -> article, article -> truth.of(article, END), (a, b) -> a, HashMap::new));
    }

    @Test
    void theSameSeedGivesTheSameWireAndTheSameFaults() {
        assertThat(wire(7)).isEqualTo(wire(7)).isNotEqualTo(wire(8));
        assertThat(Schedule.of(7, LENGTH, true))
                .isEqualTo(Schedule.of(7, LENGTH, true))
                .isNotEqualTo(Schedule.of(8, LENGTH, true));
    }

    @Test
    void theWireComesInOrderAtItsRateAndWithUpdatesKillsEmbargoesAndHolds() {
        List<Delivery> wire = wire(1);
        assertThat(wire)
                .hasSizeBetween((int) (0.99 * RATE * LENGTH.toSeconds()), (int) (1.01 * RATE * LENGTH.toSeconds()));
        assertThat(wire).extracting(Delivery::atMillis).isSorted();
        assertThat(wire).extracting(Delivery::fileName).doesNotHaveDuplicates();
        assertThat(wire.get(wire.size() - 1).atMillis()).isLessThanOrEqualTo(END);
        assertThat(share(wire, wire.stream().filter(d -> d.version().isKill()).count()))
                .isBetween(0.01, 0.04);
        assertThat(share(
                        wire,
                        wire.stream().filter(d -> d.version().number() > 1).count()))
                .isBetween(0.15, 0.3);
        assertThat(share(
                        wire,
                        wire.stream().filter(d -> d.version().isEmbargoed()).count()))
                .isBetween(0.02, 0.06);
        assertThat(wire).anyMatch(d -> d.version().status() == Status.WITHHELD);
        assertThat(wire).anyMatch(Delivery::isNewsMl).anyMatch(d -> !d.isNewsMl());
    }

    private static double share(List<Delivery> wire, long some) {
        return (double) some / wire.size();
    }

    @Test
    void theWireHasOldVersionsBehindNewerOnesRepeatsAndKillsAheadOfTheirArticles() {
        Set<Version> seen = new HashSet<>();
        Map<Integer, Integer> newest = new HashMap<>();
        Set<Integer> killed = new HashSet<>();
        int old = 0;
        int repeats = 0;
        int afterKill = 0;
        int ahead = 0;
        for (Delivery delivery : wire(2)) {
            Version version = delivery.version();
            if (!seen.add(version)) {
                repeats++;
            } else if (version.number() < newest.getOrDefault(version.article(), 0)) {
                old++;
            }
            if (version.isKill()) {
                ahead += newest.containsKey(version.article()) ? 0 : 1;
                killed.add(version.article());
            } else if (killed.contains(version.article())) {
                afterKill++;
            }
            newest.merge(version.article(), version.number(), Math::max);
        }
        assertThat(List.of(old, repeats, afterKill, ahead))
                .allSatisfy(count -> assertThat(count).isPositive());
    }

    @Test
    void theTruthDoesNotDependOnTheOrderOfArrival() {
        List<Delivery> wire = wire(3);
        List<Delivery> shuffled = new ArrayList<>(wire);
        Collections.shuffle(shuffled, new Random(3));
        assertThat(states(truthOf(shuffled))).isEqualTo(states(truthOf(wire)));
    }

    @Test
    void theNewestVersionCountsAKillEndsItAndAnEmbargoHoldsUntilItsTime() {
        Truth truth = new Truth();
        truth.add(new Version(1, 3, Status.USABLE, 0));
        truth.add(new Version(1, 2, Status.WITHHELD, 0));
        truth.add(new Version(2, 2, Status.CANCELED, 0));
        truth.add(new Version(2, 5, Status.USABLE, 0));
        truth.add(new Version(3, 1, Status.USABLE, 100));
        truth.add(new Version(4, 1, Status.WITHHELD, 0));
        assertThat(truth.of(1, 0)).isEqualTo(new State("CURRENT", true, 3, Version.mark(1, 3)));
        assertThat(truth.of(2, 0)).isEqualTo(new State("KILLED", false, 2, ""));
        assertThat(truth.of(3, 99)).isEqualTo(new State("EMBARGOED", false, 1, Version.mark(3, 1)));
        assertThat(truth.of(3, 100)).isEqualTo(new State("CURRENT", true, 1, Version.mark(3, 1)));
        assertThat(truth.of(4, 0)).isEqualTo(new State("WITHHELD", false, 1, Version.mark(4, 1)));
    }

    @Test
    void theVerdictFindsEachKindOfFault() {
        Truth truth = new Truth();
        truth.add(new Version(1, 1, Status.USABLE, 0));
        truth.add(new Version(2, 2, Status.USABLE, 0));
        truth.add(new Version(3, 2, Status.CANCELED, 0));
        truth.add(new Version(4, 1, Status.WITHHELD, 0));
        Map<Integer, State> found = states(truth);
        Verdict verdict = new Verdict(truth, END);
        assertThat(verdict.ofAll("store", found)).isEmpty();
        assertThat(verdict.ofPublic("public", found))
                .as("a withheld text is wrong where only public ones may be")
                .extracting(Violation::kind)
                .containsExactly(Kind.WRONG_STATE);
        found.remove(1);
        found.put(2, new State("CURRENT", true, 1, Version.mark(2, 1)));
        found.put(3, new State("KILLED", false, 2, Version.mark(3, 1)));
        found.put(4, new State("CURRENT", true, 1, Version.mark(4, 1)));
        found.put(9, new State("CURRENT", true, 1, Version.mark(9, 1)));
        assertThat(verdict.ofAll("store", found).stream().map(Violation::kind))
                .containsExactly(Kind.LOST, Kind.STALE, Kind.KILLED_TEXT, Kind.WRONG_STATE, Kind.MADE_UP);
        assertThat(verdict.ofPublic("public", found).stream().map(Violation::kind))
                .containsExactly(Kind.LOST, Kind.STALE, Kind.KILLED_TEXT, Kind.WRONG_STATE, Kind.MADE_UP);
    }

    @Test
    void thePublicTopicMayLackWhatWasNeverPublicAndHoldMarkersOfWhatWas() {
        Truth truth = new Truth();
        truth.add(new Version(1, 2, Status.CANCELED, 0));
        truth.add(new Version(2, 2, Status.WITHHELD, 0));
        truth.add(new Version(3, 2, Status.WITHHELD, 0));
        Map<Integer, State> found = Map.of(2, new State("WITHHELD", false, 2, ""));
        assertThat(new Verdict(truth, END).ofPublic("public", found)).isEmpty();
    }

    @Test
    void faultsLeaveTheBeginningAndTheEndInPeaceAndNeverTakeTwoBrokersAtOnce() {
        List<Fault> faults = Schedule.of(4, Duration.ofMinutes(60), true);
        assertThat(faults).hasSizeGreaterThan(60).allSatisfy(fault -> {
            assertThat(fault.atMillis()).isGreaterThanOrEqualTo(60_000);
            assertThat(fault.endMillis()).isLessThan(Duration.ofMinutes(60).toMillis());
        });
        assertThat(faults.stream().map(Fault::kind).distinct()).containsExactlyInAnyOrder(Fault.Kind.values());
        for (Fault one : faults) {
            assertThat(faults)
                    .filteredOn(other -> other != one
                            && isBroker(one)
                            && isBroker(other)
                            && one.atMillis() < other.endMillis()
                            && other.atMillis() < one.endMillis())
                    .isEmpty();
        }
        assertThat(Schedule.of(4, Duration.ofMinutes(60), false)).noneMatch(fault -> fault.kind() == Fault.Kind.FILL);
    }

    private static boolean isBroker(Fault fault) {
        return fault.target().equals(Schedule.KAFKA) || Schedule.BROKERS.contains(fault.target());
    }

    @Test
    void theParsersReadTheDocumentsAsTheyAreMeant() {
        Parsers parsers = new Parsers(Dialects.shipped());
        Documents documents = new Documents(START);
        for (Delivery delivery : wire(5).subList(0, 1_000)) {
            Version version = delivery.version();
            List<Parsed> parsed = parsers.parse(
                    Document.of("wire", Version.PROVIDER, delivery.fileName(), START, documents.bytes(delivery)));
            assertThat(parsed).singleElement().isInstanceOf(Parsed.Accepted.class);
            Article article = ((Parsed.Accepted) parsed.get(0)).article();
            assertThat(article.getArticleId()).isEqualTo(version.articleId());
            assertThat(article.getVersion()).isEqualTo(Integer.toString(version.number()));
            assertThat(article.getPubStatus())
                    .isEqualTo(PubStatus.valueOf(version.status().name()));
            assertThat(article.getHeadline()).contains(version.mark());
            assertThat(String.join(" ", article.getBody())).contains(version.mark());
            assertThat(article.getEmbargoedUntil())
                    .isEqualTo(version.isEmbargoed() ? START.plusMillis(version.embargoMillis()) : null);
        }
    }
}
