package dev.dateline.enrich.learn;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** Letters without case and accents, as the features of version 1 have them; not to be changed without a new version. */
final class Letters {
    private static final char[] LATIN = latin();

    private Letters() {}

    static char fold(char c) {
        return c < LATIN.length ? LATIN[c] : Character.toLowerCase(c);
    }

    private static char[] latin() {
        char[] folded = new char[0x250];
        for (char c = 0; c < folded.length; c++) {
            folded[c] = Character.toLowerCase(
                    Normalizer.normalize(String.valueOf(c), Form.NFD).charAt(0));
        }
        return folded;
    }
}
