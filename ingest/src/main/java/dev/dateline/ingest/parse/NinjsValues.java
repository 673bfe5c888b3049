package dev.dateline.ingest.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Access to fields of ninjs, whose names are in camel case from version 3 and in lower case before. */
final class NinjsValues {
    private NinjsValues() {}

    static JsonNode field(JsonNode node, String camelCase) {
        if (node.has(camelCase)) {
            return node.get(camelCase);
        }
        String lower = camelCase.toLowerCase(Locale.ROOT);
        return node.has(lower) ? node.get(lower) : MissingNode.getInstance();
    }

    /** A string or number; null for anything else and for blanks. */
    static String text(JsonNode node, String camelCase) {
        JsonNode value = field(node, camelCase);
        return value.isTextual() || value.isNumber() ? PlainText.orNull(value.asText()) : null;
    }

    /** Elements of an array or values of an object whose keys are only labels; a single object stands for itself. */
    static List<JsonNode> elements(JsonNode node) {
        List<JsonNode> elements = new ArrayList<>();
        if (node.isArray()
                || (node.isObject()
                        && Stream.of("name", "uri", "code", "href", "literal", "value")
                                .noneMatch(node::has))) {
            node.forEach(elements::add);
        } else if (node.isObject()) {
            elements.add(node);
        }
        return elements;
    }

    /** The name of an object or the string itself. */
    static String name(JsonNode node) {
        return node.isTextual()
                ? PlainText.orNull(node.asText())
                : Stream.of("name", "literal", "code")
                        .map(key -> text(node, key))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    static List<String> names(JsonNode... lists) {
        return Stream.of(lists)
                .flatMap(list -> list.isTextual() ? Stream.of(list) : elements(list).stream())
                .map(NinjsValues::name)
                .filter(Objects::nonNull)
                .toList();
    }
}
