package dev.dateline.enrich.entity;

import dev.dateline.enrich.entity.Find.Sort;
import dev.dateline.enrich.text.Passage;

/** What the words around a name tell about it, when the name itself tells nothing. */
final class Surroundings {
    private static final int APPOSITION_REACH = 5;
    private static final int MOST_NAMES = 4;

    private Surroundings() {}

    /** @param nounsHaveCapitals as in German, so that a single word with a capital is no name yet */
    static Sort sort(Signs signs, int first, int last, boolean nounsHaveCapitals) {
        int next = last + 1;
        if (OrganisationNames.isListed(signs, next)) {
            return Sort.ORGANISATION;
        }
        int acronym = OrganisationNames.acronym(signs, next);
        if (acronym >= 0 && OrganisationNames.hasInitials(signs, first, last, acronym)) {
            return Sort.ORGANISATION;
        }
        if (first == last) {
            boolean mayBeNoun = nounsHaveCapitals && !signs.passage.allCapitals(first);
            boolean isGeneric = (signs.of(first) & Cast.GENERIC) != 0;
            return mayBeNoun || isGeneric ? Sort.OPEN : single(signs, first);
        }
        return isWhose(signs, first, next) ? Sort.LIKELY_ORGANISATION : several(signs, first, last);
    }

    private static Sort single(Signs signs, int token) {
        if (isWhose(signs, token, token + 1)) {
            return Sort.LIKELY_ORGANISATION;
        }
        boolean strange = signs.isStrange(token);
        if (strange && isRoleBefore(signs, token) && !signs.passage.allCapitals(token)) {
            return Sort.LIKELY_PERSON;
        }
        boolean speaks = followed(signs, token + 1, Cue.SPEECH.bit | Cue.FIRM.bit);
        if (strange && speaks && !signs.beginsSentence(token)) {
            return Sort.LIKELY_ORGANISATION;
        }
        return Sort.OPEN;
    }

    private static Sort several(Signs signs, int first, int last) {
        int next = last + 1;
        if (PersonShape.isAge(signs, next) || PersonShape.hasPersonalParts(signs, first, last)) {
            return Sort.PERSON;
        }
        if (last - first >= MOST_NAMES) {
            return Sort.OPEN;
        }
        boolean plain = PersonShape.isPlain(signs, first, last);
        if (plain && (isWho(signs, next) || isRoleBefore(signs, first))) {
            return Sort.PERSON;
        }
        if (plain && (isApposition(signs, next) || isInApposition(signs, first, next))) {
            return Sort.LIKELY_PERSON;
        }
        if (followed(signs, next, Cue.FIRM.bit) || isTrade(signs, first, last)) {
            return Sort.LIKELY_ORGANISATION;
        }
        if (followed(signs, next, Cue.SPEECH.bit) || isSpeakerAfter(signs, first)) {
            return plain ? Sort.LIKELY_PERSON : Sort.LIKELY_ORGANISATION;
        }
        return Sort.OPEN;
    }

    /** "Datron president John Smith", "shares of Datron". */
    private static boolean isWhose(Signs signs, int first, int next) {
        if (signs.joined(next) && isRole(signs, next) && !signs.isSecondHalf(next)) {
            int after = next + 1;
            while (signs.joined(after) && isRole(signs, after)) {
                after++;
            }
            if (signs.joined(after) && signs.isUpper(after)) {
                return true;
            }
        }
        int of = first - 1;
        if (of > 0 && signs.has(Cue.STOP, of) && isArticle(signs, of)) {
            of--;
        }
        return of > 0
                && signs.has(Cue.OF, of)
                && signs.has(Cue.OF_WHOM, of - 1)
                && signs.passage.gapBefore(first) == Passage.SPACE
                && signs.passage.gapBefore(of) == Passage.SPACE;
    }

    /** "the", "der", "les", but not "for". */
    private static boolean isArticle(Signs signs, int token) {
        int start = signs.passage.start(token);
        return signs.passage.end(token) - start == 3 && !signs.has(Cue.OF, token);
    }

    private static boolean isRole(Signs signs, int token) {
        return (signs.of(token) & (Cue.ROLE.bit | Cue.TITLE.bit | Cue.QUALIFIER.bit)) != 0;
    }

    /** "spokesman John Smith", "attorney for" not. */
    private static boolean isRoleBefore(Signs signs, int first) {
        return first > 0
                && signs.passage.gapBefore(first) == Passage.SPACE
                && signs.joined(first)
                && (signs.of(first - 1) & (Cue.ROLE.bit | Cue.TITLE.bit)) != 0;
    }

    /** ", who said" and "who said". */
    private static boolean isWho(Signs signs, int token) {
        return signs.has(Cue.WHO, token) && signs.passage.gapBefore(token) != Passage.BREAK;
    }

    /** ", a spokesman for", ", executive director of". */
    private static boolean isApposition(Signs signs, int next) {
        if (next >= signs.size() || signs.passage.gapBefore(next) != Passage.COMMA) {
            return false;
        }
        for (int token = next; token < next + APPOSITION_REACH && token < signs.size(); token++) {
            if (token > next && signs.passage.gapBefore(token) != Passage.SPACE) {
                return false;
            }
            int bits = signs.of(token);
            if ((bits & Cue.ROLE.bit) != 0) {
                return true;
            }
            if ((bits & (Cue.OF.bit | Cue.SPEECH.bit)) != 0) {
                return false;
            }
        }
        return false;
    }

    /** "her daughter, Jane Doe, said". */
    private static boolean isInApposition(Signs signs, int first, int next) {
        return signs.passage.gapBefore(first) == Passage.COMMA
                && signs.has(Cue.ROLE, first - 1)
                && !signs.isUpper(first - 1)
                && signs.passage.gapBefore(next) != Passage.SPACE;
    }

    /** "Appalachian Power": a strange word and a trade. */
    private static boolean isTrade(Signs signs, int first, int last) {
        return signs.has(Cue.FIELD, last) && signs.isStrange(first) && !signs.beginsSentence(first);
    }

    private static boolean followed(Signs signs, int next, int mask) {
        return next < signs.size()
                && signs.passage.gapBefore(next) == Passage.SPACE
                && (signs.of(next) & mask) != 0
                && !signs.isUpper(next);
    }

    /** "said John Smith", "according to John Smith". */
    private static boolean isSpeakerAfter(Signs signs, int first) {
        if (signs.passage.gapBefore(first) != Passage.SPACE || first == 0) {
            return false;
        }
        boolean to = signs.passage.end(first - 1) - signs.passage.start(first - 1) == 2
                && signs.passage.text.startsWith("to", signs.passage.start(first - 1));
        return signs.has(Cue.BY, to ? first - 2 : first - 1);
    }
}
