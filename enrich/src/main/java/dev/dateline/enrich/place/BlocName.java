package dev.dateline.enrich.place;

import dev.dateline.enrich.place.Name.Spelling;
import dev.dateline.enrich.text.Passage;

/**
 * One name of a bloc.
 *
 * @param form as it is written; words may end in * for any ending
 * @param weak true for a name that means other things, too, believed only where the article has another of the bloc's names
 * @param language ISO 639 code of the one language in which it holds, or null
 */
public record BlocName(Bloc bloc, String form, boolean weak, Spelling spelling, String language) {
    private static final String WEAK = "~";

    /** @param entry the form, after "~" for a weak one */
    public static BlocName of(Bloc bloc, String entry, String language) {
        boolean weak = entry.startsWith(WEAK);
        String form = weak ? entry.substring(WEAK.length()) : entry;
        return new BlocName(bloc, form, weak, Spelling.of(form), language);
    }

    boolean fits(Passage passage, int first, String articleLanguage) {
        if (language != null && !language.equals(articleLanguage)) {
            return false;
        }
        boolean letter = passage.end(first) - passage.start(first) == 1; // the G of "G-7"
        return switch (spelling) {
            case ANY_CASE, ABBREVIATION, AFTER_COMMA -> true;
            case CAPITAL -> passage.capitalised(first);
            case ACRONYM, DOTTED -> letter ? passage.capitalised(first) : passage.allCapitals(first);
        };
    }
}
