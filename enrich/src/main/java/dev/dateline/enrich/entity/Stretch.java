package dev.dateline.enrich.entity;

/** How far words with capitals reach that may be one name or several. */
final class Stretch {
    private static final int SMALL = Cue.PARTICLE.bit | Cue.OF.bit | Cue.AND.bit | Cue.STOP.bit;
    private static final int MOST_SMALL = 2;

    private Stretch() {}

    /** One past the last token of capitalised words from here on, with small words between them. */
    static int end(Signs signs, int from) {
        int end = from + 1;
        while (true) {
            int next = end;
            while (next - end < MOST_SMALL && isSmall(signs, next)) {
                next++;
            }
            if (next < signs.size() && signs.isUpper(next) && signs.joined(next)) {
                end = next + 1;
            } else if (signs.isSecondHalf(end)) {
                end++;
            } else {
                return end;
            }
        }
    }

    /** Cues of all words from one token to another. */
    static int bits(Signs signs, int from, int end) {
        int bits = 0;
        for (int token = from; token < end; token++) {
            bits |= signs.of(token);
        }
        return bits;
    }

    /** One past the form of a firm that belongs to its name: "Siemens AG". */
    static int afterForm(Signs signs, int token, int end) {
        int after = token;
        while (after < end && signs.has(Cue.LEGAL, after) && signs.isUpper(after)) {
            after++;
        }
        return after;
    }

    private static boolean isSmall(Signs signs, int token) {
        return (signs.of(token) & SMALL) != 0 && !signs.isUpper(token) && signs.joined(token);
    }
}
