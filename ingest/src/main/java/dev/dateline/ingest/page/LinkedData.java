package dev.dateline.ingest.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** The objects of schema.org that a page carries as JSON-LD; broken JSON is repaired where it is clear what was meant. */
final class LinkedData {
    private static final int MAX_OBJECTS = 2_000;
    private static final int MAX_DEPTH = 60;
    private static final int LONGEST = 4 << 20;

    private static final ObjectReader NODES = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(LONGEST)
                            .maxNumberLength(100)
                            .build())
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .build())
            .readerFor(JsonNode.class);

    private static final Pattern WRAPPING =
            Pattern.compile("(?://|/\\*)?\\s*(?:<!--|-->|<!\\[CDATA\\[|]]>)\\s*(?:\\*/)?");
    /** Members whose objects are part of what the page is about. */
    private static final List<String> PARTS = List.of("@graph", "mainEntity", "mainEntityOfPage", "hasPart");

    private static final Set<String> ARTICLES = Set.of(
            "article",
            "newsarticle",
            "reportagenewsarticle",
            "analysisnewsarticle",
            "opinionnewsarticle",
            "backgroundnewsarticle",
            "reviewnewsarticle",
            "askpublicnewsarticle",
            "satiricalarticle",
            "scholarlyarticle",
            "techarticle",
            "advertisercontentarticle",
            "report",
            "blogposting",
            "liveblogposting",
            "socialmediaposting");

    private final List<JsonNode> objects = new ArrayList<>();

    private LinkedData() {}

    /** @param scripts contents of the script elements, as they stand in the page */
    static LinkedData of(List<String> scripts) {
        LinkedData data = new LinkedData();
        for (String script : scripts) {
            if (script.length() <= LONGEST) {
                data.read(script);
            }
        }
        return data;
    }

    /** The article: of several the one with the most of headline, date and text. */
    Optional<JsonNode> article() {
        return objects.stream()
                .filter(LinkedData::isArticle)
                .max(Comparator.comparingInt(LinkedData::completeness))
                .map(this::resolved);
    }

    /** The first object of a type, for example "organization". */
    Optional<JsonNode> first(String type) {
        return objects.stream().filter(object -> types(object).contains(type)).findFirst();
    }

    /** An object with its members in place of the references to them. */
    private JsonNode resolved(JsonNode object) {
        ObjectNode copy = object.deepCopy();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (member.getValue().isObject()) {
                copy.set(member.getKey(), target(member.getValue()));
            } else if (member.getValue().isArray()) {
                ArrayNode list = copy.putArray(member.getKey());
                member.getValue().forEach(one -> list.add(target(one)));
            }
        }
        return copy;
    }

    /** What an object stands for that has an id and no name. */
    private JsonNode target(JsonNode reference) {
        String id = reference.path("@id").asText("");
        if (id.isEmpty() || reference.has("name") || reference.has("url")) {
            return reference;
        }
        return objects.stream()
                .filter(object -> object != reference
                        && object.path("@id").asText("").equals(id)
                        && object.size() > reference.size())
                .findFirst()
                .orElse(reference);
    }

    /** Types of an object in small letters, without the vocabulary's address. */
    static List<String> types(JsonNode object) {
        List<String> types = new ArrayList<>();
        JsonNode type = object.path("@type");
        for (JsonNode one : type.isArray() ? type : List.of(type)) {
            String name = one.asText("");
            types.add(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1)
                    .toLowerCase(Locale.ROOT));
        }
        return types;
    }

    private static boolean isArticle(JsonNode object) {
        return types(object).stream().anyMatch(ARTICLES::contains);
    }

    private static int completeness(JsonNode object) {
        return (object.has("headline") || object.has("name") ? 4 : 0)
                + (object.has("datePublished") ? 2 : 0)
                + (object.has("articleBody") ? 1 : 0)
                + (object.has("author") ? 1 : 0);
    }

    private void read(String script) {
        String json = WRAPPING.matcher(script).replaceAll(" ").strip();
        if (json.startsWith("{&quot;") || json.startsWith("[{&quot;")) {
            json = Parser.unescapeEntities(json, false);
        }
        if (!readAll(json)) {
            readAll(withQuotesEscaped(json));
        }
    }

    /** Whether all of it could be read; what came before a fault is kept. */
    private boolean readAll(String json) {
        int before = objects.size();
        try (JsonParser parser = NODES.getFactory().createParser(json);
                MappingIterator<JsonNode> values = NODES.readValues(parser)) {
            while (values.hasNextValue()) {
                add(values.nextValue(), 0);
            }
            return true;
        } catch (IOException e) {
            // a fault behind what was read leaves that as it is
            return objects.size() > before;
        }
    }

    private void add(JsonNode node, int depth) {
        if (objects.size() >= MAX_OBJECTS || depth > 8) {
            return;
        }
        if (node.isArray()) {
            node.forEach(one -> add(one, depth + 1));
        } else if (node.isObject()) {
            objects.add(node);
            for (String part : PARTS) {
                if (node.path(part).isContainerNode()) {
                    add(node.path(part), depth + 1);
                }
            }
        }
    }

    /** Escapes quotes inside of strings: those that neither open nor close one by what stands around them. */
    private static String withQuotesEscaped(String json) {
        StringBuilder out = new StringBuilder(json.length() + 16);
        boolean inside = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '\\' && inside && i + 1 < json.length()) {
                out.append(c).append(json.charAt(++i));
                continue;
            }
            if (c == '"') {
                if (inside && !closes(json, i)) {
                    out.append('\\');
                } else {
                    inside = !inside;
                }
            }
            out.append(c);
        }
        return out.toString();
    }

    private static boolean closes(String json, int quote) {
        int next = nextInk(json, quote + 1);
        if (next == json.length() || "}]:".indexOf(json.charAt(next)) >= 0) {
            return true;
        }
        if (json.charAt(next) != ',') {
            return false;
        }
        int behind = nextInk(json, next + 1);
        return behind == json.length() || "\"{[}]-0123456789tfn".indexOf(json.charAt(behind)) >= 0;
    }

    private static int nextInk(String json, int from) {
        int at = from;
        while (at < json.length() && json.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }
}
