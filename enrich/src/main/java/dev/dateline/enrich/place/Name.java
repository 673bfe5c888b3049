package dev.dateline.enrich.place;

import dev.dateline.enrich.text.Passage;
import java.util.Locale;

/**
 * One form under which the gazetteer knows a country.
 *
 * @param code ISO 3166-1 alpha-2, or null for a phrase that looks like a place and is none
 * @param kind how it names the country
 * @param weak true for a lesser bearer of the name, believed only with support
 * @param spelling what the text must look like
 * @param language language of the form, null when it is used in several
 */
public record Name(String code, Kind kind, boolean weak, Spelling spelling, String language) {
    /** What a form demands of the text beyond its letters. */
    public enum Spelling {
        ANY_CASE,
        CAPITAL,
        ACRONYM,
        DOTTED,
        ABBREVIATION;

        public static Spelling of(String form) {
            if (form.matches("(\\p{L}\\.){2,}")) {
                return DOTTED;
            }
            if (form.endsWith(".")) {
                return ABBREVIATION;
            }
            if (form.equals(form.toUpperCase(Locale.ROOT)) && !form.equals(form.toLowerCase(Locale.ROOT))) {
                return ACRONYM;
            }
            return Character.isLowerCase(form.charAt(0)) ? ANY_CASE : CAPITAL;
        }
    }

    public boolean isPlace() {
        return code != null;
    }

    boolean fits(Passage passage, int first, int last, String articleLanguage) {
        return fitsLanguage(articleLanguage) && fitsSpelling(passage, first, last);
    }

    private boolean fitsLanguage(String articleLanguage) {
        if (language == null) {
            return true;
        }
        return language.equals(articleLanguage);
    }

    private boolean fitsSpelling(Passage passage, int first, int last) {
        return switch (spelling) {
            case ANY_CASE -> true;
            case CAPITAL -> passage.capitalised(first);
            case ACRONYM ->
                passage.allCapitals(first)
                        && !passage.ticker(first)
                        && !(passage.shouting() && passage.end(first) - passage.start(first) == 2);
            case DOTTED -> passage.dotted(first);
            case ABBREVIATION ->
                passage.capitalised(first) && passage.pointAfter(last) && passage.gapBefore(first) == Passage.COMMA;
        };
    }
}
