package dev.dateline.enrich.quote;

import dev.dateline.enrich.quote.QuoteMarks.Pair;
import dev.dateline.enrich.quote.Scene.Mention;
import dev.dateline.enrich.quote.SpeechWords.Kind;

/** Finds who is said to speak in the words before a quotation. */
final class AttributionBefore {
    private static final int SENTENCE = 32;
    private static final int COMMA_REACH = 9;

    private final Scene scene;
    private final Subjects subjects;
    private final Sayings sayings;

    AttributionBefore(Scene scene, Subjects subjects, Sayings sayings) {
        this.scene = scene;
        this.subjects = subjects;
        this.sayings = sayings;
    }

    /** Rutte said: “…”; Rutte: “…”; Rutte told Merkel, “…”; Rutte said the plan was “…”; according to Rutte, “…”. */
    Attribution of(int index) {
        Pair pair = scene.pairs.get(index);
        int last = scene.tokenFrom(pair.open()) - 1;
        int from = index == 0 ? 0 : scene.pairs.get(index - 1).after();
        if (last < 0 || scene.passage.start(last) < from) {
            return null;
        }
        String gap = scene.between(scene.passage.end(last), pair.open());
        if (!Sayings.consistsOf(gap, " :,-–—\u00a0\n'’") || (gap.indexOf('\n') >= 0 && gap.indexOf(':') < 0)) {
            return null;
        }
        int first = scene.sentenceStart(last, index, SENTENCE);
        boolean colon = gap.indexOf(':') >= 0;
        int verb = sayings.lastVerb(first, last);
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
        return scene.is(Kind.ACCORDING, first) ? sayings.according(first, last + 1, false) : null;
    }

    /** Rutte: “…”. */
    private Attribution nameAlone(int first, int last) {
        if (scene.is(Kind.ACCORDING, first)) {
            return sayings.according(first, last + 1, true);
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
        int verb = sayings.verb(first, last + 1);
        if (verb < 0 || !scene.breaks(first, from)) {
            return null;
        }
        Speaker speaker = subjects.before(first, verb);
        return speaker.isSomebody() ? new Attribution(speaker, verb, verb, true) : null;
    }
}
