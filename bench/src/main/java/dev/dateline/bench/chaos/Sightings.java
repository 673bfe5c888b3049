package dev.dateline.bench.chaos;

import dev.dateline.bench.chaos.Violation.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What readers must not see, and what they have seen. For many threads. */
final class Sightings {
    /** A killed article whose text went. */
    record Removal(long killMillis, long goneMillis) {
        long lasted() {
            return goneMillis - killMillis;
        }
    }

    /** The first ones tell the story, and a long run must not fill the memory. */
    private static final int MAX_VIOLATIONS = 1_000;

    private final Map<String, Long> embargoes = new HashMap<>();
    private final Map<Integer, Long> embargoed = new HashMap<>();
    private final Map<Integer, Long> kills = new TreeMap<>();
    private final Map<Integer, Long> removed = new TreeMap<>();
    private final List<Removal> removals = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private long violationCount;

    /** To be called before the file can be seen. */
    synchronized void delivering(Version version, long now) {
        if (version.isEmbargoed()) {
            embargoes.put(version.mark(), version.embargoMillis());
            embargoed.merge(version.article(), version.embargoMillis(), Math::max);
        }
        if (version.isKill() && !removed.containsKey(version.article())) {
            kills.putIfAbsent(version.article(), now);
        }
    }

    /** Killed articles whose text may still be there. */
    synchronized List<Integer> dying() {
        return List.copyOf(kills.keySet());
    }

    /** Articles whose embargo has not ended, or that were removed less than {@code millis} ago. */
    synchronized List<Integer> hidden(long now, long millis) {
        embargoed.values().removeIf(end -> end <= now);
        List<Integer> hidden = new ArrayList<>(embargoed.keySet());
        removed.forEach((article, at) -> {
            if (now - at < millis) {
                hidden.add(article);
            }
        });
        return hidden;
    }

    /** The store has recorded that the article has no text any more; only the first time counts. */
    synchronized void gone(int article, long now) {
        removed.putIfAbsent(article, now);
        Long killed = kills.remove(article);
        if (killed != null) {
            removals.add(new Removal(killed, now));
        }
    }

    /**
     * A reader saw a text.
     *
     * @param asked when the look began; what is removed after that may still be in it
     * @param seen when it was over
     */
    synchronized void text(String where, int article, State state, long asked, long seen) {
        Long end = embargoes.get(state.text());
        if (end != null && seen < end) {
            violation(new Violation(
                    Kind.EMBARGO_BROKEN,
                    where,
                    Version.articleId(article),
                    state + " at " + seen + " ms, " + (end - seen) + " ms before its time"));
        }
        Long removal = removed.get(article);
        if (removal != null && removal < asked) {
            violation(new Violation(
                    Kind.KILLED_SEEN,
                    where,
                    Version.articleId(article),
                    state + " at " + seen + " ms, " + (asked - removal) + " ms after its removal"));
        }
    }

    synchronized void violation(Violation violation) {
        violationCount++;
        if (violations.size() < MAX_VIOLATIONS) {
            violations.add(violation);
        }
    }

    synchronized List<Violation> violations() {
        return List.copyOf(violations);
    }

    synchronized long violationCount() {
        return violationCount;
    }

    synchronized List<Removal> removals() {
        return List.copyOf(removals);
    }
}
