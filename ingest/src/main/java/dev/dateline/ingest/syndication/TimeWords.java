package dev.dateline.ingest.syndication;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names of months in the languages in which feeds write them, and names of zones. */
final class TimeWords {
    private static final Map<String, Integer> MONTHS = months();
    private static final Map<String, String> ZONES = zones();

    private TimeWords() {}

    /** Number of a month from 1 by its name or abbreviation; null for a word that is none. */
    static Integer month(String name) {
        return MONTHS.get(plain(name));
    }

    /** Offset of a zone in ISO 8601, or "" when the name is unknown. */
    static String offset(String zone) {
        return ZONES.getOrDefault(zone.toUpperCase(Locale.ROOT), "");
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        // English first: "mar" is November to a Finn
        for (String language : "en de fr es it pt nl sv da nb fi pl cs ru uk el hu ro tr id".split(" ")) {
            Locale locale = Locale.forLanguageTag(language);
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(
                        TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE)) {
                    String name = plain(month.getDisplayName(style, locale));
                    if (name.length() >= 3 && !Character.isDigit(name.charAt(0))) {
                        months.putIfAbsent(name, month.getValue());
                    }
                }
            }
        }
        months.put("sept", 9);
        return Map.copyOf(months);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}.]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Where a name means several zones, the one that feeds mean; RFC 822's letters were defined the wrong way round and say nothing. */
    private static Map<String, String> zones() {
        Map<String, String> zones = new HashMap<>();
        String[] named = {
            "Z UTC GMT UT WET ETC/GMT ETC/UTC",
            "Z",
            "CET MET MEZ BST WEST WAT",
            "+01:00",
            "CEST MEST MESZ EET SAST CAT",
            "+02:00",
            "EEST MSK EAT",
            "+03:00",
            "GST",
            "+04:00",
            "PKT",
            "+05:00",
            "IST",
            "+05:30",
            "ICT WIB",
            "+07:00",
            "HKT SGT PHT AWST",
            "+08:00",
            "JST KST",
            "+09:00",
            "ACST",
            "+09:30",
            "AEST",
            "+10:00",
            "AEDT",
            "+11:00",
            "NZST",
            "+12:00",
            "NZDT",
            "+13:00",
            "ADT BRT ART",
            "-03:00",
            "NDT",
            "-02:30",
            "NST",
            "-03:30",
            "EDT AST",
            "-04:00",
            "EST CDT ET",
            "-05:00",
            "CST MDT CT",
            "-06:00",
            "MST PDT MT",
            "-07:00",
            "PST AKDT PT",
            "-08:00",
            "AKST",
            "-09:00",
            "HST",
            "-10:00"
        };
        for (int i = 0; i < named.length; i += 2) {
            for (String name : named[i].split(" ")) {
                zones.put(name, named[i + 1]);
            }
        }
        return Map.copyOf(zones);
    }
}
