package dev.dateline.enrich.tag;

/** How capitals, hyphens and points make names out of tokens. */
final class Capitals {
    private static final int LONGEST_SECOND_HALF = 6;

    private Capitals() {}

    /** True for a token that begins with a capital letter; a figure is none. */
    static boolean isUpper(Passage passage, int token) {
        char c = passage.text.charAt(passage.start(token));
        return c < 128 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
    }

    /** True for one letter, or several with points: the "J." of "J. Smith", "E.F.". */
    static boolean isInitial(Passage passage, int token) {
        int start = passage.start(token);
        int length = passage.end(token) - start;
        return isUpper(passage, token) && (length == 1 || (length > 2 && passage.text.charAt(start + 1) == '.'));
    }

    /** True when nothing but a space, a hyphen, the apostrophe of O'Neill or an ampersand parts a token from the one before it. */
    static boolean joined(Passage passage, int token, Cues cues) {
        if (token <= 0 || token >= passage.size()) {
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
                    || (apostrophe && passage.end(token - 1) - passage.start(token - 1) <= 2);
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean abbreviates = c == '.' && isAbbreviation(passage, token - 1, cues);
            if (c != ' ' && c != '&' && c != '\n' && !abbreviates) {
                return false;
            }
        }
        return true;
    }

    /** A point ends the sentence after "bank." and not after "Mr.", "J." or "Corp.". */
    private static boolean isAbbreviation(Passage passage, int token, Cues cues) {
        int mask = Cue.TITLE.bit | Cue.LEGAL.bit;
        return isInitial(passage, token)
                || ((cues.of(passage, token) & mask) != 0 && passage.end(token) - passage.start(token) <= 5);
    }

    /** True for the "kuo" of "Ching-kuo" and not for the "based" of "Paris-based". */
    static boolean isSecondHalf(Passage passage, int token, Cues cues) {
        return token > 0
                && token < passage.size()
                && passage.hyphenBefore(token)
                && passage.end(token - 1) == passage.start(token) - 1
                && passage.end(token) - passage.start(token) <= LONGEST_SECOND_HALF
                && Character.isLowerCase(passage.text.charAt(passage.start(token)))
                && passage.word(token) == Words.UNKNOWN
                && isUpper(passage, token - 1)
                && cues.of(passage, token - 1) == 0;
    }

    /** True at the beginning of a sentence, where a capital tells nothing. */
    static boolean beginsSentence(Passage passage, int token, Cues cues) {
        return token == 0
                || passage.gapBefore(token) == Passage.BREAK
                || (passage.gapBefore(token) == Passage.SPACE
                        && passage.pointAfter(token - 1)
                        && !isAbbreviation(passage, token - 1, cues));
    }

    /** True when capitals tell nothing in all of the passage: all in capitals, or a headline with a capital on every word. */
    static boolean tellNothing(Passage passage, String language) {
        if (passage.shouting()) {
            return true;
        }
        if (passage.zone != Zone.HEADLINE || language.equals("de")) {
            return false;
        }
        int upper = 0;
        int words = 0;
        for (int token = 0; token < passage.size(); token++) {
            boolean isWord = passage.end(token) - passage.start(token) > 3;
            words += isWord ? 1 : 0;
            upper += isWord && isUpper(passage, token) ? 1 : 0;
        }
        return words >= 3 && upper * 10 >= words * 8;
    }

    /** The letters of a token as a number, without case, accents and points; equal for equal words, as good as never else. */
    static long key(Passage passage, int token) {
        return key(passage, token, passage.end(token));
    }

    /** The same of the first letters of a token. */
    static long key(Passage passage, int token, int end) {
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
