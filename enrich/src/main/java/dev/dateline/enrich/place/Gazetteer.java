package dev.dateline.enrich.place;

import dev.dateline.enrich.place.Name.Spelling;
import dev.dateline.enrich.text.Passage;
import dev.dateline.enrich.text.Phrases;
import dev.dateline.enrich.text.Resources;
import dev.dateline.enrich.text.Stems;
import dev.dateline.enrich.text.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All names of countries and of what stands for them: from ICU, and from the resources under gazetteer/. */
public final class Gazetteer {
    /** Languages whose country names are known. */
    static final List<String> LANGUAGES =
            List.of("en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "ar", "ru", "zh", "ja");

    private final Phrases<Name> phrases;
    private final Map<String, String> markets;
    private final Localities localities;
    private final int wellKnownWords;

    private Gazetteer(Phrases<Name> phrases, Map<String, String> markets, Localities localities, int wellKnownWords) {
        this.phrases = phrases;
        this.markets = markets;
        this.localities = localities;
        this.wellKnownWords = wellKnownWords;
    }

    /** The shipped names, and more. */
    public static Gazetteer load(Words words, List<PlaceForm> more) {
        Phrases<Name> phrases = new Phrases<>(words);
        for (String language : LANGUAGES) {
            Countries.names(language)
                    .forEach((code, names) -> names.forEach(
                            name -> add(phrases, name, new Name(code, Kind.NAME, false, Spelling.of(name), language))));
        }
        Localities localities = Localities.read();
        Set<String> stated = new HashSet<>();
        for (String[] row : Resources.rows("/gazetteer/countries.tsv", 3)) {
            forms(row[0], row[1], row[2]).forEach(form -> addStated(phrases, form, localities, stated));
        }
        for (String phrase : Resources.lines("/gazetteer/not-places.txt")) {
            add(phrases, phrase, PlaceForm.notAPlace(phrase).name());
        }
        int wellKnownWords = words.count();
        for (Localities.Entry entry : localities.entries()) {
            boolean isPostal = entry.name().spelling() == Spelling.AFTER_COMMA; // "PA" is not "Pa."
            if (isPostal || !stated.contains(stated(entry.name().code(), entry.form()))) {
                add(phrases, entry.form(), entry.name());
            }
        }
        more.forEach(form -> addStated(phrases, form, localities, stated));
        return new Gazetteer(phrases.freeze(), markets(), localities, wellKnownWords);
    }

    /** The longest name that begins at a token, or null. */
    public Phrases.Match<Name> at(Passage passage, int token, Phrases.Fit<Name> fit) {
        return phrases.longestAt(passage, token, fit);
    }

    /** Whether a name fits text of a language. */
    static Phrases.Fit<Name> names(String language) {
        return (name, passage, first, last) -> name.fits(passage, first, last, language);
    }

    /** The same without lesser places, most of whose names are somebody's too. */
    public static Phrases.Fit<Name> wellKnownNames(String language) {
        return (name, passage, first, last) -> !name.isLesserPlace() && name.fits(passage, first, last, language);
    }

    /** The place of a country that has a name. */
    Locality locality(String country, String name) {
        return localities.named(country, name);
    }

    /** Numbers below this are of words that are in names of countries and of what is well known, or came before. */
    int wellKnownWords() {
        return wellKnownWords;
    }

    /** Country of the exchange whose suffix stands in a ticker symbol, or null. */
    String market(Passage passage, int token) {
        return markets.get(passage.text.substring(passage.start(token), passage.end(token)));
    }

    private static Map<String, String> markets() {
        Map<String, String> markets = new HashMap<>();
        for (String[] row : Resources.rows("/gazetteer/exchanges.tsv", 2)) {
            for (String suffix : row[1].split("\\|")) {
                markets.put(suffix.trim(), row[0]);
            }
        }
        return markets;
    }

    private static void addStated(Phrases<Name> phrases, PlaceForm form, Localities localities, Set<String> stated) {
        Name name = form.name();
        boolean isLocality = name.isPlace() && name.kind().isLocality();
        add(phrases, form.form(), isLocality ? name.at(localities.named(name.code(), form.form())) : name);
        if (name.isPlace() && name.language() == null) {
            stated.add(stated(name.code(), form.form()));
        }
    }

    private static List<PlaceForm> forms(String code, String kindAndLanguage, String entries) {
        String[] parts = kindAndLanguage.split("\\.");
        String language = parts.length > 1 ? parts[1] : null;
        try {
            return Arrays.stream(entries.split("\\|"))
                    .map(entry -> PlaceForm.of(code, parts[0], language, entry.trim()))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("gazetteer/countries.tsv: " + e.getMessage(), e);
        }
    }

    /** A form under which countries.tsv has a country: nothing else is to be said about it. */
    private static String stated(String code, String form) {
        return code + ":" + Stems.spelling(form);
    }

    private static void add(Phrases<Name> phrases, String form, Name name) {
        if (!Phrases.split(form).isEmpty()) {
            WordForms.of(form, name.language()).forEach(each -> phrases.add(each, name));
        }
    }
}
