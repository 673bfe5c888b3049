package dev.dateline.bench.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.bench.chaos.Sightings.Removal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The result of a run.
 *
 * @param options as it was called, the seed included
 * @param figures counts and times in the order in which they are shown
 * @param faults what was broken
 * @param violations what was found; the first thousand of each kind of finding
 */
record Report(Options options, Map<String, Object> figures, List<Fault> faults, List<Violation> violations) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 20;

    boolean clean() {
        return violations.isEmpty();
    }

    /** "p50 / p99 of n", in milliseconds. */
    static String percentiles(List<Removal> removals) {
        if (removals.isEmpty()) {
            return "none";
        }
        List<Long> sorted = removals.stream()
                .map(Removal::lasted)
                .sorted(Comparator.naturalOrder())
                .toList();
        return String.format(
                Locale.ROOT,
                "p50 %,d ms, p99 %,d ms, longest %,d ms, of %,d",
                at(sorted, 0.5),
                at(sorted, 0.99),
                sorted.get(sorted.size() - 1),
                sorted.size());
    }

    /** The least value that is no less than a share of all. */
    static long at(List<Long> sorted, double share) {
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        figures.forEach((name, value) -> text.append(String.format(Locale.ROOT, "%-34s %s%n", name, value)));
        text.append(String.format(Locale.ROOT, "%-34s %s%n", "faults", counts(faults)));
        Map<Violation.Kind, Long> kinds = violations.stream()
                .collect(Collectors.groupingBy(Violation::kind, TreeMap::new, Collectors.counting()));
        text.append(String.format(Locale.ROOT, "%-34s %s%n", "violations", kinds.isEmpty() ? "none" : kinds));
        violations.stream()
                .limit(SHOWN)
                .forEach(violation -> text.append("  ").append(violation).append('\n'));
        if (violations.size() > SHOWN) {
            text.append("  and ").append(violations.size() - SHOWN).append(" more\n");
        }
        return text.toString();
    }

    private static Map<String, Long> counts(List<Fault> faults) {
        return faults.stream()
                .collect(Collectors.groupingBy(
                        fault -> fault.kind() + " " + fault.target(), TreeMap::new, Collectors.counting()));
    }

    String json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("seed", options.seed()).put("minutes", options.minutes()).put("rate", options.rate());
        ObjectNode all = root.putObject("figures");
        figures.forEach((name, value) -> all.putPOJO(name, value));
        ArrayNode broken = root.putArray("faults");
        faults.forEach(fault -> broken.addObject()
                .put("atMillis", fault.atMillis())
                .put("lastingMillis", fault.lastingMillis())
                .put("kind", fault.kind().name())
                .put("target", fault.target()));
        ArrayNode wrong = root.putArray("violations");
        violations.forEach(violation -> wrong.addObject()
                .put("kind", violation.kind().name())
                .put("where", violation.where())
                .put("article", violation.article())
                .put("detail", violation.detail()));
        return root.toPrettyString();
    }
}
