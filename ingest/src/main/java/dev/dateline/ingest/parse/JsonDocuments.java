package dev.dateline.ingest.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.ingest.text.DecodedText;
import dev.dateline.model.Document;
import dev.dateline.model.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON documents: one object, an array of them, or several one after another; each is ninjs, an item of the AP Media
 * API or a story of LSEG's MRN.
 */
final class JsonDocuments {
    private static final int MAX_DEPTH = 100;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Topics.MAX_DOCUMENT_BYTES)
                    .maxNumberLength(100)
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build());

    private static final ObjectReader NODES = JSON.readerFor(JsonNode.class);

    private static final List<String> LISTS = List.of("item", "items", "_items", "Items");
    private static final List<String> TEXTS =
            List.of("headline", "headlines", "bodies", "body_text", "body_html", "body_xhtml", "body_main");
    private static final List<String> METADATA =
            List.of("versioncreated", "versionCreated", "pubstatus", "pubStatus", "standard", "$standard", "type");

    private static final Map<String, String> NOT_ARTICLES = Map.of(
            "event", "an event, not an article",
            "planning", "coverage planning, not an article");

    private final Document document;
    private final DecodedText decoded;
    private final Dialects dialects;

    JsonDocuments(Document document, DecodedText decoded, Dialects dialects) {
        this.document = document;
        this.decoded = decoded;
        this.dialects = dialects;
    }

    List<Parsed> parse() {
        List<Parsed> parsed = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(decoded.text().substring(start()));
                MappingIterator<JsonNode> values = NODES.readValues(parser)) {
            while (values.hasNextValue()) {
                for (JsonNode item : items(values.nextValue())) {
                    if (parsed.size() == Parsers.MAX_ITEMS) {
                        parsed.add(Parsed.Rejected.tooMany(NinjsItem.FORMAT));
                        return parsed;
                    }
                    parsed.add(item(item, parsed.size()));
                }
            }
        } catch (IOException e) {
            parsed.add(
                    new Parsed.Rejected(looksLikeNinjs() ? NinjsItem.FORMAT : "unknown", parsed.size(), describe(e)));
        }
        return parsed.isEmpty() ? List.of(new Parsed.Rejected("unknown", 0, "JSON without any object")) : parsed;
    }

    private int start() {
        int start = 0;
        while (decoded.text().charAt(start) != '{' && decoded.text().charAt(start) != '[') {
            start++;
        }
        return start;
    }

    /** The objects that may be articles: elements of an array, or of the list in a search result around them. */
    private static List<JsonNode> items(JsonNode value) {
        if (value.isArray()) {
            return NinjsValues.elements(value);
        }
        JsonNode data = value.path("data");
        if (data.path("item").isObject()) {
            return List.of(data.get("item"));
        }
        if (data.path("items").isArray() && !data.path("items").isEmpty()) {
            return unwrapped(data.get("items"), "item");
        }
        if (!value.has("uri") && !value.has("guid")) {
            for (String list : LISTS) {
                if (value.path(list).isArray() && !value.path(list).isEmpty()) {
                    return unwrapped(value.get(list), "data");
                }
            }
        }
        return List.of(value);
    }

    /** @param wrapping name of the field that may hold what is meant */
    private static List<JsonNode> unwrapped(JsonNode array, String wrapping) {
        List<JsonNode> elements = new ArrayList<>(array.size());
        for (JsonNode one : array) {
            elements.add(one.path(wrapping).isObject() ? one.get(wrapping) : one);
        }
        return elements;
    }

    private Parsed item(JsonNode node, int position) {
        return reasonAgainst(node)
                .<Parsed>map(
                        reason -> new Parsed.Rejected(isNinjs(node) ? NinjsItem.FORMAT : "unknown", position, reason))
                .orElseGet(() -> {
                    Draft draft = draft(node, position);
                    if (decoded.guessed()) {
                        draft.flags.add("charset-guessed");
                    }
                    return Articles.of(document, draft);
                });
    }

    private Draft draft(JsonNode node, int position) {
        if (ApMediaItem.isItem(node)) {
            return new ApMediaItem(node, document.provider(), dialects, position).draft();
        }
        return MrnStory.isStory(node)
                ? new MrnStory(node, document.provider(), dialects, position).draft()
                : new NinjsItem(node, NinjsItem.FORMAT, document.provider(), dialects, position).draft();
    }

    private static Optional<String> reasonAgainst(JsonNode node) {
        if (!node.isObject()) {
            return Optional.of("JSON, but no object where a news item should be");
        }
        if (!ApMediaItem.isItem(node) && !MrnStory.isStory(node) && !isNinjs(node)) {
            return Optional.of(
                    "JSON, but neither ninjs nor an item of the AP Media API or of MRN: it has no uri and none"
                            + " of the fields of a news item");
        }
        return Optional.ofNullable(NOT_ARTICLES.get(node.path("type").asText("")));
    }

    private static boolean isNinjs(JsonNode node) {
        if (!node.isObject()) {
            return false;
        }
        boolean id = node.hasNonNull("uri") || node.hasNonNull("guid");
        return id || (NinjsValues.hasAny(node, TEXTS) && NinjsValues.hasAny(node, METADATA));
    }

    private boolean looksLikeNinjs() {
        String head = decoded.text().substring(0, Math.min(decoded.text().length(), 4096));
        return head.contains("\"uri\"")
                && (head.contains("headline")
                        || head.contains("pubstatus")
                        || head.contains("pubStatus")
                        || head.contains("ninjs"));
    }

    private static String describe(IOException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        if (message.contains("nesting depth")) {
            return "the JSON is nested deeper than " + MAX_DEPTH + " levels";
        }
        if (message.contains("end-of-input")) {
            return "the JSON is cut off before it is complete";
        }
        int line = e instanceof JsonProcessingException json && json.getLocation() != null
                ? json.getLocation().getLineNr()
                : 0;
        return "the JSON is malformed" + (line > 0 ? " (line " + line + ")" : "");
    }
}
