package dev.dateline.enrich.place;

import dev.dateline.enrich.place.Name.Spelling;
import dev.dateline.enrich.place.Name.Trust;
import dev.dateline.enrich.text.Resources;
import dev.dateline.enrich.text.Stems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** States, provinces and cities with their names, from places.tsv and place-names.tsv. */
final class Localities {
    private static final String PLACES = "/gazetteer/places.tsv";
    private static final String FOREIGN = "/gazetteer/place-names.tsv";

    /** A form and what it means. */
    record Entry(String form, Name name) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Locality> byCode = new HashMap<>();
    private final Map<String, Locality> byForm = new HashMap<>();
    private final Map<String, Kind> kinds = new HashMap<>();

    static Localities read() {
        Localities all = new Localities();
        for (String[] row : Resources.rows(PLACES, 5)) {
            all.add(row);
        }
        for (String[] row : Resources.rows(FOREIGN, 2)) {
            all.addForeign(row[0], row[1]);
        }
        return all;
    }

    /** Names in the order of the files. */
    List<Entry> entries() {
        return entries;
    }

    /**
     * The place of a country that has a name, in whatever case and accents; one that is not listed is made of the name.
     * What stands behind a comma is not read: "London, Ontario".
     */
    Locality named(String country, String form) {
        Locality known = byForm.get(key(country, form));
        String town = form.replaceFirst("(?<=.),.*", "");
        if (known == null) {
            known = byForm.get(key(country, town));
        }
        return known == null ? Locality.unlisted(country, town) : known;
    }

    private void add(String[] row) {
        String country = row[0];
        if (!Countries.isCountry(country)) {
            throw new IllegalStateException(PLACES + ": \"" + country + "\" is no ISO 3166-1 alpha-2 code");
        }
        Kind kind = Kind.valueOf(row[1].toUpperCase(Locale.ROOT));
        String state = row[2].isEmpty() ? null : country + "/" + row[2];
        List<Form> forms = new ArrayList<>();
        for (String form : row[4].split("\\|")) {
            forms.add(Form.of(form.trim()));
        }
        String name = forms.get(0).text();
        String plain = Locality.code(country, name);
        String code = byCode.containsKey(plain) && state != null ? plain + "-" + row[2] : plain;
        Locality locality = new Locality(code, name, state, Integer.parseInt(row[3]));
        if (byCode.putIfAbsent(code, locality) != null) {
            throw new IllegalStateException(PLACES + ": two places would have the code " + code);
        }
        kinds.put(code, kind);
        for (Form form : forms) {
            byForm.putIfAbsent(key(country, form.text()), locality);
            Spelling spelling = form.afterComma() ? Spelling.AFTER_COMMA : Spelling.of(form.text());
            entries.add(new Entry(form.text(), new Name(country, kind, form.trust(), spelling, null, locality)));
        }
    }

    private void addForeign(String code, String names) {
        Locality locality = byCode.get(code);
        String country = code.substring(0, 2);
        if (locality == null) {
            throw new IllegalStateException(FOREIGN + ": " + code + " is in no line of " + PLACES);
        }
        Set<String> known = new HashSet<>();
        for (String entry : names.split("\\|")) {
            String[] parts = entry.trim().split(":", 2);
            if (parts.length < 2 || !known.add(parts[0])) {
                throw new IllegalStateException(
                        FOREIGN + ": expected one name for each language, found \"" + entry + "\" for " + code);
            }
            byForm.putIfAbsent(key(country, parts[1]), locality);
            Name name = new Name(country, kinds.get(code), Trust.SURE, Spelling.of(parts[1]), parts[0], locality);
            entries.add(new Entry(parts[1], name));
        }
    }

    private static String key(String country, String form) {
        return country + ":" + Stems.spelling(form);
    }

    /** A form without its mark. */
    private record Form(String text, Trust trust, boolean afterComma) {
        static Form of(String form) {
            return switch (form.charAt(0)) {
                case '~' -> new Form(form.substring(1), Trust.WEAK, false);
                case '!' -> new Form(form.substring(1), Trust.GUARDED, false);
                case ',' -> new Form(form.substring(1), Trust.SURE, true);
                default -> new Form(form, Trust.SURE, false);
            };
        }
    }
}
