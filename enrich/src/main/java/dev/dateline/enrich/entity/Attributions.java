package dev.dateline.enrich.entity;

import dev.dateline.enrich.entity.QuoteMarks.Pair;
import dev.dateline.enrich.entity.Scene.Mention;
import dev.dateline.enrich.entity.SpeechWords.Kind;

/** Finds who is said to speak in the words before and after the quotations of one passage. */
final class Attributions {
    private static final int CLAUSE = 26;
    private static final int VERB_REACH = 18;
    private static final int SENTENCE = 32;
    private static final int COMMA_REACH = 9;
    private static final int TAIL = 4;

    private final Scene scene;
    private final Subjects subjects;

    Attributions(Scene scene) {
        this.scene = scene;
        this.subjects = new Subjects(scene);
    }

    /** What the sentence says of the quotation, or null. */
    Attribution of(int pair) {
        Attribution after = scene.pairs.get(pair).isClosed() ? after(pair) : null;
        if (after != null && after.speaker().isSomebody()) {
            return after;
        }
        Attribution before = before(pair);
        return before == null || (after != null && !before.speaker().isSomebody()) ? after : before;
    }

    /** “…,” said Rutte; “…”, Rutte said; “…”, according to Rutte; “…” of Europe, Rutte said. */
    private Attribution after(int index) {
        Pair pair = scene.pairs.get(index);
        int from = scene.tokenFrom(pair.after());
        int end = scene.clauseEnd(from, index, CLAUSE);
        if (from >= end) {
            return null;
        }
        String gap = scene.between(pair.after(), scene.passage.start(from));
        if (!consistsOf(gap, " ,-–—\u00a0")) {
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
            return according(from, end, true);
        }
        int verb = verb(from, Math.min(end, from + VERB_REACH));
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

    /** The first verb of saying, but for those of relative clauses. */
    private int verb(int from, int end) {
        for (int token = from; token < end; token++) {
            if (scene.isVerb(token)) {
                return token;
            }
            if (scene.signs.has(Cue.WHO, token)) {
                int next = token + 1;
                while (next < end && !scene.parted(next)) {
                    next++;
                }
                token = next - 1;
            }
        }
        return -1;
    }

    /** "the plan was “…” for Europe, Rutte said." */
    private Attribution atEnd(int from, int end) {
        for (int token = from; token < end; token++) {
            boolean begins = token == from || scene.parted(token);
            if (begins && token > from && scene.is(Kind.ACCORDING, token)) {
                return according(token, end, false);
            }
            int verb = begins ? verb(token, Math.min(end, token + COMMA_REACH)) : -1;
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

    private Attribution according(int token, int end, boolean isDirect) {
        boolean to = scene.passage.text.startsWith("to ", token + 1 < end ? scene.passage.start(token + 1) : -1);
        int last = to ? token + 1 : token;
        return new Attribution(subjects.after(last + 1, end), token, last, isDirect);
    }

    /** Rutte said: “…”; Rutte: “…”; Rutte told Merkel, “…”; Rutte said the plan was “…”; according to Rutte, “…”. */
    private Attribution before(int index) {
        Pair pair = scene.pairs.get(index);
        int last = scene.tokenFrom(pair.open()) - 1;
        int from = index == 0 ? 0 : scene.pairs.get(index - 1).after();
        if (last < 0 || scene.passage.start(last) < from) {
            return null;
        }
        String gap = scene.between(scene.passage.end(last), pair.open());
        if (!consistsOf(gap, " :,-–—\u00a0\n'’") || (gap.indexOf('\n') >= 0 && gap.indexOf(':') < 0)) {
            return null;
        }
        int first = scene.sentenceStart(last, index, SENTENCE);
        boolean colon = gap.indexOf(':') >= 0;
        int verb = lastVerb(first, last);
        if (verb < 0) {
            return colon ? nameAlone(first, last) : withoutVerb(first, last);
        }
        boolean upper = Character.isUpperCase(scene.passage.text.charAt(pair.start()));
        boolean comma = gap.indexOf(',') >= 0;
        boolean isDirect = colon || (comma && last - verb < COMMA_REACH) || (upper && last == verb);
        Speaker speaker = subject(first, verb, last);
        if (isDirect || isWithin(verb, last, speaker)) {
            return new Attribution(speaker, verb, verb, isDirect);
        }
        return null;
    }

    private int lastVerb(int first, int last) {
        for (int token = last; token >= first; token--) {
            if (scene.isVerb(token) || (scene.is(Kind.LABEL, token) && !scene.signs.isUpper(token))) {
                return token;
            }
        }
        return -1;
    }

    private Speaker subject(int first, int verb, int last) {
        Speaker speaker = subjects.before(first, verb);
        if (speaker.isSomebody()) {
            return speaker;
        }
        for (int token = verb - 1; token > first; token--) {
            if (isPerfect(token)) {
                speaker = subjects.before(first, token);
                return speaker.isSomebody() ? speaker : subjects.after(token + 1, verb);
            }
        }
        boolean mayInvert = !scene.is(Kind.TELLING, verb) && (verb == first || !scene.language.equals("en"));
        return mayInvert && verb < last && !scene.isAny(Kind.HE.bit | Kind.SHE.bit, verb - 1)
                ? subjects.after(verb + 1, last + 1)
                : Speaker.NOBODY;
    }

    /** The "hat" of "Rutte hat am Montag gesagt". */
    private boolean isPerfect(int token) {
        return scene.language.equals("de")
                && (scene.passage.text.startsWith("hat ", scene.passage.start(token))
                        || scene.passage.text.startsWith("habe ", scene.passage.start(token)));
    }

    /** True when what is quoted is still the speech of who speaks: nobody else comes between, and no other clause. */
    private boolean isWithin(int verb, int last, Speaker speaker) {
        boolean isLabel = scene.is(Kind.LABEL, verb);
        for (int token = verb + 1; token <= last; token++) {
            Mention mention = scene.mention(token);
            boolean other = mention != null
                    && mention.isPerson()
                    && (speaker.named() == null || speaker.named().entity() != mention.entity());
            if (scene.parted(token) || (other && !isLabel && !scene.is(Kind.TELLING, verb))) {
                return false;
            }
        }
        return true;
    }

    /** According to Rutte, the plan is “…”. */
    private Attribution withoutVerb(int first, int last) {
        return scene.is(Kind.ACCORDING, first) ? according(first, last + 1, false) : null;
    }

    /** Rutte: “…”. */
    private Attribution nameAlone(int first, int last) {
        if (scene.is(Kind.ACCORDING, first)) {
            return according(first, last + 1, true);
        }
        Mention mention = scene.mention(last);
        for (int token = first; mention != null && token < mention.first(); token++) {
            if (!scene.signs.isUpper(token) && !scene.isOffice(token)) {
                return null;
            }
        }
        return mention == null ? null : new Attribution(Speaker.named(mention), -1, -1, true);
    }

    /** The quotation stands alone, and the sentence before it reports what somebody says: Rutte said yes. “…” */
    Attribution reported(int index) {
        Pair pair = scene.pairs.get(index);
        int last = scene.tokenFrom(pair.open()) - 1;
        int from = index == 0 ? 0 : scene.pairs.get(index - 1).after();
        if (last < 0 || scene.passage.start(last) < from) {
            return null;
        }
        int first = scene.sentenceStart(last, index, SENTENCE);
        int verb = verb(first, last + 1);
        if (verb < 0 || !scene.breaks(first, from)) {
            return null;
        }
        Speaker speaker = subjects.before(first, verb);
        return speaker.isSomebody() ? new Attribution(speaker, verb, verb, true) : null;
    }

    static boolean consistsOf(String gap, String allowed) {
        for (int i = 0; i < gap.length(); i++) {
            if (allowed.indexOf(gap.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
