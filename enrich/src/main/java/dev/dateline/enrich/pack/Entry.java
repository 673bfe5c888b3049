package dev.dateline.enrich.pack;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One mapping of a pack, read by its keys; what does not fit becomes a problem and reads as absent. */
final class Entry {
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final Problems problems;
    private final String what;
    private final int line;
    private final boolean isMapping;
    private final Map<String, Node> values = new HashMap<>();

    /**
     * Takes a mapping apart.
     *
     * @param what what it is, for messages: "a topic"
     * @param keys the keys that it may have
     */
    Entry(Node node, Problems problems, String what, String... keys) {
        this.problems = problems;
        this.what = what;
        this.line = node.line();
        this.isMapping = node instanceof Node.Fields;
        if (!(node instanceof Node.Fields mapping)) {
            problems.add(line, what + " is a mapping with the keys " + String.join(", ", keys));
            return;
        }
        mapping.fields().forEach((key, value) -> {
            if (Arrays.asList(keys).contains(key.value())) {
                values.putIfAbsent(key.value(), value);
            } else {
                problems.add(
                        key.line(), "unknown key '" + key.value() + "': " + what + " has " + String.join(", ", keys));
            }
        });
    }

    int line() {
        return line;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    int lineOf(String key) {
        return has(key) ? values.get(key).line() : line;
    }

    /** The text of a key, or null. */
    String text(String key) {
        Node value = values.get(key);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Node.Text text) || text.value().isBlank()) {
            problems.add(value.line(), key + " is one text");
            return null;
        }
        return text.value().strip();
    }

    /** The same; its absence is a problem. */
    String required(String key) {
        mustHave(key);
        return text(key);
    }

    void mustHave(String key) {
        if (isMapping && !has(key)) {
            problems.add(line, what + " needs the key " + key);
        }
    }

    /** ISO 639 code of a language, or null. */
    String language() {
        String language = text("language");
        if (language != null && (!LANGUAGES.contains(language) || language.equals("no"))) {
            problems.add(
                    lineOf("language"), "\"" + language + "\" is no ISO 639 code of a language such as en, de or nb");
        }
        return language;
    }

    /** The items of a key; none when it is absent or empty. */
    List<Node> items(String key) {
        Node value = values.get(key);
        if (value == null || (value instanceof Node.Text text && text.value().isBlank())) {
            return List.of();
        }
        if (value instanceof Node.Items items) {
            return items.all();
        }
        problems.add(value.line(), key + " is a list");
        return List.of();
    }

    /** The texts in the list of a key. */
    List<Node.Text> texts(String key) {
        return items(key).stream()
                .filter(item -> {
                    if (item instanceof Node.Text) {
                        return true;
                    }
                    problems.add(item.line(), key + " is a list of texts; quote one that holds a colon or a bracket");
                    return false;
                })
                .map(Node.Text.class::cast)
                .toList();
    }
}
