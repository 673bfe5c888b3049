package dev.dateline.enrich.entity;

import dev.dateline.enrich.text.Folding;
import dev.dateline.enrich.text.Passage;
import dev.dateline.enrich.text.Zone;

/** A passage with what each of its tokens shows: its {@link Cue}s, its capital, and how it hangs together with the one before. */
public final class Signs {
    private static final int UPPER = 1 << 31;
    private static final int LONGEST_SECOND_HALF = 6;
    private static final int LONGEST_ABBREVIATION = 5;
    private static final int LONGEST_ELISION = 2;

    public final Passage passage;
    private final Cues cues;
    private final int[] bits;

    Signs(Passage passage, Cues cues) {
        this.passage = passage;
        this.cues = cues;
        int size = passage.size();
        bits = new int[size];
        String text = passage.text;
        for (int token = 0; token < size; token++) {
            char c = text.charAt(passage.start(token));
            boolean upper = c < 128 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
            bits[token] = cues.of(passage.word(token)) | (upper ? UPPER : 0);
        }
    }

    public int size() {
        return bits.length;
    }

    /** Bits of the cues of a token; none beyond the ends of the passage. */
    public int of(int token) {
        return token >= 0 && token < bits.length ? bits[token] & ~UPPER : 0;
    }

    public boolean has(Cue cue, int token) {
        return token >= 0 && token < bits.length && (bits[token] & cue.bit) != 0;
    }

    /** True for a token that begins with a capital letter; a figure is none. */
    public boolean isUpper(int token) {
        return bits[token] < 0;
    }

    /** True for one letter, or several with points: the "J." of "J. Smith", "E.F.". */
    boolean isInitial(int token) {
        if (!isUpper(token)) {
            return false;
        }
        int start = passage.start(token);
        int length = passage.end(token) - start;
        return length == 1 || (length > 2 && passage.text.charAt(start + 1) == '.');
    }

    /** True when nothing but a space, a hyphen, the apostrophe of O'Neill or an ampersand parts a token from the one before it. */
    public boolean joined(int token) {
        if (token <= 0 || token >= bits.length) {
            return false;
        }
        String text = passage.text;
        int from = passage.end(token - 1);
        int to = passage.start(token);
        if (to - from == 1) {
            char c = text.charAt(from);
            boolean apostrophe = c == '\'' || c == '’';
            return c == ' '
                    || c == '-'
                    || c == '\n'
                    || c == '&'
                    || (apostrophe && passage.end(token - 1) - passage.start(token - 1) <= LONGEST_ELISION);
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean abbreviates = c == '.' && isAbbreviation(token - 1);
            if (c != ' ' && c != '&' && c != '\n' && !abbreviates) {
                return false;
            }
        }
        return true;
    }

    /** A point ends the sentence after "bank." and not after "Mr.", "J." or "Corp.". */
    public boolean isAbbreviation(int token) {
        return isInitial(token)
                || ((bits[token] & (Cue.TITLE.bit | Cue.LEGAL.bit)) != 0
                        && passage.end(token) - passage.start(token) <= LONGEST_ABBREVIATION);
    }

    /** True for a word that no shipped rule knows. */
    boolean isStrange(int token) {
        return cues.isStrange(passage.word(token));
    }

    /** True for the "kuo" of "Ching-kuo" and not for the "based" of "Paris-based". */
    boolean isSecondHalf(int token) {
        return token > 0
                && token < bits.length
                && (bits[token] == 0 ? isStrange(token) : bits[token] == Cue.KNOWN.bit)
                && bits[token - 1] == UPPER
                && passage.hyphenBefore(token)
                && passage.end(token - 1) == passage.start(token) - 1
                && passage.end(token) - passage.start(token) <= LONGEST_SECOND_HALF
                && Character.isLowerCase(passage.text.charAt(passage.start(token)));
    }

    /** True at the beginning of a sentence, where a capital tells nothing. */
    boolean beginsSentence(int token) {
        return token == 0
                || passage.gapBefore(token) == Passage.BREAK
                || (passage.gapBefore(token) == Passage.SPACE
                        && passage.pointAfter(token - 1)
                        && !isAbbreviation(token - 1));
    }

    /** True when capitals tell nothing in all of the passage: all in capitals, or a headline with a capital on every word. */
    public boolean capitalsTellNothing(String language) {
        if (passage.shouting()) {
            return true;
        }
        if (passage.zone != Zone.HEADLINE || language.equals("de")) {
            return false;
        }
        int upper = 0;
        int words = 0;
        for (int token = 0; token < bits.length; token++) {
            boolean isWord = passage.end(token) - passage.start(token) > 3;
            words += isWord ? 1 : 0;
            upper += isWord && isUpper(token) ? 1 : 0;
        }
        return words >= 3 && upper * 10 >= words * 8;
    }

    /** The letters of a token as a number, without case, accents and points; equal for equal words, as good as never else. */
    public long key(int token) {
        return key(token, passage.end(token));
    }

    /** The same of the first letters of a token. */
    long key(int token, int end) {
        String text = passage.text;
        long key = 0;
        for (int i = passage.start(token); i < end; i++) {
            char c = text.charAt(i);
            if (c != '.') {
                key = key * 0x9E3779B97F4A7C15L + Folding.fold(c) + 1;
            }
        }
        return key;
    }
}
