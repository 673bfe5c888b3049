package dev.dateline.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where the places of datelines lie: cities that stand alone, and the states and provinces that follow a smaller one. */
final class WirePlaces {
    /** States of the USA in full and in the abbreviations of AP, Reuters and the post, without points, in lower case. */
    private static final Set<String> US_STATES =
            Set.of(("alabama|ala|al|alaska|ak|arizona|ariz|az|arkansas|ark|ar|california|calif|cal|ca|colorado|colo|co|"
                            + "connecticut|conn|ct|delaware|del|florida|fla|fl|georgia|ga|hawaii|hi|idaho|ida|illinois|"
                            + "ill|il|indiana|ind|iowa|ia|kansas|kan|kans|ks|kentucky|ky|louisiana|la|maine|maryland|md|"
                            + "massachusetts|mass|ma|michigan|mich|mi|minnesota|minn|mn|mississippi|miss|ms|missouri|mo|"
                            + "montana|mont|mt|nebraska|neb|nebr|ne|nevada|nev|nv|new hampshire|nh|n h|new jersey|nj|n j|"
                            + "new mexico|nm|n m|new york|ny|n y|north carolina|nc|n c|north dakota|nd|n d|ohio|oh|"
                            + "oklahoma|okla|ok|oregon|ore|or|pennsylvania|penn|penna|pa|rhode island|ri|r i|"
                            + "south carolina|sc|s c|south dakota|sd|s d|tennessee|tenn|tn|texas|tex|tx|utah|ut|vermont|"
                            + "vt|virginia|va|washington|wash|wa|west virginia|wva|w va|wv|wisconsin|wis|wisc|wi|"
                            + "wyoming|wyo|wy|puerto rico|dc|d c")
                    .split("\\|"));

    private static final Set<String> CANADIAN_PROVINCES =
            Set.of(("alberta|alta|british columbia|bc|b c|manitoba|man|mb|new brunswick|nb|n b|newfoundland|nfld|"
                            + "newfoundland and labrador|nova scotia|ns|n s|ontario|ont|on|prince edward island|pei|"
                            + "quebec|québec|que|qc|saskatchewan|sask|sk|yukon|nunavut|northwest territories")
                    .split("\\|"));

    /** Parts of the names of single cities that stand after a slash: "Frankfurt/Main" is one city, "Rom/Sydney" two. */
    private static final Set<String> AFTER_THE_SLASH =
            Set.of("main", "oder", "saale", "weser", "donau", "neckar", "elbe", "ruhr", "rhein", "allgäu", "westfalen");

    private static final Set<String> PARTICLES =
            Set.of("de|del|della|di|da|do|dos|du|le|la|les|el|al|an|der|of|the|upon|on".split("\\|"));

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern AROUND_WORDS = Pattern.compile("(?<=[ \\-/.'’])|(?=[ \\-/.'’])");

    private record City(String name, String country) {}

    private static final Map<String, City> CITIES = cities();

    private WirePlaces() {}

    /** The country of a place, from what follows it ("Pa.", "Italy") or, when nothing does, from the place itself. */
    static Optional<String> countryOf(String place, Iterable<String> qualifiers) {
        Optional<String> country = Optional.empty();
        boolean qualified = false;
        for (String qualifier : qualifiers) {
            qualified = true;
            country = Countries.byName(qualifier).or(() -> stateOf(qualifier)).or(() -> cityIn(qualifier));
        }
        return country.isPresent() || qualified
                ? country
                : cityIn(place).or(() -> Countries.byName(place)).or(() -> stateOf(place));
    }

    /** True when the name is a city, country, state or province that this class knows. */
    static boolean isKnown(String name) {
        return cityIn(name).isPresent()
                || Countries.byName(name).isPresent()
                || stateOf(name).isPresent();
    }

    /** Whether what follows a slash belongs to the name of the city before it. */
    static boolean belongsToCity(String afterSlash) {
        return AFTER_THE_SLASH.contains(afterSlash.toLowerCase(Locale.ROOT));
    }

    /** The name in ordinary case: "NEW YORK" becomes "New York", "RIO DE JANEIRO" "Rio de Janeiro". */
    static String ordinaryCase(String name) {
        City city = CITIES.get(name.toLowerCase(Locale.ROOT));
        if (city != null) {
            return city.name();
        }
        if (!name.equals(name.toUpperCase(Locale.ROOT)) || name.length() < 3) {
            return name;
        }
        StringBuilder out = new StringBuilder();
        boolean start = true;
        for (String word : AROUND_WORDS.split(name.toLowerCase(Locale.ROOT))) {
            boolean particle = !start && PARTICLES.contains(word);
            boolean afterApostrophe = word.length() == 1 && endsWithApostrophe(out);
            out.append(particle || afterApostrophe ? word : capitalised(word));
            start = false;
        }
        return out.toString();
    }

    private static boolean endsWithApostrophe(StringBuilder name) {
        char last = name.isEmpty() ? ' ' : name.charAt(name.length() - 1);
        return last == '\'' || last == '’';
    }

    private static String capitalised(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static Optional<String> cityIn(String name) {
        return Optional.ofNullable(CITIES.get(name.toLowerCase(Locale.ROOT))).map(City::country);
    }

    private static Optional<String> stateOf(String name) {
        String plain = SPACES.matcher(name.toLowerCase(Locale.ROOT).replace('.', ' '))
                .replaceAll(" ")
                .strip();
        if (US_STATES.contains(plain)) {
            return Optional.of("US");
        }
        return CANADIAN_PROVINCES.contains(plain) ? Optional.of("CA") : Optional.empty();
    }

    private static Map<String, City> cities() {
        Map<String, City> cities = new HashMap<>();
        try (InputStream in = WirePlaces.class.getResourceAsStream("wire-cities.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] fields = line.split("\t");
                    for (String name : fields[1].split("\\|")) {
                        cities.putIfAbsent(name.toLowerCase(Locale.ROOT), new City(name, fields[0]));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(cities);
    }
}
