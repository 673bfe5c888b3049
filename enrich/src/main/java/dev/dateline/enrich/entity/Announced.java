package dev.dateline.enrich.entity;

/** What words such as "Finance Minister", "Mr" or "spokesman" announce: the later, the surer a name follows. */
enum Announced {
    NOTHING,
    ROLE,
    TITLE,
    ADDRESS;

    /** One past the last word of an office or form of address; the token itself when none is named. */
    static int end(Signs signs, int token, int end, boolean french) {
        int after = token;
        for (int next = token; next < end; next++) {
            int bits = signs.of(next);
            if ((bits & (Cue.TITLE.bit | Cue.ROLE.bit)) != 0 || (french && isMonsieur(signs, next))) {
                after = next + 1;
            } else if ((bits & Cue.QUALIFIER.bit) == 0) {
                break;
            }
        }
        return after;
    }

    /** The most that words of an office announce. */
    static Announced by(Signs signs, int from, int end) {
        Announced most = NOTHING;
        for (int token = from; token < end; token++) {
            Announced here = by(signs.of(token), isMonsieur(signs, token));
            most = here.compareTo(most) > 0 ? here : most;
        }
        return most;
    }

    private static Announced by(int bits, boolean isMonsieur) {
        if (isMonsieur || (bits & Cue.ADDRESS.bit) != 0) {
            return ADDRESS;
        }
        if ((bits & Cue.TITLE.bit) != 0) {
            return TITLE;
        }
        return (bits & Cue.ROLE.bit) != 0 ? ROLE : NOTHING;
    }

    /** "M. Dupont". */
    private static boolean isMonsieur(Signs signs, int token) {
        return signs.isInitial(token)
                && signs.passage.text.charAt(signs.passage.start(token)) == 'M'
                && signs.passage.pointAfter(token);
    }
}
