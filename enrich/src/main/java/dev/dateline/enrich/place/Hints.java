package dev.dateline.enrich.place;

import dev.dateline.enrich.text.Passage;
import dev.dateline.enrich.text.Resources;
import dev.dateline.enrich.text.Words;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

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
        JOINER,
        LOCATIVE
    }

    private final Map<Hint, Long> marks = new EnumMap<>(Hint.class);

    private Hints(Words words) {
        for (Hint hint : Hint.values()) {
            marks.put(hint, words.newMark());
        }
    }

    public static Hints load(Words words) {
        Hints hints = new Hints(words);
        for (String[] row : Resources.rows("/gazetteer/hints.tsv", 2)) {
            Hint hint = Hint.valueOf(row[0].toUpperCase(Locale.ROOT));
            for (String word : row[1].split("\\|")) {
                words.mark(words.add(word.trim()), hints.marks.get(hint));
            }
        }
        return hints;
    }

    boolean is(Hint hint, Passage passage, int token) {
        return token >= 0 && token < passage.size() && passage.isMarked(token, marks.get(hint));
    }
}
