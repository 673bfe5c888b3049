package dev.dateline.enrich.entity;

/** Where the name of a person ends. */
final class PersonNames {
    private static final int MOST_WORDS = 4;
    private static final int MOST_SURNAMES = 2;
    private static final int MOST_PARTICLES = 3;
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
     * @param oneSurname true where nouns have capitals too, as in German, so that a name ends with its first surname
     */
    static int end(Signs signs, int from, int end, boolean oneSurname) {
        int token = from;
        int words = 0;
        int surnames = 0;
        while (token < end && words < MOST_WORDS && surnames < MOST_SURNAMES) {
            int name = afterParticles(signs, token, end, oneSurname);
            boolean mayFollow = name >= 0
                    && (surnames == 0 || (!beginsNext(signs, name, end) && (!oneSurname || isOdd(signs, name, words))));
            if (!mayFollow || isNoName(signs, name, end, words, surnames)) {
                break;
            }
            surnames += isGiven(signs, name) ? 0 : 1;
            token = name + 1;
            words++;
            while (token < end && signs.isSecondHalf(token)) {
                token++;
            }
        }
        return isCompound(signs, from, token) ? from : token;
    }

    private static boolean isGiven(Signs signs, int token) {
        return (signs.of(token) & (Cue.GIVEN.bit | Cue.GIVEN_WORD.bit)) != 0 || signs.isInitial(token);
    }

    private static boolean isNoName(Signs signs, int token, int end, int words, int surnames) {
        if (isGiven(signs, token)) {
            return false;
        }
        int bits = signs.of(token);
        boolean goesOn = token + 1 < end && signs.isUpper(token + 1);
        // "Stephen King" ends with a title, "Stephen King Hospital" is no person
        return (bits & Cue.STOP.bit) != 0 || ((bits & NO_SURNAME) != 0 && (surnames > 0 || words == 0 || goesOn));
    }

    /** "Katherine Smith Larry Cox": after a surname the next given name belongs to somebody else. */
    private static boolean beginsNext(Signs signs, int token, int end) {
        return signs.has(Cue.GIVEN, token) && token + 1 < end && signs.isUpper(token + 1) && signs.joined(token + 1);
    }

    /** "Admiral Thad Allen", where "Thad" is no known given name and what follows no noun. */
    private static boolean isOdd(Signs signs, int token, int words) {
        return words == 1 && (signs.has(Cue.GIVEN, token) || signs.isStrange(token));
    }

    /** "Karl-Marx-Stadt", "Paul-Pietsch": nothing but hyphens between the words. */
    private static boolean isCompound(Signs signs, int from, int end) {
        if (end < signs.size() && signs.passage.hyphenBefore(end) && signs.isUpper(end)) {
            return true;
        }
        for (int token = from + 1; token < end; token++) {
            if (!signs.passage.hyphenBefore(token)) {
                return false;
            }
        }
        return end - from > 1;
    }

    /** The "Leyen" of "von der Leyen"; the token itself when it is no particle, -1 when no name follows. */
    private static int afterParticles(Signs signs, int token, int end, boolean german) {
        int name = token;
        while (name < end && signs.has(Cue.PARTICLE, name) && name - token < MOST_PARTICLES) {
            // German articles look like particles and are none at the front: "besiegte Bradley den Bann"
            if (german && name == token && signs.has(Cue.STOP, name) && !signs.has(Cue.STRONG_PARTICLE, name)) {
                return -1;
            }
            name++;
        }
        return name < end && signs.isUpper(name) ? name : -1;
    }
}
