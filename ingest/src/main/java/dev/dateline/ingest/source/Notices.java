package dev.dateline.ingest.source;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.slf4j.Logger;

/** Lasting troubles in the log: one line when a trouble begins or changes, one when it is over, none in between. */
final class Notices {
    private final Logger log;
    private Map<Path, String> known = Map.of();

    Notices(Logger log) {
        this.log = log;
    }

    /** Takes note of all troubles there are now, by the path they are about. */
    void report(Map<Path, String> troubles) {
        troubles.forEach((path, trouble) -> {
            if (!Objects.equals(known.get(path), trouble)) {
                log.warn("{}: {}", printable(path), trouble);
            }
        });
        known.keySet().stream()
                .filter(path -> !troubles.containsKey(path))
                .forEach(path -> log.info("{}: no longer in trouble", printable(path)));
        known = new TreeMap<>(troubles);
    }

    /** A path on one line: whoever names files must not write lines of the log. */
    static String printable(Path path) {
        return path.toString().replaceAll("\\p{Cntrl}", "?");
    }
}
