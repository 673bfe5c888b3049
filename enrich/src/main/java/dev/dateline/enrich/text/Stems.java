package dev.dateline.enrich.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Makes stems ("elect*") independent of each other. Of a word, {@link Words} finds the longest known stem only, and
 * {@link Phrases} goes by the whole word first; so that "electric*" of another rule takes nothing from "elect*", and
 * "film" nothing from "film* festival", a phrase is added with every known word that its stem covers.
 */
public final class Stems {
    private final NavigableSet<String> vocabulary = new TreeSet<>();

    public Stems(Collection<String> phrases) {
        phrases.forEach(phrase -> vocabulary.addAll(List.of(phrase.split(" "))));
    }

    /** The phrase as words in small letters without accents, with one space between them. */
    public static String spelling(String phrase) {
        StringBuilder folded = new StringBuilder();
        for (String word : Phrases.split(phrase)) {
            folded.append(folded.isEmpty() ? "" : " ");
            word.chars().filter(c -> c != '.').forEach(c -> folded.append(Folding.fold((char) c)));
        }
        return folded.toString();
    }

    /** How many combinations of known words a phrase covers, itself included. */
    public long covers(String phrase) {
        long combinations = 1;
        for (String word : phrase.split(" ")) {
            combinations *= Math.max(1, forms(word).size());
        }
        return combinations;
    }

    /** The phrases with all that they cover; where two cover the same, the one with more letters of its own holds. */
    public <T> Map<String, T> expand(Map<String, T> phrases) {
        Map<String, T> expanded = new LinkedHashMap<>(phrases);
        phrases.keySet().stream()
                .filter(phrase -> phrase.contains("*"))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(phrase ->
                        covered(phrase).forEach(variant -> expanded.putIfAbsent(variant, phrases.get(phrase))));
        return expanded;
    }

    private List<String> covered(String phrase) {
        List<String> variants = List.of("");
        for (String word : phrase.split(" ")) {
            List<String> longer = new ArrayList<>();
            for (String variant : variants) {
                forms(word).forEach(form -> longer.add(variant.isEmpty() ? form : variant + " " + form));
            }
            variants = longer;
        }
        return variants;
    }

    private Collection<String> forms(String word) {
        if (!word.endsWith("*")) {
            return List.of(word);
        }
        String stem = word.substring(0, word.length() - 1);
        return vocabulary.subSet(stem, stem + Character.MAX_VALUE);
    }
}
