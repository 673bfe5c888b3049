package dev.dateline.ingest.dialect;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Expressions for the names by which a sender calls itself. Every document is asked for every dialect; the first
 * character of a name tells nearly all of them apart.
 */
public final class Senders {
    private static final int ASCII = 0x80;

    private final List<Pattern> patterns;
    private final BitSet beginnings = new BitSet(ASCII);

    /** @param patterns each for a whole name, or for the whole guid of a document */
    public Senders(List<Pattern> patterns) {
        this.patterns = List.copyOf(patterns);
        for (char c = 0; c < ASCII; c++) {
            for (Pattern pattern : patterns) {
                Matcher beginning = pattern.matcher(String.valueOf(c));
                // the end was hit: with more characters it might match
                if (beginning.matches() || beginning.hitEnd()) {
                    beginnings.set(c);
                }
            }
        }
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** Whether one of the expressions matches one of the names. */
    boolean know(List<String> names) {
        for (String name : names) {
            if (mayKnow(name)) {
                for (Pattern pattern : patterns) {
                    if (pattern.matcher(name).matches()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean mayKnow(String name) {
        return name.isEmpty() || name.charAt(0) >= ASCII || beginnings.get(name.charAt(0));
    }
}
