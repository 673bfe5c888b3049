package dev.dateline.enrich.place;

import dev.dateline.enrich.text.Passage;
import dev.dateline.enrich.text.Resources;
import dev.dateline.enrich.text.Words;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words that change how a name beside them is read: given names, titles, currency units, company designators. */
public final class Hints {
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

    private final Map<Integer, Set<Hint>> hintsByWord = new HashMap<>();

    public static Hints load(Words words) {
        Hints hints = new Hints();
        for (String[] row : Resources.rows("/gazetteer/hints.tsv", 2)) {
            Hint hint = Hint.valueOf(row[0].toUpperCase(Locale.ROOT));
            for (String word : row[1].split("\\|")) {
                hints.hintsByWord
                        .computeIfAbsent(words.add(word.trim()), key -> EnumSet.noneOf(Hint.class))
                        .add(hint);
            }
        }
        return hints;
    }

    boolean is(Hint hint, Passage passage, int token) {
        if (token < 0 || token >= passage.size()) {
            return false;
        }
        int word = passage.word(token);
        return word != Words.UNKNOWN && hintsByWord.getOrDefault(word, Set.of()).contains(hint);
    }
}
