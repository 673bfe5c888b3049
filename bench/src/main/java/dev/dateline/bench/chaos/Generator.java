package dev.dateline.bench.chaos;

import dev.dateline.bench.chaos.Version.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * The wire: from a seed, a rate and a length always the same deliveries, in the order of their times.
 *
 * <p>Of a hundred deliveries about 2 are kills, a quarter of those ahead of the article they mean; 20 are updates, among
 * them repeats and older versions behind newer ones; 3 new articles are embargoed and 1 is withheld. Embargoes end within
 * the run, but for one in ten, which outlasts it.
 */
final class Generator implements Iterator<Delivery> {
    private static final double KILLS = 0.02;
    private static final double UPDATES = 0.20;
    private static final double EMBARGOES = 0.03;
    private static final double HOLDS = 0.01;
    private static final double REPEATS_OF_UPDATES = 0.15;
    private static final double SWAPS_OF_UPDATES = 0.25;
    /** Updates that are embargoed or withheld themselves. */
    private static final double RESTRICTED_OF_UPDATES = 0.04;

    private static final double KILLS_AHEAD = 0.25;
    private static final double LASTING_EMBARGOES = 0.1;
    private static final long LASTING_MILLIS = Duration.ofDays(365).toMillis();
    private static final int MAX_EMBARGO_MILLIS = 40_000;
    private static final int MIN_EMBARGO_MILLIS = 3_000;
    private static final int MAX_DELAY_MILLIS = 10_000;
    /** Most of what is changed is recent. */
    private static final int RECENT = 1_000;

    private static final double OF_RECENT = 0.8;

    private final Random random;
    private final int rate;
    private final long ticks;
    private final long lengthMillis;
    private final List<Version> newest = new ArrayList<>();
    private final PriorityQueue<Delivery> later =
            new PriorityQueue<>(Comparator.comparingLong(Delivery::atMillis).thenComparingInt(Delivery::sequence));
    private long tick;
    private int sequence;

    /** @param rate deliveries a second, at least 1 */
    Generator(long seed, int rate, Duration length) {
        this.random = new Random(seed);
        this.rate = rate;
        this.lengthMillis = length.toMillis();
        this.ticks = lengthMillis * rate / 1000;
    }

    @Override
    public boolean hasNext() {
        return tick < ticks || !later.isEmpty();
    }

    /** What was put off takes the place of something new, so that the rate stays what it is. */
    @Override
    public Delivery next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        long now = Math.min(tick * 1000 / rate, lengthMillis);
        if (!later.isEmpty() && (later.peek().atMillis() <= now || tick >= ticks)) {
            tick++;
            return new Delivery(now, sequence++, later.poll().version());
        }
        tick++;
        return new Delivery(now, sequence++, make(now));
    }

    private Version make(long now) {
        double what = random.nextDouble();
        if (newest.isEmpty()) {
            return first(Status.USABLE, 0);
        }
        if (what < KILLS) {
            return random.nextDouble() < KILLS_AHEAD ? killAhead(now) : following(any(), Status.CANCELED, 0);
        }
        if (what < KILLS + UPDATES) {
            return update(now);
        }
        if (what < KILLS + UPDATES + EMBARGOES) {
            return first(Status.USABLE, embargo(now));
        }
        return first(what < KILLS + UPDATES + EMBARGOES + HOLDS ? Status.WITHHELD : Status.USABLE, 0);
    }

    private Version first(Status status, long embargo) {
        Version version = new Version(newest.size(), 1, status, embargo);
        newest.add(version);
        return version;
    }

    private Version killAhead(long now) {
        Version article = first(Status.USABLE, 0);
        putOff(now, article);
        return following(article, Status.CANCELED, 0);
    }

    private Version update(long now) {
        Version before = any();
        double how = random.nextDouble();
        if (how < REPEATS_OF_UPDATES) {
            return before;
        }
        if (how < REPEATS_OF_UPDATES + SWAPS_OF_UPDATES) {
            putOff(now, following(before, Status.USABLE, 0));
            return following(newest.get(before.article()), Status.USABLE, 0);
        }
        double restricted = random.nextDouble();
        if (restricted < RESTRICTED_OF_UPDATES) {
            return following(before, Status.USABLE, embargo(now));
        }
        return following(before, restricted < 2 * RESTRICTED_OF_UPDATES ? Status.WITHHELD : Status.USABLE, 0);
    }

    private Version following(Version before, Status status, long embargo) {
        Version version = new Version(before.article(), before.number() + 1, status, embargo);
        newest.set(version.article(), version);
        return version;
    }

    /** The newest version that was made of some article. */
    private Version any() {
        int from = random.nextDouble() < OF_RECENT ? Math.max(0, newest.size() - RECENT) : 0;
        return newest.get(from + random.nextInt(newest.size() - from));
    }

    private void putOff(long now, Version version) {
        later.add(new Delivery(now + 100 + random.nextInt(MAX_DELAY_MILLIS), sequence++, version));
    }

    private long embargo(long now) {
        if (random.nextDouble() < LASTING_EMBARGOES) {
            return lengthMillis + LASTING_MILLIS;
        }
        long end = now + MIN_EMBARGO_MILLIS + random.nextInt(MAX_EMBARGO_MILLIS);
        return Math.max(1, Math.min(end, lengthMillis));
    }
}
