package dev.dateline.ingest.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.dateline.model.Markers;
import dev.dateline.model.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

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
            "page-text");

    private final String file;
    private final JsonNode root;
    private final List<String> problems;
    private final int before;

    private DialectFile(String file, JsonNode root, List<String> problems) {
        this.file = file;
        this.root = root;
        this.problems = problems;
        this.before = problems.size();
    }

    /** The dialect, or empty when there are problems, which are added to {@code problems}. */
    static Optional<Dialect> read(String file, InputStream in, List<String> problems) {
        try {
            JsonNode root = YAML.readTree(in);
            if (root == null || !root.isObject()) {
                problems.add(file + ": is not a YAML mapping");
                return Optional.empty();
            }
            return new DialectFile(file, root, problems).dialect();
        } catch (IOException e) {
            problems.add(file + ": is not YAML: "
                    + e.getMessage().lines().findFirst().orElse("unreadable"));
            return Optional.empty();
        }
    }

    private Optional<Dialect> dialect() {
        onlyKeys(
                root,
                "",
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
        JsonNode match = section("match", "formats", "providers", "senders");
        JsonNode nonPublic = section("nonPublic", "roles", "phrases");
        String id = text(root, "id");
        if (id == null || !id.matches("[a-z0-9][a-z0-9-]{0,40}")) {
            problem("id must be 1 to 41 lower-case letters, digits or hyphens");
        }
        if (root.path("version").asInt(0) < 1) {
            problem("version must be a whole number from 1");
        }
        Dialect dialect = new Dialect(
                id,
                root.path("version").asInt(0),
                new Dialect.Match(
                        oneOf(words(match, "formats"), FORMATS, "match.formats"),
                        words(match, "providers"),
                        new Senders(words(match, "senders").stream()
                                .map(this::pattern)
                                .toList())),
                choice("order", Dialect.Order.class, Dialect.Order.OPAQUE),
                zone(),
                choice("emptyEmbargo", Dialect.EmptyEmbargo.class, Dialect.EmptyEmbargo.INDEFINITE),
                words(nonPublic, "roles"),
                phrases(words(nonPublic, "phrases")),
                words(root, "skip"),
                oneOf(words(root, "markers"), Markers.NAMES, "markers"),
                signals(),
                root.has("guidVersion") ? pattern(text(root, "guidVersion")) : null,
                text(root, "language"),
                charset(),
                choice("dateOrder", Dialect.DateOrder.class, Dialect.DateOrder.MDY),
                choice("located", Dialect.Located.class, Dialect.Located.TRUSTED),
                choice("byline", Dialect.Byline.class, Dialect.Byline.NAMES),
                words(root, "headlineCut").stream().map(this::pattern).toList(),
                root.has("xml") ? xml() : null,
                root.has("page") ? page() : null);
        return problems.size() == before ? Optional.of(dialect) : Optional.empty();
    }

    private PhraseList phrases(Set<String> phrases) {
        phrases.stream()
                .filter(phrase -> phrase.length() < PhraseList.SHORTEST)
                .forEach(phrase ->
                        problem("nonPublic.phrases has '" + phrase + "', which is too short to tell anything; "
                                + "write " + PhraseList.SHORTEST + " characters or more"));
        return new PhraseList(phrases);
    }

    private Dialect.Xml xml() {
        JsonNode xml = section("xml", "item", "fields");
        Map<String, List<List<String>>> fields = new HashMap<>();
        xml.path("fields")
                .properties()
                .forEach(field ->
                        fields.put(field.getKey(), places(field.getValue().asText())));
        oneOf(fields.keySet(), Dialect.Xml.FIELDS, "xml.fields");
        if (text(xml, "item") == null || fields.isEmpty()) {
            problem("xml needs item, the name of the element that is one story, and fields");
        }
        return new Dialect.Xml(text(xml, "item"), Map.copyOf(fields));
    }

    /** Names of elements are separated by "/", places by "|". */
    private static List<List<String>> places(String paths) {
        return Arrays.stream(paths.split("\\|"))
                .map(path -> List.of(path.strip().split("/")))
                .toList();
    }

    private Dialect.Page page() {
        JsonNode page = section("page", "dateLine", "datePatterns", "caption", "related", "age", "sections");
        for (String required : List.of("dateLine", "datePatterns", "caption", "related", "age")) {
            if (!page.has(required)) {
                problem("page." + required + " is missing");
            }
        }
        return new Dialect.Page(
                pattern(text(page, "dateLine")),
                List.copyOf(words(page, "datePatterns")),
                pattern(text(page, "caption")),
                words(page, "related"),
                pattern(text(page, "age")),
                words(page, "sections"));
    }

    private Map<String, Signal> signals() {
        Map<String, Signal> signals = new HashMap<>();
        root.path("signals").fields().forEachRemaining(entry -> {
            try {
                signals.put(entry.getKey(), Signal.valueOf(entry.getValue().asText()));
            } catch (IllegalArgumentException e) {
                problem("signals." + entry.getKey() + " must be one of " + Arrays.toString(Signal.values()));
            }
        });
        return Map.copyOf(signals);
    }

    private ZoneId zone() {
        String zone = text(root, "zone");
        try {
            return ZoneId.of(zone == null ? "UTC" : zone);
        } catch (DateTimeException e) {
            problem("zone '" + zone + "' is unknown; write it like Europe/Helsinki");
            return ZoneId.of("UTC");
        }
    }

    private Charset charset() {
        String charset = text(root, "charset");
        try {
            return charset == null ? null : Charset.forName(charset);
        } catch (IllegalArgumentException e) {
            problem("charset '" + charset + "' is unknown; write it like ISO-8859-15");
            return null;
        }
    }

    private <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
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

    private Pattern pattern(String expression) {
        try {
            return Pattern.compile(
                    expression == null ? "" : expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (PatternSyntaxException e) {
            problem("'" + expression + "' is no regular expression: " + e.getDescription());
            return Pattern.compile("(?!)");
        }
    }

    private JsonNode section(String key, String... keys) {
        JsonNode section = root.path(key);
        if (!section.isMissingNode() && !section.isObject()) {
            problem(key + " must be a mapping");
        }
        onlyKeys(section, key + ".", keys);
        return section;
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

    private Set<String> oneOf(Set<String> words, Set<String> known, String key) {
        Set<String> unknown = new HashSet<>(words);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            problem(key + " has unknown " + unknown + "; known are "
                    + known.stream().sorted().toList());
        }
        return words;
    }

    private static Set<String> words(JsonNode node, String key) {
        Set<String> words = new LinkedHashSet<>();
        node.path(key).forEach(word -> words.add(word.asText()));
        return words;
    }

    private static String text(JsonNode node, String key) {
        return node.hasNonNull(key) ? node.get(key).asText() : null;
    }

    private void problem(String problem) {
        problems.add(file + ": " + problem);
    }
}
