package dev.dateline.bench.chaos;

import dev.dateline.bench.chaos.Fault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The faults of a run: from a seed and a length always the same. Every kind at every target is drawn once, in random
 * order, before any is drawn again. Nothing breaks in the beginning, so that there is a figure for quiet times; one in four
 * comes while the one before still lasts.
 */
final class Schedule {
    static final List<String> STAGES = List.of("ingest", "enrich", "sink");
    static final List<String> BROKERS = List.of("broker-1", "broker-2", "broker-3");
    static final String REGISTRY = "registry";
    static final String POSTGRES = "postgres";
    /** The connections of all brokers together. */
    static final String KAFKA = "kafka";
    /** The disk of the enrich application's state. */
    static final String DISK = "enrich-state";

    /** A fifth of the run, and no more than a minute: for kills while nothing is broken. */
    private static final int MAX_CALM_AT_FIRST_MILLIS = 60_000;

    private static final int CALM_AT_LAST_MILLIS = 15_000;
    private static final int MIN_LASTING_MILLIS = 1_000;
    private static final int MAX_LASTING_MILLIS = 15_000;
    /** A broker that stays away long enough for the others to go on without it. */
    private static final int LOST_BROKER_MILLIS = 40_000;

    private static final int MIN_CALM_MILLIS = 2_000;
    private static final int MAX_CALM_MILLIS = 12_000;
    private static final double OVERLAPPING = 0.25;

    private record Card(Kind kind, String target) {}

    private Schedule() {}

    /** @param disk whether a disk can be filled */
    static List<Fault> of(long seed, Duration length, boolean disk) {
        Random random = new Random(seed);
        List<Fault> faults = new ArrayList<>();
        List<Card> deck = new ArrayList<>();
        long at = Math.min(length.toMillis() / 5, MAX_CALM_AT_FIRST_MILLIS);
        boolean overlaps = false;
        while (true) {
            if (deck.isEmpty()) {
                deck.addAll(cards(disk));
                Collections.shuffle(deck, random);
            }
            Card card = deck.remove(0);
            Fault fault = new Fault(at, lasting(card, random), card.kind(), card.target());
            if (fault.endMillis() > length.toMillis() - CALM_AT_LAST_MILLIS) {
                return List.copyOf(faults);
            }
            faults.add(fault);
            overlaps = random.nextDouble() < OVERLAPPING
                    && !overlaps // not three at once
                    && !deck.isEmpty()
                    && !isSame(card, deck.get(0));
            at = overlaps
                    ? at + fault.lastingMillis() / 2
                    : end(faults) + MIN_CALM_MILLIS + random.nextInt(MAX_CALM_MILLIS - MIN_CALM_MILLIS);
        }
    }

    private static long end(List<Fault> faults) {
        return faults.stream().mapToLong(Fault::endMillis).max().orElse(0);
    }

    /** Two brokers at once are more than three copies are made for, and a part is broken in one way at a time. */
    private static boolean isSame(Card one, Card other) {
        boolean brokers = isBroker(one.target()) && isBroker(other.target());
        return brokers || one.target().equals(other.target());
    }

    private static boolean isBroker(String target) {
        return target.equals(KAFKA) || BROKERS.contains(target);
    }

    private static long lasting(Card card, Random random) {
        if (card.kind() == Kind.STOP && BROKERS.contains(card.target())) {
            return LOST_BROKER_MILLIS;
        }
        return MIN_LASTING_MILLIS + random.nextInt(MAX_LASTING_MILLIS - MIN_LASTING_MILLIS);
    }

    private static List<Card> cards(boolean disk) {
        List<Card> cards = new ArrayList<>();
        for (String stage : STAGES) {
            // Twice: what a stage has in its hands when it dies is what a pipeline loses.
            Collections.addAll(cards, new Card(Kind.KILL, stage), new Card(Kind.KILL, stage));
            Collections.addAll(cards, new Card(Kind.STOP, stage), new Card(Kind.PAUSE, stage));
        }
        for (String broker : BROKERS) {
            cards.add(new Card(Kind.KILL, broker));
        }
        cards.add(new Card(Kind.STOP, BROKERS.get(1)));
        cards.add(new Card(Kind.PAUSE, BROKERS.get(2)));
        for (String server : List.of(REGISTRY, POSTGRES)) {
            Collections.addAll(cards, new Card(Kind.KILL, server), new Card(Kind.STOP, server));
        }
        for (String link : List.of(KAFKA, BROKERS.get(0), REGISTRY, POSTGRES)) {
            Collections.addAll(cards, new Card(Kind.CUT, link), new Card(Kind.STALL, link), new Card(Kind.SLOW, link));
        }
        if (disk) {
            cards.add(new Card(Kind.FILL, DISK));
        }
        return cards;
    }
}
