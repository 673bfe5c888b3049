package dev.dateline.enrich.entity;

/** Where the name of an organisation ends: with its form (Corp, GmbH), with what it is (Bank, Ministry), or after an "of". */
final class OrganisationNames {
    private static final int LONGEST_ACRONYM = 7;
    private static final int MOST_NAMES = 2;
    private static final int MOST_TAIL = 4;

    private OrganisationNames() {}

    /**
     * One past the last token of the name that begins at a token; the token itself when there is none.
     *
     * @param end one past the last token that may belong to it
     */
    static int end(Signs signs, int from, int end) {
        int found = from;
        int token = from;
        while (token < end) {
            int bits = signs.of(token);
            if (!signs.isUpper(token)) {
                if ((bits & Cue.AND.bit) == 0 || !goesOnAfterAnd(signs, token, end)) {
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
            int after = (bits & Cue.OPEN_BODY.bit) == 0 ? token : afterOf(signs, token, end);
            if (token == from && after == token && (bits & Cue.HEAD.bit) != 0) {
                after = afterNames(signs, token, end);
            }
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
    private static boolean goesOnAfterAnd(Signs signs, int and, int end) {
        return and + 1 < end
                && (signs.has(Cue.FIELD, and - 1) || signs.has(Cue.LEGAL, and + 1))
                && signs.isUpper(and + 1);
    }

    /** One past "Paribas" behind a token; the token when nothing of the kind follows. */
    private static int afterNames(Signs signs, int head, int end) {
        int token = head + 1;
        while (token < end
                && signs.isUpper(token)
                && token - head <= MOST_NAMES
                && (signs.of(token) & (Cue.STOP.bit | Cue.TITLE.bit | Cue.ROLE.bit)) == 0) {
            token++;
        }
        return token == head + 1 ? head : token;
    }

    /** One past "of England", "for the Blind", "of Trade and Industry" behind a token; the token when nothing of the kind follows. */
    private static int afterOf(Signs signs, int body, int end) {
        int token = body + 1;
        if (!signs.has(Cue.OF, token) || token >= end || signs.isUpper(token)) {
            return body;
        }
        while (token < end && !signs.isUpper(token) && token - body <= 2) {
            token++;
        }
        int tail = 0;
        while (token < end && tail < MOST_TAIL) {
            int bits = signs.of(token);
            boolean and = (bits & Cue.AND.bit) != 0 && goesOnAfterAnd(signs, token, end);
            boolean name =
                    signs.isUpper(token) && (bits & (Cue.STOP.bit | Cue.TITLE.bit | Cue.ROLE.bit | Cue.GIVEN.bit)) == 0;
            if (!and && !name) {
                break;
            }
            tail += name ? 1 : 0;
            token++;
        }
        return tail == 0 ? body : token;
    }

    /** True for "Sachs and Co", before which the other partners stand. */
    static boolean isPartnership(Signs signs, int from, int end) {
        return end - from == 3 && signs.has(Cue.AND, from + 1) && signs.has(Cue.LEGAL, from + 2);
    }

    /** "(IAEA)" after a name: the token of the acronym, or -1. */
    static int acronym(Signs signs, int after) {
        if (after >= signs.size()) {
            return -1;
        }
        int start = signs.passage.start(after);
        int end = signs.passage.end(after);
        boolean inBrackets = start > 0
                && signs.passage.text.charAt(start - 1) == '('
                && end < signs.passage.text.length()
                && signs.passage.text.charAt(end) == ')'
                && start - signs.passage.end(after - 1) <= 2;
        return inBrackets
                        && end - start <= LONGEST_ACRONYM
                        && signs.passage.allCapitals(after)
                        && isLetters(signs, after)
                ? after
                : -1;
    }

    /** True when an acronym has the initials of the capitalised words of a name. */
    static boolean hasInitials(Signs signs, int first, int last, int acronym) {
        int letter = signs.passage.start(acronym);
        for (int token = first; token <= last; token++) {
            if (signs.isUpper(token)) {
                char initial = signs.passage.text.charAt(signs.passage.start(token));
                if (letter == signs.passage.end(acronym) || signs.passage.text.charAt(letter) != initial) {
                    return false;
                }
                letter++;
            }
        }
        return letter == signs.passage.end(acronym) && last > first;
    }

    /** True when a ticker symbol follows: "<AAPL.O>", "(AAPL.O)". */
    static boolean isListed(Signs signs, int after) {
        if (after >= signs.size()) {
            return false;
        }
        int start = signs.passage.start(after);
        if (start - signs.passage.end(after - 1) > 2 || !signs.passage.allCapitals(after)) {
            return false;
        }
        if (signs.passage.ticker(after)) {
            return true;
        }
        int end = signs.passage.end(after);
        int suffix = after + 1;
        return signs.passage.text.charAt(start - 1) == '('
                && suffix < signs.size()
                && signs.passage.text.charAt(end) == '.'
                && signs.passage.start(suffix) == end + 1
                && signs.passage.end(suffix) < signs.passage.text.length()
                && signs.passage.text.charAt(signs.passage.end(suffix)) == ')';
    }

    private static boolean isLetters(Signs signs, int token) {
        for (int i = signs.passage.start(token); i < signs.passage.end(token); i++) {
            if (!Character.isLetter(signs.passage.text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
