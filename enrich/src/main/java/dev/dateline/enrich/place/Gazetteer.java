package dev.dateline.enrich.place;

import dev.dateline.enrich.place.Name.Spelling;
import dev.dateline.enrich.text.Passage;
import dev.dateline.enrich.text.Phrases;
import dev.dateline.enrich.text.Resources;
import dev.dateline.enrich.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All names of countries and of what stands for them: from ICU, and from the resources under gazetteer/. */
public final class Gazetteer {
    /** Languages whose country names are known. */
    static final List<String> LANGUAGES =
            List.of("en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "ar", "ru", "zh");

    private static final String ENGLISH = "en";
    private static final Name NOT_A_PLACE = new Name(null, Kind.NAME, false, Spelling.CAPITAL, null);

    private final Phrases<Name> phrases;
    private final Map<String, String> markets;

    private Gazetteer(Phrases<Name> phrases, Map<String, String> markets) {
        this.phrases = phrases;
        this.markets = markets;
    }

    public static Gazetteer load(Words words) {
        Phrases<Name> phrases = new Phrases<>(words);
        for (String language : LANGUAGES) {
            Countries.names(language)
                    .forEach((code, names) -> names.forEach(
                            name -> add(phrases, name, new Name(code, Kind.NAME, false, Spelling.of(name), language))));
        }
        for (String[] row : Resources.rows("/gazetteer/countries.tsv", 3)) {
            addRow(phrases, row[0], row[1], row[2]);
        }
        for (String phrase : Resources.lines("/gazetteer/not-places.txt")) {
            add(phrases, phrase, NOT_A_PLACE);
        }
        return new Gazetteer(phrases.freeze(), markets());
    }

    /** The longest name that begins at a token, or null. */
    public Phrases.Match<Name> at(Passage passage, int token, String language) {
        return phrases.longestAt(passage, token, (name, in, first, last) -> name.fits(in, first, last, language));
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

    private static void addRow(Phrases<Name> phrases, String code, String kindAndLanguage, String forms) {
        if (!Countries.isCountry(code)) {
            throw new IllegalStateException("gazetteer/countries.tsv: \"" + code + "\" is no ISO 3166-1 alpha-2 code");
        }
        String[] parts = kindAndLanguage.split("\\.");
        Kind kind = Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
        String language = parts.length > 1 ? parts[1] : (kind == Kind.DEMONYM || kind.isHint() ? ENGLISH : null);
        for (String entry : forms.split("\\|")) {
            String form = entry.trim();
            boolean weak = form.startsWith("~");
            String bare = weak ? form.substring(1) : form;
            add(phrases, bare, new Name(code, kind, weak, Spelling.of(bare), language));
        }
    }

    private static void add(Phrases<Name> phrases, String form, Name name) {
        if (!Phrases.split(form).isEmpty()) {
            phrases.add(form, name);
        }
    }
}
