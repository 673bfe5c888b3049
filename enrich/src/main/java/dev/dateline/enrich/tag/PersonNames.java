package dev.dateline.enrich.tag;

/** Where the name of a person ends. */
final class PersonNames {
    private static final int MOST_WORDS = 4;
    private static final int NO_SURNAME = Cue.SPEECH.bit
            | Cue.COMMON.bit
            | Cue.TITLE.bit
            | Cue.ROLE.bit
            | Cue.BODY.bit
            | Cue.LEGAL.bit
            | Cue.QUALIFIER.bit
            | Cue.FIELD.bit
            | Cue.KNOWN.bit;


    private PersonNames() {}

    /**
     * One past the last token of the name that begins at a token; the token itself when there is none.
     *
     * @param end one past the last token that may belong to it
     * @param oneSurname true where nouns have capitals too, so that a name ends with its first surname
     */
    static int end(Signs signs, int from, int end, boolean oneSurname) {
        int token = from;
        int words = 0;
        int surnames = 0;
        while (token < end && words < MOST_WORDS && !(oneSurname && surnames > 0)) {
            int name = afterParticles(signs, token, end);
            if (name < 0) {
                break;
            }
            int bits = signs.of(name);
            boolean isGiven = (bits & (Cue.GIVEN.bit | Cue.GIVEN_WORD.bit)) != 0 || signs.isInitial(name);
            if ((bits & Cue.STOP.bit) != 0 && !isGiven) {
                break;
            }
            if ((bits & NO_SURNAME) != 0 && !isGiven && (surnames > 0 || words == 0 || goesOn(signs, name, end))) {
                break;
            }
            surnames += isGiven ? 0 : 1;
            token = name + 1;
            words++;
            while (token < end && signs.isSecondHalf(token)) {
                token++;
            }
        }
        return token;
    }

    /** The "Leyen" of "von der Leyen"; the token itself when it is no particle, -1 when no name follows. */
    private static int afterParticles(Signs signs, int token, int end) {
        int name = token;
        while (name < end && signs.has(Cue.PARTICLE, name) && name - token < 3) {
            name++;
        }
        return name < end && signs.isUpper(name) ? name : -1;
    }

    /** "Stephen King" ends with its title, "Paul Volcker Chairman of" does not come so far. */
    private static boolean goesOn(Signs signs, int token, int end) {
        return token + 1 < end && signs.isUpper(token + 1);
    }
}
