package dev.dateline.model;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names and codes of countries, as far as they leave no doubt. Names are English, from the JDK's locale data. */
public final class Countries {
    /** Names that wires use and the locale data do not have. */
    private static final Map<String, String> WIRE_NAMES = Map.ofEntries(
            Map.entry("usa", "US"),
            Map.entry("u.s.", "US"),
            Map.entry("u.s.a.", "US"),
            Map.entry("us", "US"),
            Map.entry("united states of america", "US"),
            Map.entry("uk", "GB"),
            Map.entry("u.k.", "GB"),
            Map.entry("britain", "GB"),
            Map.entry("great britain", "GB"),
            Map.entry("england", "GB"),
            Map.entry("scotland", "GB"),
            Map.entry("wales", "GB"),
            Map.entry("northern ireland", "GB"),
            Map.entry("west germany", "DE"),
            Map.entry("east germany", "DE"),
            Map.entry("ivory coast", "CI"),
            Map.entry("côte d'ivoire", "CI"),
            Map.entry("czech republic", "CZ"),
            Map.entry("turkey", "TR"),
            Map.entry("burma", "MM"),
            Map.entry("myanmar", "MM"),
            Map.entry("democratic republic of congo", "CD"),
            Map.entry("dr congo", "CD"),
            Map.entry("congo republic", "CG"),
            Map.entry("republic of congo", "CG"),
            Map.entry("swaziland", "SZ"),
            Map.entry("macedonia", "MK"),
            Map.entry("bosnia", "BA"),
            Map.entry("bosnia and herzegovina", "BA"),
            Map.entry("bosnia-herzegovina", "BA"),
            Map.entry("uae", "AE"),
            Map.entry("palestine", "PS"),
            Map.entry("palestinian territories", "PS"),
            Map.entry("gaza strip", "PS"),
            Map.entry("west bank", "PS"),
            Map.entry("kosovo", "XK"),
            Map.entry("hong kong", "HK"),
            Map.entry("macau", "MO"),
            Map.entry("vatican", "VA"),
            Map.entry("the netherlands", "NL"),
            Map.entry("holland", "NL"),
            Map.entry("the gambia", "GM"),
            Map.entry("the bahamas", "BS"),
            Map.entry("trinidad and tobago", "TT"),
            Map.entry("trinidad", "TT"),
            Map.entry("east timor", "TL"),
            Map.entry("cape verde", "CV"),
            Map.entry("russian federation", "RU"),
            Map.entry("republic of korea", "KR"),
            Map.entry("crimea", "UA"));

    private static final Map<String, String> BY_NAME = names();
    private static final Map<String, String> BY_FOREIGN_NAME = foreignNames();
    private static final Map<String, String> BY_CODE = codes();

    private static final Pattern SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

    private Countries() {}

    /** The ISO 3166-1 alpha-2 code of a country named in English, for example "GB" for "Britain". */
    public static Optional<String> byName(String name) {
        return name == null
                ? Optional.empty()
                : Optional.ofNullable(BY_NAME.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    /** The code of a country named in a language of Europe, for fields that hold nothing but a country. */
    public static Optional<String> byNameInAnyLanguage(String name) {
        return byName(name)
                .or(() -> name == null
                        ? Optional.empty()
                        : Optional.ofNullable(BY_FOREIGN_NAME.get(name.strip().toLowerCase(Locale.ROOT))));
    }

    /**
     * The alpha-2 code for a code of ISO 3166: alpha-2 ("DE"), alpha-3 ("DEU") or a subdivision ("US-NV"), in either
     * case. Empty when no such country exists.
     */
    public static Optional<String> byCode(String code) {
        if (code == null) {
            return Optional.empty();
        }
        String upper = code.strip().toUpperCase(Locale.ROOT);
        String country = SUBDIVISION.matcher(upper).matches() ? upper.substring(0, 2) : upper;
        return Optional.ofNullable(BY_CODE.get(country));
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            String name = new Locale.Builder()
                    .setRegion(code)
                    .build()
                    .getDisplayCountry(Locale.ENGLISH)
                    .toLowerCase(Locale.ROOT);
            names.put(name, code);
            names.put(name.replace("&", "and"), code);
        }
        names.putAll(WIRE_NAMES);
        return Map.copyOf(names);
    }

    private static Map<String, String> foreignNames() {
        Map<String, String> names = new HashMap<>();
        for (String language : List.of("fr", "de", "nl", "sv", "nb", "da", "fi", "es", "it", "pt", "pl")) {
            for (String code : Locale.getISOCountries()) {
                String name =
                        new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.forLanguageTag(language));
                names.putIfAbsent(name.toLowerCase(Locale.ROOT), code);
            }
        }
        return Map.copyOf(names);
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            codes.put(code, code);
            codes.put(new Locale.Builder().setRegion(code).build().getISO3Country(), code);
        }
        codes.put("XK", "XK");
        codes.put("XKX", "XK");
        return Map.copyOf(codes);
    }
}
