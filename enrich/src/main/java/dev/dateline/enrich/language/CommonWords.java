package dev.dateline.enrich.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The commonest words of the languages that wires declare most. They confirm a declared language in a few microseconds;
 * what they do not confirm is looked at by the {@link LanguageDetector}, which takes a hundred times as long. Danish and
 * Norwegian have those alone that they do not share.
 */
final class CommonWords {
    /** Words that will do when no other language has more. */
    private static final int ENOUGH = 5;
    /** Words that will do when no other language has more than half as many. */
    private static final int ENOUGH_ALONE = 3;

    private static final List<String> LANGUAGES =
            List.of("en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "pl", "ru");
    /** Bits of the languages of each word, in the order above. */
    private static final Map<String, Integer> WORDS = words(
            "the of and to in is that for on with said was by as from",
            "der die das und den von zu mit ist im des dem nicht ein eine auf",
            "le la les de des et un une dans pour que du qui est au sur",
            "el la los las de que y en un una por con del se para",
            "o os as de que e do da em para com não um uma no na",
            "il di che la e per un una del della in è si con non dei",
            "de het een van en in is dat op te voor met zijn niet",
            "och i att det som en på är för med av har inte ett",
            "af blev bliver efter mod ud op siger noget nu kun meget",
            "av ble blir etter mot ut opp sier noe nå bare mye",
            "ja on ei että oli se ovat mukaan myös kun mutta kuin joka hän sanoi jälkeen",
            "w i na z do się nie że o jest to przez",
            "и в на не что с по из о для как");

    private CommonWords() {}

    /** Whether a sample of text has so many of a language's words that the declaration need not be doubted. */
    static boolean confirm(String language, String sample) {
        int declared = LANGUAGES.indexOf(language);
        if (declared < 0) {
            return false;
        }
        int[] hits = new int[LANGUAGES.size()];
        int start = -1;
        for (int i = 0; i <= sample.length(); i++) {
            boolean letter = i < sample.length() && Character.isLetter(sample.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                count(WORDS.getOrDefault(sample.substring(start, i).toLowerCase(Locale.ROOT), 0), hits);
                start = -1;
                if (hits[declared] >= ENOUGH && isMost(declared, hits, 1)) {
                    return true;
                }
            }
        }
        return hits[declared] >= ENOUGH_ALONE && isMost(declared, hits, 2);
    }

    private static void count(int languages, int[] hits) {
        for (int left = languages; left != 0; left &= left - 1) {
            hits[Integer.numberOfTrailingZeros(left)]++;
        }
    }

    /** Whether no other language has more than the declared one, divided by {@code lead}. */
    private static boolean isMost(int declared, int[] hits, int lead) {
        for (int other = 0; other < hits.length; other++) {
            if (other != declared && hits[other] * lead > hits[declared]) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Integer> words(String... ofLanguages) {
        Map<String, Integer> languages = new HashMap<>();
        for (int i = 0; i < ofLanguages.length; i++) {
            int bit = 1 << i;
            Arrays.stream(ofLanguages[i].split(" ")).forEach(word -> languages.merge(word, bit, (a, b) -> a | b));
        }
        return Map.copyOf(languages);
    }
}
