package dev.dateline.ingest.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.dateline.model.Markers;
import dev.dateline.model.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One YAML file of a dialect, read with every problem named rather than the first. */
final class DialectFile {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> FORMATS = Set.of(
            "newsml-g2",
            "newsml-1",
            "nitf",
            "ninjs",
            "ap-media",
            "mrn",
            "agency-xml",
            "iptc-7901",
            "anpa-1312",
            "wire-text",
            "email",
            "page-text",
            "html",
            "rss",
            "rdf",
            "atom",
            "cdf",
            "sitemap");

    private final JsonNode root;
    private final DialectValues values;

    private DialectFile(JsonNode root, DialectValues values) {
        this.root = root;
        this.values = values;
    }

    /** The dialect, or empty when there are problems, which are added to {@code problems}. */
    static Optional<Dialect> read(String file, InputStream in, List<String> problems) {
        try {
            JsonNode root = YAML.readTree(in);
            if (root == null || !root.isObject()) {
                problems.add(file + ": is not a YAML mapping");
                return Optional.empty();
            }
            List<String> own = new ArrayList<>();
            Dialect dialect = new DialectFile(root, new DialectValues(root, own)).dialect();
            own.forEach(problem -> problems.add(file + ": " + problem));
            return own.isEmpty() ? Optional.of(dialect) : Optional.empty();
        } catch (IOException e) {
            problems.add(file + ": is not YAML: "
                    + e.getMessage().lines().findFirst().orElse("unreadable"));
            return Optional.empty();
        }
    }

    private Dialect dialect() {
        values.onlyKeys(
                "id",
                "version",
                "match",
                "order",
                "zone",
                "emptyEmbargo",
                "nonPublic",
                "skip",
                "markers",
                "signals",
                "guidVersion",
                "language",
                "charset",
                "dateOrder",
                "located",
                "byline",
                "headlineCut",
                "xml",
                "page");
        JsonNode match = values.section("match", "formats", "providers", "senders");
        JsonNode nonPublic = values.section("nonPublic", "roles", "phrases");
        String id = values.text(root, "id");
        if (id == null || !id.matches("[a-z0-9][a-z0-9-]{0,40}")) {
            values.problem("id must be 1 to 41 lower-case letters, digits or hyphens");
        }
        if (root.path("version").asInt(0) < 1) {
            values.problem("version must be a whole number from 1");
        }
        return new Dialect(
                id,
                root.path("version").asInt(0),
                new Dialect.Match(
                        values.oneOf(values.words(match, "formats"), FORMATS, "match.formats"),
                        values.words(match, "providers"),
                        new Senders(values.words(match, "senders").stream()
                                .map(values::pattern)
                                .toList())),
                values.choice("order", Dialect.Order.class, Dialect.Order.OPAQUE),
                values.zone(),
                values.choice("emptyEmbargo", Dialect.EmptyEmbargo.class, Dialect.EmptyEmbargo.INDEFINITE),
                values.words(nonPublic, "roles"),
                phrases(values.words(nonPublic, "phrases")),
                values.words(root, "skip"),
                values.oneOf(values.words(root, "markers"), Markers.NAMES, "markers"),
                signals(),
                root.has("guidVersion") ? values.pattern(values.text(root, "guidVersion")) : null,
                values.text(root, "language"),
                values.charset(),
                values.choice("dateOrder", Dialect.DateOrder.class, Dialect.DateOrder.MDY),
                values.choice("located", Dialect.Located.class, Dialect.Located.TRUSTED),
                values.choice("byline", Dialect.Byline.class, Dialect.Byline.NAMES),
                values.words(root, "headlineCut").stream().map(values::pattern).toList(),
                root.has("xml") ? xml() : null,
                root.has("page") ? page() : null);
    }

    private PhraseList phrases(Set<String> phrases) {
        phrases.stream()
                .filter(phrase -> phrase.length() < PhraseList.SHORTEST)
                .forEach(phrase ->
                        values.problem("nonPublic.phrases has '" + phrase + "', which is too short to tell anything; "
                                + "write " + PhraseList.SHORTEST + " characters or more"));
        return new PhraseList(phrases);
    }

    private Dialect.Xml xml() {
        JsonNode xml = values.section("xml", "item", "fields");
        Map<String, List<List<String>>> fields = new HashMap<>();
        xml.path("fields")
                .properties()
                .forEach(field ->
                        fields.put(field.getKey(), places(field.getValue().asText())));
        values.oneOf(fields.keySet(), Dialect.Xml.FIELDS, "xml.fields");
        if (values.text(xml, "item") == null || fields.isEmpty()) {
            values.problem("xml needs item, the name of the element that is one story, and fields");
        }
        return new Dialect.Xml(values.text(xml, "item"), Map.copyOf(fields));
    }

    /** Names of elements are separated by "/", places by "|". */
    private static List<List<String>> places(String paths) {
        return Arrays.stream(paths.split("\\|"))
                .map(path -> List.of(path.strip().split("/")))
                .toList();
    }

    private Dialect.Page page() {
        JsonNode page = values.section("page", "dateLine", "datePatterns", "caption", "related", "age", "sections");
        for (String required : List.of("caption", "related", "age")) {
            if (!page.has(required)) {
                values.problem("page." + required + " is missing");
            }
        }
        if (page.has("dateLine") != page.has("datePatterns")) {
            values.problem("page.dateLine and page.datePatterns need each other");
        }
        return new Dialect.Page(
                page.has("dateLine") ? values.pattern(values.text(page, "dateLine")) : null,
                List.copyOf(values.words(page, "datePatterns")),
                values.pattern(values.text(page, "caption")),
                values.words(page, "related"),
                values.pattern(values.text(page, "age")),
                values.words(page, "sections"));
    }

    private Map<String, Signal> signals() {
        Map<String, Signal> signals = new HashMap<>();
        root.path("signals").fields().forEachRemaining(entry -> {
            try {
                signals.put(entry.getKey(), Signal.valueOf(entry.getValue().asText()));
            } catch (IllegalArgumentException e) {
                values.problem("signals." + entry.getKey() + " must be one of " + Arrays.toString(Signal.values()));
            }
        });
        return Map.copyOf(signals);
    }
}
