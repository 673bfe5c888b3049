package dev.dateline.enrich.tag;

import dev.dateline.enrich.tag.Find.Sort;

/** What the words around a name tell about it, when the name itself tells nothing. */
final class Surroundings {
    private static final int APPOSITION_REACH = 5;
    private static final int MOST_NAMES = 4;
    private static final int PLAIN = Cue.GIVEN.bit | Cue.GIVEN_WORD.bit | Cue.PARTICLE.bit | Cue.STRONG_PARTICLE.bit;

    private final Cues cues;
    private final OrganisationNames organisations;

    Surroundings(Cues cues, OrganisationNames organisations) {
        this.cues = cues;
        this.organisations = organisations;
    }

    Sort sort(Passage passage, int first, int last) {
        int next = last + 1;
        if (organisations.isListed(passage, next)) {
            return Sort.ORGANISATION;
        }
        int acronym = organisations.acronym(passage, next);
        if (acronym >= 0 && organisations.hasInitials(passage, first, last, acronym)) {
            return Sort.ORGANISATION;
        }
        if (isWhose(passage, first, next)) {
            return Sort.LIKELY_ORGANISATION;
        }
        return first == last ? single(passage, first) : several(passage, first, last);
    }

    private Sort single(Passage passage, int token) {
        boolean strange = passage.word(token) == Words.UNKNOWN;
        if (strange && isRoleBefore(passage, token) && !passage.allCapitals(token)) {
            return Sort.LIKELY_PERSON;
        }
        boolean speaks = followed(passage, token + 1, Cue.SPEECH.bit | Cue.FIRM.bit);
        if (strange && speaks && !Capitals.beginsSentence(passage, token, cues)) {
            return Sort.LIKELY_ORGANISATION;
        }
        return Sort.OPEN;
    }

    private Sort several(Passage passage, int first, int last) {
        int next = last + 1;
        if (isAge(passage, next) || hasPersonalParts(passage, first, last)) {
            return Sort.PERSON;
        }
        if (last - first >= MOST_NAMES) {
            return Sort.OPEN;
        }
        boolean plain = isPlain(passage, first, last);
        if (plain && (isWho(passage, next) || isRoleBefore(passage, first))) {
            return Sort.PERSON;
        }
        if (plain && isApposition(passage, next)) {
            return Sort.LIKELY_PERSON;
        }
        if (followed(passage, next, Cue.FIRM.bit)) {
            return Sort.LIKELY_ORGANISATION;
        }
        if (followed(passage, next, Cue.SPEECH.bit) || isSpeakerAfter(passage, first)) {
            return plain ? Sort.LIKELY_PERSON : Sort.LIKELY_ORGANISATION;
        }
        return Sort.OPEN;
    }

    /** "Datron president John Smith", "shares of Datron". */
    private boolean isWhose(Passage passage, int first, int next) {
        if (Capitals.joined(passage, next, cues)
                && isRole(passage, next)
                && !Capitals.isSecondHalf(passage, next, cues)) {
            int after = next + 1;
            while (Capitals.joined(passage, after, cues) && isRole(passage, after)) {
                after++;
            }
            if (Capitals.joined(passage, after, cues) && Capitals.isUpper(passage, after)) {
                return true;
            }
        }
        int of = first - 1;
        if (of > 0 && cues.has(Cue.STOP, passage, of) && isArticle(passage, of)) {
            of--;
        }
        return of > 0
                && cues.has(Cue.OF, passage, of)
                && cues.has(Cue.OF_WHOM, passage, of - 1)
                && passage.gapBefore(first) == Passage.SPACE
                && passage.gapBefore(of) == Passage.SPACE;
    }

    private static boolean isArticle(Passage passage, int token) {
        return passage.end(token) - passage.start(token) == 3 && !cuesOfPreposition(passage, token);
    }

    private static boolean cuesOfPreposition(Passage passage, int token) {
        return passage.text.startsWith("for", passage.start(token));
    }

    private boolean isRole(Passage passage, int token) {
        return (cues.of(passage, token) & (Cue.ROLE.bit | Cue.TITLE.bit | Cue.QUALIFIER.bit)) != 0;
    }

