package dev.dateline.enrich.tag;

/** Where the name of an organisation ends: with its form (Corp, GmbH), with what it is (Bank, Ministry), or after an "of". */
final class OrganisationNames {
    private static final int LONGEST_ACRONYM = 7;
    private static final int MOST_TAIL = 4;

    private final Cues cues;

    OrganisationNames(Cues cues) {
        this.cues = cues;
    }

    /**
     * One past the last token of the name that begins at a token; the token itself when there is none.
     *
     * @param end one past the last token that may belong to it
     */
    int end(Passage passage, int from, int end) {
        int found = from;
        int token = from;
        while (token < end) {
            int bits = cues.of(passage, token);
            if (!Capitals.isUpper(passage, token)) {
                if ((bits & Cue.AND.bit) == 0 || !goesOnAfterAnd(passage, token, end)) {
                    return found;
                }
                token++;
                continue;
            }
            boolean isBody = (bits & (Cue.BODY.bit | Cue.LEGAL.bit)) != 0;
            if (token > from && !isBody && (bits & (Cue.STOP.bit | Cue.TITLE.bit | Cue.ROLE.bit)) != 0) {
                return found;
            }
            if (token > from && isBody) {
                found = token + 1;
            }
            int after = (bits & Cue.OPEN_BODY.bit) == 0 ? token : afterOf(passage, token, end);
            if (after > token) {
                found = after;
                token = after;
            } else {
                token++;
            }
        }
        return found;
    }

    /** "Oil and Gas", "Securities & Exchange", "Goldman and Co". */
    private boolean goesOnAfterAnd(Passage passage, int and, int end) {
        return and + 1 < end
                && (cues.has(Cue.FIELD, passage, and - 1) || cues.has(Cue.LEGAL, passage, and + 1))
                && Capitals.isUpper(passage, and + 1);
    }

    /** One past "of England", "for the Blind", "of Trade and Industry" behind a token; the token when nothing of the kind follows. */
    private int afterOf(Passage passage, int body, int end) {
        int token = body + 1;
        if (!cues.has(Cue.OF, passage, token) || token >= end || Capitals.isUpper(passage, token)) {
            return body;
        }
        while (token < end && !Capitals.isUpper(passage, token) && token - body <= 2) {
            token++;
        }
        int tail = 0;
        while (token < end && tail < MOST_TAIL) {
            int bits = cues.of(passage, token);
            boolean and = (bits & Cue.AND.bit) != 0 && goesOnAfterAnd(passage, token, end);
            boolean name = Capitals.isUpper(passage, token)
                    && (bits & (Cue.STOP.bit | Cue.TITLE.bit | Cue.ROLE.bit | Cue.GIVEN.bit)) == 0;
            if (!and && !name) {
                break;
            }
            tail += name ? 1 : 0;
            token++;
        }
        return tail == 0 ? body : token;
    }

    /** "(IAEA)" after a name: the token of the acronym, or -1. */
    int acronym(Passage passage, int after) {
        if (after >= passage.size()) {
            return -1;
        }
        int start = passage.start(after);
        int end = passage.end(after);
        boolean inBrackets = start > 0
                && passage.text.charAt(start - 1) == '('
                && end < passage.text.length()
                && passage.text.charAt(end) == ')'
                && start - passage.end(after - 1) <= 2;
        return inBrackets && end - start <= LONGEST_ACRONYM && passage.allCapitals(after) && isLetters(passage, after)
                ? after
                : -1;
    }

    /** True when an acronym has the initials of the capitalised words of a name. */
    boolean hasInitials(Passage passage, int first, int last, int acronym) {
        int letter = passage.start(acronym);
        for (int token = first; token <= last; token++) {
            if (Capitals.isUpper(passage, token)) {
                char initial = passage.text.charAt(passage.start(token));
                if (letter == passage.end(acronym) || passage.text.charAt(letter) != initial) {
                    return false;
                }
                letter++;
            }
        }
        return letter == passage.end(acronym) && last > first;
    }

    /** True when a ticker symbol follows: "<AAPL.O>", "(AAPL.O)". */
    boolean isListed(Passage passage, int after) {
        if (after >= passage.size()) {
            return false;
        }
        int start = passage.start(after);
        if (start - passage.end(after - 1) > 2 || !passage.allCapitals(after)) {
            return false;
        }
        if (passage.ticker(after)) {
            return true;
        }
        int end = passage.end(after);
        int suffix = after + 1;
        return passage.text.charAt(start - 1) == '('
                && suffix < passage.size()
                && passage.text.charAt(end) == '.'
                && passage.start(suffix) == end + 1
                && passage.end(suffix) < passage.text.length()
                && passage.text.charAt(passage.end(suffix)) == ')';
    }

    private static boolean isLetters(Passage passage, int token) {
        for (int i = passage.start(token); i < passage.end(token); i++) {
            if (!Character.isLetter(passage.text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
