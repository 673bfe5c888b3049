package dev.dateline.enrich.quote;

import dev.dateline.enrich.quote.QuoteMarks.Pair;

/** Tells speech from words that stand between marks for other reasons: titles of works, names, what is only so called. */
final class Speech {
    private static final int FEWEST_OF_SENTENCE = 3;
    private static final int FEWEST_ALONE = 4;
    private static final int LONG_WORD = 4;

    private Speech() {}

    /** @param attribution what the sentence says of it, or null */
    static boolean is(Scene scene, Pair pair, Attribution attribution) {
        int words = words(scene, pair);
        if (words == 0) {
            return false;
        }
        if (attribution != null && attribution.isDirect()) {
            return scene.beginsSentence(pair)
                    || isSetOff(scene, pair)
                    || (words >= FEWEST_OF_SENTENCE && !isTitle(scene, pair));
        }
        if (isTitle(scene, pair)) {
            return false;
        }
        return attribution != null ? words >= FEWEST_OF_SENTENCE : words >= FEWEST_ALONE && isSentence(scene, pair);
    }

    /** True for whole sentences that stand where a sentence begins. */
    static boolean isSentence(Scene scene, Pair pair) {
        String text = scene.passage.text;
        char last = text.charAt(pair.end() - 1);
        return scene.beginsSentence(pair)
                && !Character.isLowerCase(text.charAt(pair.start()))
                && (".!?…".indexOf(last) >= 0
                        || (pair.after() < text.length() && text.charAt(pair.after()) == '.')
                        || !pair.isClosed());
    }

    static int words(Scene scene, Pair pair) {
        return scene.tokenFrom(pair.end()) - scene.tokenFrom(pair.start());
    }

    private static boolean isSetOff(Scene scene, Pair pair) {
        int before = pair.open() - 1;
        while (before >= 0 && scene.passage.text.charAt(before) <= ' ') {
            before--;
        }
        char c = before < 0 ? ' ' : scene.passage.text.charAt(before);
        char last = scene.passage.text.charAt(pair.end() - 1);
        return c == ':' || (c == ',' && words(scene, pair) > 1) || ".!?".indexOf(last) >= 0;
    }

    /** "The Lord of the Rings": nearly all long words with a capital, where nouns have none. */
    private static boolean isTitle(Scene scene, Pair pair) {
        if (scene.isLoud || scene.language.equals("de")) {
            return false;
        }
        int longs = 0;
        int uppers = 0;
        int end = scene.tokenFrom(pair.end());
        for (int token = scene.tokenFrom(pair.start()); token < end; token++) {
            if (scene.passage.end(token) - scene.passage.start(token) >= LONG_WORD) {
                longs++;
                uppers += scene.signs.isUpper(token) ? 1 : 0;
            }
        }
        return longs > 1 && uppers * 10 >= longs * 7;
    }
}
