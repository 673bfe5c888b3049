package dev.dateline.ingest.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Values of a dialect's file by their type; what is wrong is noted, and something harmless stands for it. */
final class DialectValues {
    private final JsonNode root;
    private final List<String> problems;

    /** @param problems to which they are added */
    DialectValues(JsonNode root, List<String> problems) {
        this.root = root;
        this.problems = problems;
    }

    ZoneId zone() {
        String zone = text(root, "zone");
        try {
            return ZoneId.of(zone == null ? "UTC" : zone);
        } catch (DateTimeException e) {
            problem("zone '" + zone + "' is unknown; write it like Europe/Helsinki");
            return ZoneId.of("UTC");
        }
    }

    Charset charset() {
        String charset = text(root, "charset");
        try {
            return charset == null ? null : Charset.forName(charset);
        } catch (IllegalArgumentException e) {
            problem("charset '" + charset + "' is unknown; write it like ISO-8859-15");
            return null;
        }
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        String value = text(root, key);
        if (value == null) {
            return otherwise;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseGet(() -> {
                    problem(key + " must be one of " + Arrays.toString(type.getEnumConstants()));
                    return otherwise;
                });
    }

    Pattern pattern(String expression) {
        try {
            return Pattern.compile(
                    expression == null ? "" : expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (PatternSyntaxException e) {
            problem("'" + expression + "' is no regular expression: " + e.getDescription());
            return Pattern.compile("(?!)");
        }
    }

    JsonNode section(String key, String... keys) {
        JsonNode section = root.path(key);
        if (!section.isMissingNode() && !section.isObject()) {
            problem(key + " must be a mapping");
        }
        onlyKeys(section, key + ".", keys);
        return section;
    }

    /** Every other key of the file is a problem. */
    void onlyKeys(String... keys) {
        onlyKeys(root, "", keys);
    }

    private void onlyKeys(JsonNode node, String path, String... keys) {
        Set<String> known = Set.of(keys);
        List<String> unknown = new ArrayList<>();
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                unknown.add(path + name);
            }
        });
        unknown.forEach(name -> problem("unknown key '" + name + "'"));
    }

    Set<String> oneOf(Set<String> words, Set<String> known, String key) {
        Set<String> unknown = new HashSet<>(words);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            problem(key + " has unknown " + unknown + "; known are "
                    + known.stream().sorted().toList());
        }
        return words;
    }

    Set<String> words(JsonNode node, String key) {
        Set<String> words = new LinkedHashSet<>();
        node.path(key).forEach(word -> words.add(word.asText()));
        return words;
    }

    String text(JsonNode node, String key) {
        return node.hasNonNull(key) ? node.get(key).asText() : null;
    }

    void problem(String problem) {
        problems.add(problem);
    }
}
