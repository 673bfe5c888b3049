package dev.dateline.enrich.quote;

import dev.dateline.enrich.quote.QuoteMarks.Pair;

/** Whether a quotation goes on with the one before it or the one behind it. */
final class Continuation {
    private Continuation() {}

    /** A quotation without a closing mark is one only when the next paragraph opens it again. */
    static boolean goesOn(Scene scene, int index, Scene next) {
        if (index + 1 < scene.pairs.size()) {
            return scene.pairs.get(index + 1).open() == scene.pairs.get(index).after();
        }
        return next != null
                && !next.pairs.isEmpty()
                && next.pairs.get(0).open() == 0
                && QuoteMarks.first(next.passage.text)
                        == scene.passage.text.charAt(scene.pairs.get(index).open());
    }

    /** “…” and “…” */
    static boolean isAndOnly(Scene scene, Pair before, Pair pair) {
        int token = scene.tokenFrom(before.after());
        return token + 1 == scene.tokenFrom(pair.open())
                && scene.is(SpeechWords.Kind.AND, token)
                && scene.between(before.after(), pair.open()).indexOf('.') < 0;
    }

    /** “…,” he said. “…” */
    static boolean isOneSentence(Scene scene, Pair before, Pair pair) {
        int end = scene.tokenFrom(pair.open());
        for (int token = scene.tokenFrom(before.after()) + 1; token < end; token++) {
            if (scene.breaks(token, before.after())) {
                return false;
            }
        }
        return true;
    }
}
