package dev.dateline.enrich.quote;

import dev.dateline.enrich.text.Passage;
import dev.dateline.enrich.text.Resources;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What words beside a quotation tell about who speaks, from gazetteer/speech-words.tsv; only looked up there. */
public final class SpeechWords {
    private static final String FILE = "/gazetteer/speech-words.tsv";
    private static final int LONGEST = 16;

    private final Map<String, Integer> everywhere = new HashMap<>();
    private final Map<String, Map<String, Integer>> byLanguage = new HashMap<>();

    enum Kind {
        VERB,
        TELLING,
        INVITES,
        LABEL,
        ACCORDING,
        HELPER,
        HE,
        SHE,
        OTHER,
        THE,
        PREPOSITION,
        AND;

        final int bit = 1 << ordinal();
    }

    public static SpeechWords load() {
        SpeechWords words = new SpeechWords();
        for (String[] row : Resources.rows(FILE, 2)) {
            Kind kind = kind(row[0]);
            for (String entry : row[1].split("\\|")) {
                words.add(entry.trim(), kind);
            }
        }
        return words;
    }

    /** Bits of the kinds of a token in an article of a language. */
    int of(Passage passage, int token, String language) {
        int start = passage.start(token);
        int end = passage.end(token);
        if (end - start > LONGEST) {
            return 0;
        }
        String word = passage.text.substring(start, end).toLowerCase(Locale.ROOT);
        return everywhere.getOrDefault(word, 0)
                | byLanguage.getOrDefault(language, Map.of()).getOrDefault(word, 0);
    }

    private void add(String entry, Kind kind) {
        boolean inOneLanguage = entry.length() > 3 && entry.charAt(2) == ':';
        String word = inOneLanguage ? entry.substring(3) : entry;
        if (word.isEmpty() || word.length() > LONGEST || !word.chars().allMatch(Character::isLetter)) {
            throw new IllegalStateException(
                    FILE + ": \"" + entry + "\" is no single word of at most " + LONGEST + " letters");
        }
        Map<String, Integer> words =
                inOneLanguage ? byLanguage.computeIfAbsent(entry.substring(0, 2), key -> new HashMap<>()) : everywhere;
        words.merge(word, kind.bit, (one, other) -> one | other);
    }

    private static Kind kind(String name) {
        try {
            return Kind.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalStateException(FILE + ": \"" + name + "\" is no kind of word", unknown);
        }
    }
}
