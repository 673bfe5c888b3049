package dev.dateline.enrich.evaluate;

import dev.dateline.enrich.taggers.Comparison;
import dev.dateline.model.Tag;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what was wanted, got and confused on one axis. */
final class AxisTally {
    private static final class Counts {
        String name;
        long wanted;
        long got;
        long right;
    }

    /** A mistake; null stands for no code. */
    private record Mistake(String wanted, String got) {}

    private final Axis axis;
    private final Map<String, Counts> byCode = new TreeMap<>();
    private final Map<Mistake, Long> mistakes = new HashMap<>();
    private long counted;
    private long notCounted;
    private long askedForBest;
    private long bestRight;

    AxisTally(Axis axis) {
        this.axis = axis;
    }

    void add(Comparison comparison) {
        Set<String> wanted = codes(comparison.wanted());
        if (wanted.isEmpty()) {
            notCounted++;
            return;
        }
        counted++;
        Set<String> got = codes(comparison.got());
        for (String code : wanted) {
            byCode.get(code).wanted++;
            byCode.get(code).right += got.contains(code) ? 1 : 0;
        }
        got.forEach(code -> byCode.get(code).got++);
        addMistakes(wanted, got);
        if (axis.asksForBest(wanted.size())) {
            askedForBest++;
            String best = best(comparison.found().tags());
            bestRight += best != null && wanted.contains(best) ? 1 : 0;
        }
    }

    AxisReport report() {
        List<CodeScore> codes = byCode.entrySet().stream()
                .map(entry -> score(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(CodeScore::wanted)
                        .thenComparingLong(CodeScore::got)
                        .reversed()
                        .thenComparing(CodeScore::code))
                .toList();
        Comparator<String> byName = Comparator.nullsLast(Comparator.naturalOrder());
        List<Confusion> confusions = mistakes.entrySet().stream()
                .map(entry ->
                        new Confusion(entry.getKey().wanted(), entry.getKey().got(), entry.getValue()))
                .sorted(Comparator.comparingLong(Confusion::count)
                        .reversed()
                        .thenComparing(Confusion::wanted, byName)
                        .thenComparing(Confusion::got, byName))
                .limit(AxisReport.MOST_CONFUSIONS)
                .toList();
        Share best = axis.hasBest() ? new Share(bestRight, askedForBest) : null;
        return new AxisReport(axis, counted, notCounted, best, codes, confusions);
    }

    private static CodeScore score(String code, Counts counts) {
        return new CodeScore(code, counts.name, counts.wanted, counts.got, counts.right);
    }

    /** Codes of the axis, with their names noted. */
    private Set<String> codes(List<Tag> tags) {
        Set<String> codes = new TreeSet<>();
        for (Tag tag : tags) {
            axis.code(tag).ifPresent(code -> {
                codes.add(code);
                Counts counts = byCode.computeIfAbsent(code, key -> new Counts());
                counts.name = counts.name == null ? tag.getName() : counts.name;
            });
        }
        return codes;
    }

    /** Each code that is missing is confused with each that is too many, and with none when there is none. */
    private void addMistakes(Set<String> wanted, Set<String> got) {
        Set<String> missing = without(wanted, got);
        Set<String> extra = without(got, wanted);
        for (String missed : missing) {
            if (extra.isEmpty()) {
                mistakes.merge(new Mistake(missed, null), 1L, Long::sum);
            }
            extra.forEach(code -> mistakes.merge(new Mistake(missed, code), 1L, Long::sum));
        }
        if (missing.isEmpty()) {
            extra.forEach(code -> mistakes.merge(new Mistake(null, code), 1L, Long::sum));
        }
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    /** The one code with the highest score, null when two share it. Tags stand by falling score within a scheme. */
    private String best(List<Tag> found) {
        List<Tag> ours = found.stream()
                .filter(tag -> axis.code(tag).isPresent())
                .limit(2)
                .toList();
        if (ours.isEmpty()
                || (ours.size() == 2 && ours.get(0).getScore() == ours.get(1).getScore())) {
            return null;
        }
        return axis.code(ours.get(0)).orElseThrow();
    }
}
