package dev.dateline.ingest.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Access to fields of ninjs, whose names are in camel case from version 3 and in lower case before. Loops, not streams:
 * an item is asked for a hundred fields, most of which it does not have.
 */
final class NinjsValues {
    /** One of these is in every object that is a value and no map of values. */
    private static final List<String> FIELDS_OF_VALUES = List.of("name", "uri", "code", "href", "literal", "value");

    private NinjsValues() {}

    static JsonNode field(JsonNode node, String camelCase) {
        JsonNode value = node.get(camelCase);
        if (value == null) {
            value = node.get(camelCase.toLowerCase(Locale.ROOT));
        }
        return value == null ? MissingNode.getInstance() : value;
    }

    static boolean hasAny(JsonNode node, List<String> names) {
        for (String name : names) {
            if (node.has(name)) {
                return true;
            }
        }
        return false;
    }

    /** A string or number; null for anything else and for blanks. */
    static String text(JsonNode node, String camelCase) {
        JsonNode value = field(node, camelCase);
        return value.isTextual() || value.isNumber() ? PlainText.orNull(value.asText()) : null;
    }

    /** Text of the first of these fields that has any; null when none has. */
    static String firstText(JsonNode node, String... names) {
        for (String name : names) {
            String text = text(node, name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** Elements of an array or values of an object whose keys are only labels; a single object stands for itself. */
    static List<JsonNode> elements(JsonNode node) {
        List<JsonNode> elements = new ArrayList<>();
        if (node.isArray() || (node.isObject() && !hasAny(node, FIELDS_OF_VALUES))) {
            node.forEach(elements::add);
        } else if (node.isObject()) {
            elements.add(node);
        }
        return elements;
    }

    /** The name of an object or the string itself. */
    static String name(JsonNode node) {
        return node.isTextual() ? PlainText.orNull(node.asText()) : firstText(node, "name", "literal", "code");
    }

    /** The first name in several lists, each of which may be a single one; null when there is none. */
    static String firstName(JsonNode... lists) {
        for (JsonNode list : lists) {
            for (JsonNode one : list.isTextual() ? List.of(list) : elements(list)) {
                String name = name(one);
                if (name != null) {
                    return name;
                }
            }
        }
        return null;
    }
}
