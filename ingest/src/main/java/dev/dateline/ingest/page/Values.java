package dev.dateline.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.parser.Parser;

/** Values of JSON-LD, each of which may be a text, an object or a list of either. */
final class Values {
    private static final int MOST = 200;

    private Values() {}

    /** The first text that one of the members has as plain text; null when none has. */
    static String text(JsonNode object, String... members) {
        for (String member : members) {
            for (JsonNode value : each(object.path(member))) {
                String text = value.isValueNode() ? plain(value.asText()) : name(value);
                if (text != null) {
                    return text;
                }
            }
        }
        return null;
    }

    /** All texts or names that a member has. */
    static List<String> names(JsonNode object, String member) {
        List<String> names = new ArrayList<>();
        for (JsonNode value : each(object.path(member))) {
            String name = value.isValueNode() ? plain(value.asText()) : name(value);
            if (name != null && !names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** The members of a list, or the value itself; nothing for null. */
    static List<JsonNode> each(JsonNode value) {
        List<JsonNode> all = new ArrayList<>();
        if (value.isArray()) {
            for (JsonNode one : value) {
                if (all.size() < MOST && !one.isNull()) {
                    all.add(one);
                }
            }
        } else if (!value.isMissingNode() && !value.isNull()) {
            all.add(value);
        }
        return all;
    }

    /** Text without tags and entities; null when nothing is left. */
    static String plain(String text) {
        String raw = text;
        if (raw.indexOf('&') >= 0) {
            raw = Parser.unescapeEntities(raw, false);
        }
        if (raw.indexOf('<') >= 0) {
            raw = raw.replaceAll("<[/a-zA-Z!][^<>]{0,2000}>", " ");
        }
        return Text.orNull(raw);
    }

    private static String name(JsonNode object) {
        for (String member : List.of("name", "@value", "text", "url", "@id")) {
            JsonNode value = object.path(member);
            if (value.isArray() && !value.isEmpty()) {
                value = value.get(0);
            }
            if (value.isValueNode() && !value.isNull() && plain(value.asText()) != null) {
                return plain(value.asText());
            }
        }
        return null;
    }
}
