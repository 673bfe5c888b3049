package dev.dateline.enrich.quote;

import dev.dateline.enrich.quote.QuoteMarks.Pair;
import dev.dateline.enrich.quote.SpeechWords.Kind;

/** Finds who is said to speak in the words behind a quotation. */
final class AttributionAfter {
    private static final int CLAUSE = 26;
    private static final int VERB_REACH = 18;
    private static final int COMMA_REACH = 9;
    private static final int TAIL = 4;

    private final Scene scene;
    private final Subjects subjects;
    private final Sayings sayings;

    AttributionAfter(Scene scene, Subjects subjects, Sayings sayings) {
        this.scene = scene;
        this.subjects = subjects;
        this.sayings = sayings;
    }

    /** “…,” said Rutte; “…”, Rutte said; “…”, according to Rutte; “…” of Europe, Rutte said. */
    Attribution of(int index) {
        Pair pair = scene.pairs.get(index);
        int from = scene.tokenFrom(pair.after());
        int end = scene.clauseEnd(from, index, CLAUSE);
        if (from >= end) {
            return null;
        }
        String gap = scene.between(pair.after(), scene.passage.start(from));
        if (!Sayings.consistsOf(gap, " ,-–—\u00a0")) {
            return null;
        }
        boolean isParted = !gap.isBlank();
        char last = scene.passage.text.charAt(pair.end() - 1);
        if (last == '.' && !isParted && scene.signs.isUpper(from)) {
            return null;
        }
        boolean isWord = Character.isLetterOrDigit(last);
        if (isWord && !isParted && !scene.beginsSentence(pair)) {
            return atEnd(from, end);
        }
        boolean mayBeNext = !isParted && scene.signs.isUpper(from);
        Attribution direct = clause(from, end, isWord && !isParted, mayBeNext && !isWord);
        return direct == null && isWord ? atEnd(from, end) : direct;
    }

    /**
     * @param isLoose true when no comma stands before the clause, so that only a name and its verb may follow
     * @param mayBeNext true when the clause may be a sentence of its own, which goes on after its verb
     */
    private Attribution clause(int from, int end, boolean isLoose, boolean mayBeNext) {
        if (scene.is(Kind.ACCORDING, from)) {
            return sayings.according(from, end, true);
        }
        int verb = sayings.verb(from, Math.min(end, from + VERB_REACH));
        if (verb < 0) {
            return null;
        }
        int first = from;
        while (first < verb && subjects.isHelper(first)) {
            first++;
        }
        boolean isInverted = first == verb;
        boolean isOwnSentence = mayBeNext && !isInverted && verb + 1 < end && goesOn(verb + 1);
        if (isOwnSentence || (isLoose && !isInverted && !isNameOnly(from, verb))) {
            return null;
        }
        boolean names = !scene.is(Kind.TELLING, verb) || scene.is(Kind.INVITES, verb);
        Speaker speaker =
                !isInverted ? subjects.before(from, verb) : names ? subjects.after(verb + 1, end) : Speaker.NOBODY;
        return new Attribution(speaker, verb, verb, true);
    }

    /** True when a verb has an object other than those who are told. */
    private boolean goesOn(int afterVerb) {
        return !scene.parted(afterVerb)
                && !scene.is(Kind.TELLING, afterVerb - 1)
                && !scene.isAny(Kind.PREPOSITION.bit | Kind.HELPER.bit, afterVerb);
    }

    private boolean isNameOnly(int from, int verb) {
        Speaker speaker = subjects.before(from, verb);
        for (int token = from; token < speaker.first(); token++) {
            if (!scene.signs.isUpper(token) && !scene.isOffice(token) && !scene.is(Kind.THE, token)) {
                return false;
            }
        }
        return speaker.isSomebody();
    }

    /** "the plan was “…” for Europe, Rutte said." */
    private Attribution atEnd(int from, int end) {
        for (int token = from; token < end; token++) {
            boolean begins = token == from || scene.parted(token);
            if (begins && token > from && scene.is(Kind.ACCORDING, token)) {
                return sayings.according(token, end, false);
            }
            int verb = begins ? sayings.verb(token, Math.min(end, token + COMMA_REACH)) : -1;
            if (verb > token && end - verb <= TAIL) {
                Speaker speaker = subjects.before(token, verb);
                if (speaker.isSomebody() && (token > from || speaker.first() == from)) {
                    return new Attribution(speaker, verb, verb, false);
                }
            } else if (verb == token && token > from && !scene.is(Kind.TELLING, verb)) {
                return new Attribution(subjects.after(verb + 1, end), verb, verb, false);
            }
        }
        return null;
    }
}
