package dev.dateline.enrich.place;

import dev.dateline.enrich.place.Name.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One form of the gazetteer: what is written, and what it names.
 *
 * @param form as it is written
 * @param name what it names; for a phrase that looks like a place and is none, a name without a code
 */
public record PlaceForm(String form, Name name) {
    private static final String ENGLISH = "en";
    private static final String WEAK = "~";
    /** Exchanges are told by the suffixes of ticker symbols, not by words. */
    private static final List<Kind> KINDS =
            Arrays.stream(Kind.values()).filter(kind -> kind != Kind.EXCHANGE).toList();

    /**
     * A form that names a country.
     *
     * @param kind as countries.tsv has it, in small letters
     * @param language ISO 639 code of the one language in which it holds; without, demonyms, currencies and companies hold
     *     in English, the others in all
     * @param entry the form, after "~" where it is a lesser bearer of the name
     * @throws IllegalArgumentException naming what is wrong
     */
    public static PlaceForm of(String country, String kind, String language, String entry) {
        Countries.check(country);
        Kind known = kind(kind);
        boolean weak = entry.startsWith(WEAK);
        String form = weak ? entry.substring(WEAK.length()) : entry;
        String holdsIn = language != null || !(known == Kind.DEMONYM || known.isHint()) ? language : ENGLISH;
        return new PlaceForm(form, new Name(country, known, weak, Spelling.of(form), holdsIn));
    }

    /** A phrase that contains the name of a place and says nothing about a country. */
    public static PlaceForm notAPlace(String phrase) {
        Spelling spelling = Character.isLowerCase(phrase.charAt(0)) ? Spelling.ANY_CASE : Spelling.CAPITAL;
        return new PlaceForm(phrase, new Name(null, Kind.NAME, false, spelling, null));
    }

    private static Kind kind(String name) {
        return KINDS.stream()
                .filter(kind -> spelling(kind).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is no kind of name; there are "
                        + KINDS.stream().map(PlaceForm::spelling).collect(Collectors.joining(", "))));
    }

    private static String spelling(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
