package dev.dateline.enrich.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The commonest words of the languages that wires declare most. They confirm a declared language in a few microseconds;
 * what they do not confirm is looked at by the {@link LanguageDetector}. Danish and Norwegian share theirs and have none.
 */
final class CommonWords {
    private static final int ENOUGH = 5;

    private static final Map<String, Set<String>> WORDS = Map.ofEntries(
            words("en", "the of and to in is that for on with said was by as from"),
            words("de", "der die das und den von zu mit ist im des dem nicht ein eine auf"),
            words("fr", "le la les de des et un une dans pour que du qui est au sur"),
            words("es", "el la los las de que y en un una por con del se para"),
            words("pt", "o os as de que e do da em para com não um uma no na"),
            words("it", "il di che la e per un una del della in è si con non dei"),
            words("nl", "de het een van en in is dat op te voor met zijn niet"),
            words("sv", "och i att det som en på är för med av har inte ett"),
            words("fi", "ja on ei että oli se ovat mukaan myös kun"),
            words("pl", "w i na z do się nie że o jest to przez"),
            words("ru", "и в на не что с по из о для как"));

    private CommonWords() {}

    /** Whether a sample of text has so many of a language's words that the declaration need not be doubted. */
    static boolean confirm(String language, String sample) {
        Set<String> words = WORDS.get(language);
        if (words == null) {
            return false;
        }
        int hits = 0;
        int start = -1;
        for (int i = 0; i <= sample.length(); i++) {
            boolean letter = i < sample.length() && Character.isLetter(sample.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                hits += words.contains(sample.substring(start, i).toLowerCase(Locale.ROOT)) ? 1 : 0;
                start = -1;
                if (hits == ENOUGH) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Map.Entry<String, Set<String>> words(String language, String words) {
        return Map.entry(language, Arrays.stream(words.split(" ")).collect(Collectors.toUnmodifiableSet()));
    }
}
