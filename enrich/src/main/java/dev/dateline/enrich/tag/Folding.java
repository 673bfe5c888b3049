package dev.dateline.enrich.tag;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** Compares letters without case and accents: "São" is "sao". */
final class Folding {
    private static final char[] LATIN = latin();

    private Folding() {}

    static char fold(char c) {
        return c < LATIN.length ? LATIN[c] : Character.toLowerCase(c);
    }

    private static char[] latin() {
        char[] folded = new char[0x250];
        for (char c = 0; c < folded.length; c++) {
            String base = Normalizer.normalize(String.valueOf(c), Form.NFD);
            folded[c] = Character.toLowerCase(base.charAt(0));
        }
        folded['ø'] = 'o';
        folded['Ø'] = 'o';
        folded['ł'] = 'l';
        folded['Ł'] = 'l';
        folded['ı'] = 'i';
        return folded;
    }
}
