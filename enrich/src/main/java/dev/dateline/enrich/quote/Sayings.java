package dev.dateline.enrich.quote;

import dev.dateline.enrich.entity.Cue;
import dev.dateline.enrich.quote.SpeechWords.Kind;

/** The words of a passage that make speech of what stands beside them: verbs of saying, "according to". */
final class Sayings {
    private final Scene scene;
    private final Subjects subjects;

    Sayings(Scene scene, Subjects subjects) {
        this.scene = scene;
        this.subjects = subjects;
    }

    /** The first verb of saying, but for those of relative clauses. */
    int verb(int from, int end) {
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

    /** The last verb of saying, or word such as "motto". */
    int lastVerb(int first, int last) {
        for (int token = last; token >= first; token--) {
            if (scene.isVerb(token) || (scene.is(Kind.LABEL, token) && !scene.signs.isUpper(token))) {
                return token;
            }
        }
        return -1;
    }

    /** What "according to" at a token says. */
    Attribution according(int token, int end, boolean isDirect) {
        boolean to = scene.passage.text.startsWith("to ", token + 1 < end ? scene.passage.start(token + 1) : -1);
        int last = to ? token + 1 : token;
        return new Attribution(subjects.after(last + 1, end), token, last, isDirect);
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
