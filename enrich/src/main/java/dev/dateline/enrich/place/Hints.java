package dev.dateline.enrich.place;

import dev.dateline.enrich.text.Passage;
import dev.dateline.enrich.text.Resources;
import dev.dateline.enrich.text.Words;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Words that change how a name beside them is read: given names, titles, currency units, company designators. */
public final class Hints {
    /** Kinds of hint, as hints.tsv names them. */
    public enum Hint {
        WORD,
        GIVEN,
        TITLE,
        FIRST,
        UNIT,
        DESIGNATOR,
        JOINER,
        LOCATIVE;

        /** @throws IllegalArgumentException naming the kinds that there are */
        public static Hint of(String name) {
            try {
                return valueOf(name.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                throw new IllegalArgumentException("\"" + name + "\" is no kind of hint; there are "
                        + Arrays.stream(values())
                                .map(hint -> hint.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")));
            }
        }
    }

    /** A word with what it is. */
    public record HintWord(Hint hint, String word) {}

    private final Map<Hint, Long> marks = new EnumMap<>(Hint.class);

    private Hints(Words words) {
        for (Hint hint : Hint.values()) {
            marks.put(hint, words.newMark());
        }
    }

    /** The shipped words, and more. */
    public static Hints load(Words words, List<HintWord> more) {
        Hints hints = new Hints(words);
        for (String[] row : Resources.rows("/gazetteer/hints.tsv", 2)) {
            Hint hint = Hint.of(row[0]);
            for (String word : row[1].split("\\|")) {
                hints.add(words, new HintWord(hint, word.trim()));
            }
        }
        more.forEach(word -> hints.add(words, word));
        return hints;
    }

    private void add(Words words, HintWord word) {
        words.mark(words.add(word.word()), marks.get(word.hint()));
    }

    boolean is(Hint hint, Passage passage, int token) {
        return token >= 0 && token < passage.size() && passage.isMarked(token, marks.get(hint));
    }
}
