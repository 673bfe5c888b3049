package dev.dateline.bench.chaos;

import dev.dateline.bench.chaos.Version.Status;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What must have become of everything that was delivered, by the rules of docs/chaos.md and by nothing of the pipeline:
 * the newest version counts, whatever came when; one kill ends an article for good; an embargo holds until its time.
 */
final class Truth {
    private final Map<Integer, Version> newest = new HashMap<>();
    private final Map<Integer, Version> kills = new HashMap<>();

    synchronized void add(Version version) {
        (version.isKill() ? kills : newest)
                .merge(version.article(), version, (a, b) -> b.number() > a.number() ? b : a);
    }

    synchronized boolean knows(int article) {
        return newest.containsKey(article) || kills.containsKey(article);
    }

    synchronized Set<Integer> articles() {
        Map<Integer, Version> all = new HashMap<>(newest);
        all.putAll(kills);
        return Set.copyOf(all.keySet());
    }

    synchronized int killed() {
        return kills.size();
    }

    /** @param millis time from the start of the run */
    synchronized State of(int article, long millis) {
        Version kill = kills.get(article);
        if (kill != null) {
            return new State(State.KILLED, false, kill.number(), "");
        }
        Version version = newest.get(article);
        if (version.status() == Status.WITHHELD) {
            return new State("WITHHELD", false, version.number(), version.mark());
        }
        boolean embargoed = version.embargoMillis() > millis;
        return new State(embargoed ? "EMBARGOED" : "CURRENT", !embargoed, version.number(), version.mark());
    }
}
