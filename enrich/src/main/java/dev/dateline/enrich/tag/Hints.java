package dev.dateline.enrich.tag;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Words that change how a name beside them is read: given names, titles, currency units, company designators. */
final class Hints {
    /** Kinds of hint, as hints.tsv names them. */
    enum Hint {
        WORD,
        GIVEN,
        TITLE,
        FIRST,
        UNIT,
        DESIGNATOR,
        JOINER
    }

    private final Map<Integer, Integer> bitsByWord = new HashMap<>();

    static Hints load(Words words) {
        Hints hints = new Hints();
        for (String[] row : Resources.rows("/gazetteer/hints.tsv", 2)) {
            int bit = 1 << Hint.valueOf(row[0].toUpperCase(Locale.ROOT)).ordinal();
            for (String word : row[1].split("\\|")) {
                hints.bitsByWord.merge(words.add(word.trim()), bit, (a, b) -> a | b);
            }
        }
        return hints;
    }

    boolean is(Hint hint, Passage passage, int token) {
        if (token < 0 || token >= passage.size()) {
            return false;
        }
        Integer bits = bitsByWord.get(passage.word(token));
        return bits != null && (bits & (1 << hint.ordinal())) != 0;
    }
}
