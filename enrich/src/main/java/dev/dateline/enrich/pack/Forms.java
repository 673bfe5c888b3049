package dev.dateline.enrich.pack;

import dev.dateline.enrich.text.Phrases;
import java.util.ArrayList;
import java.util.List;

/** Checks names and phrases: what could never be found, or would find everything, is a problem. */
final class Forms {
    private static final int LONGEST = 200;
    private static final int SHORTEST_STEM = 2;
    private static final int MOST_STEMS = 2;
    private static final String ANY_ENDING = "*";
    private static final String WEAK = "~";

    private final Problems problems;
    private final List<Node.Text> phrases = new ArrayList<>();

    Forms(Problems problems) {
        this.problems = problems;
    }

    /** Names without *. */
    List<Node.Text> names(List<Node.Text> entries) {
        return entries.stream().filter(this::isName).toList();
    }

    /** Phrases whose words may end in *. */
    List<Node.Text> phrases(List<Node.Text> entries) {
        return entries.stream().filter(this::isPhrase).toList();
    }

    /** All of the latter so far. */
    List<Node.Text> phrases() {
        return phrases;
    }

    boolean isName(Node.Text entry) {
        if (entry.value().contains(ANY_ENDING)) {
            return refuse(
                    entry, "* stands for endings in phrases of topics and names of blocs alone: write each form out");
        }
        return isUsable(entry);
    }

    boolean isPhrase(Node.Text entry) {
        if (!isUsable(entry)) {
            return false;
        }
        phrases.add(entry);
        return true;
    }

    /** The name without the mark of a weak one. */
    static Node.Text strong(Node.Text name) {
        return name.value().startsWith(WEAK)
                ? new Node.Text(name.line(), name.value().substring(1))
                : name;
    }

    private boolean isUsable(Node.Text entry) {
        String form = entry.value();
        List<String> words = new ArrayList<>(Phrases.split(form));
        words.removeIf(word -> word.equals(","));
        if (words.stream().noneMatch(word -> word.chars().anyMatch(Character::isLetterOrDigit))) {
            return refuse(entry, "has no word that could be found");
        }
        if (form.length() > LONGEST) {
            return refuse(entry, "has more than " + LONGEST + " characters");
        }
        if (words.stream().anyMatch(word -> word.indexOf('*') >= 0 && word.indexOf('*') < word.length() - 1)) {
            return refuse(entry, "* is the last character of a word and stands for any ending");
        }
        List<String> stems =
                words.stream().filter(word -> word.endsWith(ANY_ENDING)).toList();
        if (stems.stream().anyMatch(stem -> stem.length() <= SHORTEST_STEM)) {
            return refuse(entry, "needs " + SHORTEST_STEM + " letters or more before *");
        }
        return stems.size() <= MOST_STEMS || refuse(entry, "has more than " + MOST_STEMS + " words with *");
    }

    private boolean refuse(Node.Text entry, String why) {
        String shown = entry.value().length() > 60 ? entry.value().substring(0, 60) + "…" : entry.value();
        problems.add(entry.line(), "\"" + shown + "\" " + why);
        return false;
    }
}
