package dev.dateline.enrich.entity;

import dev.dateline.enrich.text.Passage;

/** What in a name, or right after it, only people have. */
final class PersonShape {
    private static final int PLAIN =
            Cue.GIVEN.bit | Cue.GIVEN_WORD.bit | Cue.PARTICLE.bit | Cue.STRONG_PARTICLE.bit | Cue.KNOWN.bit;

    private PersonShape() {}

    /** ", 45," or "(45)". */
    static boolean isAge(Signs signs, int token) {
        if (token >= signs.size() || signs.passage.end(token) - signs.passage.start(token) != 2) {
            return false;
        }
        int start = signs.passage.start(token);
        char first = signs.passage.text.charAt(start);
        char second = signs.passage.text.charAt(start + 1);
        if (first < '1' || first > '9' || second < '0' || second > '9') {
            return false;
        }
        boolean inBrackets = signs.passage.text.charAt(start - 1) == '('
                && signs.passage.end(token) < signs.passage.text.length()
                && signs.passage.text.charAt(signs.passage.end(token)) == ')';
        boolean inCommas =
                signs.passage.gapBefore(token) == Passage.COMMA && signs.passage.gapBefore(token + 1) != Passage.SPACE;
        return inBrackets
                || (inCommas
                        && signs.passage.end(token) < signs.passage.text.length()
                        && ",.;".indexOf(signs.passage.text.charAt(signs.passage.end(token))) >= 0);
    }

    /** True when no word of a name is known for anything but being a given name. */
    static boolean isPlain(Signs signs, int first, int last) {
        for (int token = first; token <= last; token++) {
            boolean figures = Character.isDigit(signs.passage.text.charAt(signs.passage.start(token)));
            boolean acronym = signs.passage.allCapitals(token) && !signs.isInitial(token);
            if ((signs.of(token) & ~PLAIN) != 0 || figures || acronym) {
                return false;
            }
        }
        return true;
    }

    /** "J. Terence Murray", "Mohammed bin Salman", "Wu Ching-kuo". */
    static boolean hasPersonalParts(Signs signs, int first, int last) {
        if (!isPlain(signs, first, last)) {
            return false;
        }
        for (int token = first; token <= last; token++) {
            boolean inside = token > first && token < last;
            if (inside && signs.has(Cue.STRONG_PARTICLE, token)) {
                return true;
            }
            boolean initial = token < last && signs.isInitial(token) && !signs.passage.hyphenBefore(token);
            if (initial && !signs.passage.hyphenBefore(token + 1) && !signs.passage.allCapitals(last)) {
                return true;
            }
            if (token > first && signs.isSecondHalf(token) && token - first >= 2) {
                return true;
            }
        }
        return false;
    }
}
