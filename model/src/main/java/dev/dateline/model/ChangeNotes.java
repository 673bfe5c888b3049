package dev.dateline.model;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines with which wires tell editors what a version changes: "(Corrects spelling in paragraph 3)", "ADDS details". */
public final class ChangeNotes {
    private static final Pattern CHANGE_NOTE = Pattern.compile(
            "^\\(?(?:(?i:(?:Eds?|Editors?)\\.?:\\h*))?((?i:adds|add|corrects|correcting|rewrites|recasts|updates|updating|repeats|refiles|refiling|removes"
                    + "|clarifies|changes|fixes|edits|this version (?:corrects|removes|adds)|updated|corrected"
                    + "|berichtigung|wiederholung|korrektur|aktualisierung|neu:|ergänzt|n ?i ?e ?u ?w bericht)\\b.*?)\\)?$",
            Pattern.DOTALL);

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private static final Pattern ADVISORY = Pattern.compile("(?i)n ?i ?e ?u ?w bericht, vervangt:.{1,300}");

    private static final Map<Pattern, Signal> CHANGES = Map.of(
            Pattern.compile(
                    "(?i)(?:correct(?:s|ing|ed)|this version corrects|berichtigung|korrektur|corrig[eé]|corrección)\\b"),
            Signal.CORRECTION,
            Pattern.compile("(?i)(?:refiles|refiling|wiederholung)\\b"),
            Signal.REFILE,
            Pattern.compile("(?i)repeats\\b"),
            Signal.REPEAT,
            Pattern.compile(
                    "(?i)(?:adds?|rewrites|recasts|updat(?:es|ing|ed)|aktualisierung|neu:|ergänzt|n ?i ?e ?u ?w bericht)\\b"),
            Signal.UPDATE);

    private ChangeNotes() {}

    /** Whether a line that stands above a story by itself says that it replaces an earlier one, as ANP's does. */
    public static boolean isAdvisory(String line) {
        return ADVISORY.matcher(line).matches();
    }

    /** What changed, from an advisory line such as "(Corrects spelling in paragraph 3)" or "Eds: UPDATES: adds details". */
    public static Optional<String> read(String line) {
        Matcher note = CHANGE_NOTE.matcher(line.strip());
        return note.matches() && isWhole(line.strip())
                ? Optional.of(SPACES.matcher(note.group(1)).replaceAll(" ").strip())
                : Optional.empty();
    }

    /** What an advisory line does with a story, by its first words; empty when they do not tell. */
    public static Optional<Signal> signalOf(String changeNote) {
        return CHANGES.entrySet().stream()
                .filter(change -> change.getKey().matcher(changeNote).lookingAt())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isWhole(String line) {
        return line.startsWith("(") == line.endsWith(")");
    }
}
