package dev.dateline.bench.chaos;

import dev.dateline.bench.chaos.Violation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Compares what is there with what must be there. */
final class Verdict {
    private final Truth truth;
    private final long millis;

    /** @param millis time of the comparison, from the start of the run */
    Verdict(Truth truth, long millis) {
        this.truth = truth;
        this.millis = millis;
    }

    /** What is wrong where every article has its current state: the store, the enriched topic. */
    List<Violation> ofAll(String where, Map<Integer, State> found) {
        List<Violation> violations = new ArrayList<>();
        for (int article : new TreeSet<>(truth.articles())) {
            State wanted = truth.of(article, millis);
            State state = found.get(article);
            Kind kind = kindOf(wanted, state);
            if (kind != null) {
                violations.add(violation(kind, where, article, wanted, state));
            }
        }
        violations.addAll(madeUp(where, found));
        return violations;
    }

    /** What is wrong where only publishable articles have text, and withdrawn ones may have a marker without. */
    List<Violation> ofPublic(String where, Map<Integer, State> found) {
        List<Violation> violations = new ArrayList<>();
        for (int article : new TreeSet<>(truth.articles())) {
            State wanted = truth.of(article, millis);
            State state = found.get(article);
            Kind kind = wanted.publishable() ? kindOf(wanted, state) : kindOfHidden(wanted, state);
            if (kind != null) {
                violations.add(violation(kind, where, article, wanted, state));
            }
        }
        violations.addAll(madeUp(where, found));
        return violations;
    }

    private List<Violation> madeUp(String where, Map<Integer, State> found) {
        return found.entrySet().stream()
                .filter(entry -> !truth.knows(entry.getKey()))
                .map(entry -> violation(Kind.MADE_UP, where, entry.getKey(), null, entry.getValue()))
                .toList();
    }

    private static Kind kindOf(State wanted, State found) {
        if (found == null) {
            return Kind.LOST;
        }
        if (found.equals(wanted)) {
            return null;
        }
        if (wanted.isKilled() && found.hasText()) {
            return Kind.KILLED_TEXT;
        }
        return found.version() < wanted.version() && !wanted.isKilled() ? Kind.STALE : Kind.WRONG_STATE;
    }

    private static Kind kindOfHidden(State wanted, State found) {
        if (found == null || (!found.publishable() && !found.hasText())) {
            return null;
        }
        return wanted.isKilled() ? Kind.KILLED_TEXT : Kind.WRONG_STATE;
    }

    private static Violation violation(Kind kind, String where, int article, State wanted, State found) {
        return new Violation(kind, where, Version.articleId(article), "wanted " + wanted + ", found " + found);
    }
}
