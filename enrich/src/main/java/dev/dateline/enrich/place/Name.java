package dev.dateline.enrich.place;

import dev.dateline.enrich.text.Passage;
import java.util.Locale;

/**
 * One form under which the gazetteer knows a country.
 *
 * @param code ISO 3166-1 alpha-2, or null for a phrase that looks like a place and is none
 * @param kind how it names the country
 * @param trust how much has to speak for it before it is believed
 * @param spelling what the text must look like
 * @param language language of the form, null when it is used in several
 * @param locality the city or state that is named, null for other kinds
 */
public record Name(String code, Kind kind, Trust trust, Spelling spelling, String language, Locality locality) {
    /** How much has to speak for a reading before it is believed. */
    public enum Trust {
        /** The name will do. */
        SURE,
        /** A lesser bearer of the name: only with support. */
        WEAK,
        /** A word, a family name, or a namesake of a place that is better known: only with its state or country behind it. */
        GUARDED
    }

    /** What a form demands of the text beyond its letters. */
    public enum Spelling {
        ANY_CASE,
        CAPITAL,
        ACRONYM,
        DOTTED,
        ABBREVIATION,
        AFTER_COMMA;

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

    Name(String code, Kind kind, boolean weak, Spelling spelling, String language) {
        this(code, kind, weak ? Trust.WEAK : Trust.SURE, spelling, language, null);
    }

    Name at(Locality where) {
        return new Name(code, kind, trust, spelling, language, where);
    }

    /** True for a lesser bearer of the name, believed only with support. */
    public boolean weak() {
        return trust != Trust.SURE;
    }

    public boolean isPlace() {
        return code != null;
    }

    /** True for a city or state that is believed only with support. */
    boolean isLesserPlace() {
        return locality != null && weak();
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
                passage.capitalised(first)
                        && passage.gapBefore(first) == Passage.COMMA
                        && (passage.pointAfter(last) || passage.gapBefore(last + 1) != Passage.SPACE);
            case AFTER_COMMA ->
                passage.allCapitals(first) && passage.gapBefore(first) == Passage.COMMA && !passage.shouting();
        };
    }
}