    /** "spokesman John Smith", "attorney for" not. */
    private boolean isRoleBefore(Passage passage, int first) {
        return first > 0
                && passage.gapBefore(first) == Passage.SPACE
                && Capitals.joined(passage, first, cues)
                && (cues.of(passage, first - 1) & (Cue.ROLE.bit | Cue.TITLE.bit)) != 0;
    }

    /** ", 45," or "(45)". */
    private static boolean isAge(Passage passage, int token) {
        if (token >= passage.size() || passage.end(token) - passage.start(token) != 2) {
            return false;
        }
        int start = passage.start(token);
        char first = passage.text.charAt(start);
        char second = passage.text.charAt(start + 1);
        if (first < '1' || first > '9' || second < '0' || second > '9') {
            return false;
        }
        boolean inBrackets = passage.text.charAt(start - 1) == '('
                && passage.end(token) < passage.text.length()
                && passage.text.charAt(passage.end(token)) == ')';
        boolean inCommas = passage.gapBefore(token) == Passage.COMMA && passage.gapBefore(token + 1) != Passage.SPACE;
        return inBrackets
                || (inCommas
                        && passage.end(token) < passage.text.length()
                        && ",.;".indexOf(passage.text.charAt(passage.end(token))) >= 0);
    }

    /** ", who said" and "who said". */
    private boolean isWho(Passage passage, int token) {
        return cues.has(Cue.WHO, passage, token) && passage.gapBefore(token) != Passage.BREAK;
    }

    /** ", a spokesman for", ", executive director of". */
    private boolean isApposition(Passage passage, int next) {
        if (next >= passage.size() || passage.gapBefore(next) != Passage.COMMA) {
            return false;
        }
        for (int token = next; token < next + APPOSITION_REACH && token < passage.size(); token++) {
            if (token > next && passage.gapBefore(token) != Passage.SPACE) {
                return false;
            }
            int bits = cues.of(passage, token);
            if ((bits & Cue.ROLE.bit) != 0) {
                return true;
            }
            if ((bits & (Cue.OF.bit | Cue.SPEECH.bit)) != 0) {
                return false;
            }
        }
        return false;
    }

    private boolean followed(Passage passage, int next, int mask) {
        return next < passage.size()
                && passage.gapBefore(next) == Passage.SPACE
                && (cues.of(passage, next) & mask) != 0
                && !Capitals.isUpper(passage, next);
    }

    /** "said John Smith", "according to John Smith". */
    private boolean isSpeakerAfter(Passage passage, int first) {
        if (passage.gapBefore(first) != Passage.SPACE || first == 0) {
            return false;
        }
        boolean to = passage.end(first - 1) - passage.start(first - 1) == 2
                && passage.text.startsWith("to", passage.start(first - 1));
        return cues.has(Cue.BY, passage, to ? first - 2 : first - 1);
    }

    /** True when no word of a name is known for anything but being a given name. */
    private boolean isPlain(Passage passage, int first, int last) {
        for (int token = first; token <= last; token++) {
            boolean figures = Character.isDigit(passage.text.charAt(passage.start(token)));
            boolean acronym = passage.allCapitals(token) && !Capitals.isInitial(passage, token);
            if ((cues.of(passage, token) & ~PLAIN) != 0 || figures || acronym) {
                return false;
            }
        }
        return true;
    }

    /** "J. Terence Murray", "Mohammed bin Salman", "Wu Ching-kuo". */
    private boolean hasPersonalParts(Passage passage, int first, int last) {
        if (!isPlain(passage, first, last)) {
            return false;
        }
        for (int token = first; token <= last; token++) {
            boolean inside = token > first && token < last;
            if (inside && cues.has(Cue.STRONG_PARTICLE, passage, token)) {
                return true;
            }
            if (token < last && Capitals.isInitial(passage, token) && !passage.allCapitals(last)) {
                return true;
            }
            if (token > first && Capitals.isSecondHalf(passage, token, cues) && token - first >= 2) {
                return true;
            }
        }
        return false;
    }
}
