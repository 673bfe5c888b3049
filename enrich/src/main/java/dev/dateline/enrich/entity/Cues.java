package dev.dateline.enrich.entity;

import dev.dateline.enrich.text.Phrases;
import dev.dateline.enrich.text.Resources;
import dev.dateline.enrich.text.Words;
import java.util.Arrays;
import java.util.Locale;

/** The {@link Cue}s of all words that have any, as bits, because every token of every article is asked. */
final class Cues {
    private static final String FILE = "/gazetteer/entity-words.tsv";

    private int[] byWord = new int[1 << 13];
    /** Numbers below this are of words that ship with the module; what packs add must not change what a strange word is. */
    private int shipped = Integer.MAX_VALUE;

    static Cues load(Words words) {
        Cues cues = new Cues();
        for (String[] row : Resources.rows(FILE, 2)) {
            Cue cue = cue(row[0]);
            for (String word : row[1].split("\\|")) {
                for (String part : Phrases.split(word.trim())) {
                    cues.add(words.add(part), cue);
                }
            }
        }
        return cues;
    }

    void add(int word, Cue cue) {
        if (word >= byWord.length) {
            byWord = Arrays.copyOf(byWord, Integer.highestOneBit(word) * 2);
        }
        byWord[word] |= cue.bit;
    }

    /** To be called when all shipped words have their numbers. */
    void endOfShipped(Words words) {
        shipped = words.count();
    }

    /** True for a word that no shipped rule knows: a name, most likely. */
    boolean isStrange(int word) {
        return word == Words.UNKNOWN || word >= shipped;
    }

    /** Bits of the cues of a word by its number. */
    int of(int word) {
        return word < byWord.length ? byWord[word] : 0;
    }

    private static Cue cue(String name) {
        try {
            return Cue.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalStateException(FILE + ": \"" + name + "\" is no kind of word", unknown);
        }
    }
}
