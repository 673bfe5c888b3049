package dev.dateline.enrich.place;

import java.util.ArrayList;
import java.util.List;

/** Forms that a name takes in a sentence, in languages that write more than the name: Russian cases, Arabic prefixes. */
final class WordForms {
    private static final String ARTICLE = "ال";
    private static final String RUSSIAN_HARD = "гкхжшчщ";
    private static final String RUSSIAN_VOWELS = "аеёиоуыэюяьйъ";

    private WordForms() {}

    /** The name and its forms; names of several words are left as they are. */
    static List<String> of(String name, String language) {
        if (name.indexOf(' ') >= 0 || name.length() < 3) {
            return List.of(name);
        }
        return switch (language == null ? "" : language) {
            case "ru" -> russian(name);
            case "ar" -> arabic(name);
            default -> List.of(name);
        };
    }

    /** "Россия" to "России", "Россию", "Россией"; "Париж" to "Парижа" and so on. */
    private static List<String> russian(String name) {
        String stem = name.substring(0, name.length() - 1);
        char last = name.charAt(name.length() - 1);
        return switch (last) {
            case 'а' ->
                with(name, stem, RUSSIAN_HARD.indexOf(stem.charAt(stem.length() - 1)) < 0 ? "ы" : "и", "е", "у", "ой");
            case 'я' -> with(name, stem, "и", "ю", "ей", stem.endsWith("и") ? "и" : "е");
            case 'й' -> with(name, stem, "я", "ю", "ем", "е");
            case 'ь' -> with(name, stem, "и", "ью", "я", "ю", "е", "ем");
            default ->
                RUSSIAN_VOWELS.indexOf(last) < 0 && Character.isLetter(last)
                        ? with(name, name, "а", "у", "ом", "е")
                        : List.of(name);
        };
    }

    /** "باريس" to "وباريس", "بباريس", "لباريس"; before the article "to" is written differently. */
    private static List<String> arabic(String name) {
        List<String> forms = new ArrayList<>(List.of(name, "و" + name, "ب" + name));
        forms.add(name.startsWith(ARTICLE) ? "لل" + name.substring(ARTICLE.length()) : "ل" + name);
        return forms;
    }

    private static List<String> with(String name, String stem, String... endings) {
        List<String> forms = new ArrayList<>(List.of(name));
        for (String ending : endings) {
            forms.add(stem + ending);
        }
        return forms;
    }
}
