package dev.dateline.enrich.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with one file, by line. */
final class Problems {
    /** More than anybody reads; what is left out is counted. */
    private static final int MOST_TOLD = 100;

    private record Problem(int line, String text) {}

    private final String file;
    private final List<Problem> all = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(int line, String text) {
        all.add(new Problem(line, text));
    }

    /** Runs a check of another package; what it refuses is a problem of the line. */
    void at(int line, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            add(line, e.getMessage());
        }
    }

    /**
     * Returns when there are none.
     *
     * @throws PackException with all of them, in the order of the file
     */
    void throwIfAny() {
        if (all.isEmpty()) {
            return;
        }
        List<String> lines = all.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .map(problem -> file + ":" + problem.line() + ": " + problem.text())
                .distinct()
                .limit(MOST_TOLD)
                .collect(Collectors.toCollection(ArrayList::new));
        if (all.size() > MOST_TOLD) {
            lines.add(file + ": and more: " + all.size() + " problems in all");
        }
        throw new PackException(lines);
    }
}
