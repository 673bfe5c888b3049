package dev.dateline.enrich.evaluate;

import dev.dateline.enrich.taggers.Comparison;
import java.util.Arrays;
import java.util.List;

/** Adds up comparisons, one article at a time; what it holds grows with the codes, not with the articles. */
public final class Evaluation {
    private final List<AxisTally> tallies =
            Arrays.stream(Axis.values()).map(AxisTally::new).toList();
    private long articles;
    private long withoutText;

    /** Counts one article. One without text is left out: there is nothing that could be found. */
    public void add(Comparison comparison) {
        articles++;
        if (comparison.hasText()) {
            tallies.forEach(tally -> tally.add(comparison));
        } else {
            withoutText++;
        }
    }

    /** All articles seen. */
    public long articles() {
        return articles;
    }

    /** Those of them that were left out for want of text. */
    public long withoutText() {
        return withoutText;
    }

    /** The figures so far. */
    public List<AxisReport> report() {
        return tallies.stream().map(AxisTally::report).toList();
    }
}
