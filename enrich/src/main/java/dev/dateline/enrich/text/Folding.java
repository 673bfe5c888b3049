package dev.dateline.enrich.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** Compares letters without case and accents: "São" is "sao". */
public final class Folding {
    /** Latin, Greek, Cyrillic and Armenian: what lies beyond has no cases but for a few letters. */
    private static final char[] CASED = new char[0x590];

    private static final int LATIN = 0x250;

    static {
        for (char c = 0; c < CASED.length; c++) {
            String base = c < LATIN ? Normalizer.normalize(String.valueOf(c), Form.NFD) : String.valueOf(c);
            CASED[c] = Character.toLowerCase(base.charAt(0));
        }
        CASED['ø'] = 'o';
        CASED['Ø'] = 'o';
        CASED['ł'] = 'l';
        CASED['Ł'] = 'l';
        CASED['ı'] = 'i';
    }

    private Folding() {}

    public static char fold(char c) {
        return c < CASED.length ? CASED[c] : Character.toLowerCase(c);
    }
}
