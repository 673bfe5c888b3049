package dev.dateline.enrich.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads YAML into nodes that know their lines, which a mapper does not give. */
final class YamlTree {
    private static final YAMLFactory YAML = new YAMLFactory();
    /** A pack needs four. */
    private static final int MOST_DEPTH = 16;

    private final YAMLParser parser;
    private final Problems problems;
    private int depth;

    private YamlTree(YAMLParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** The one document in a text; null when there is none, which is then among the problems. */
    static Node read(String text, Problems problems) {
        try (YAMLParser parser = YAML.createParser(text)) {
            parser.nextToken();
            YamlTree tree = new YamlTree(parser, problems);
            if (parser.currentToken() == null) {
                problems.add(1, "holds nothing: a pack begins with the keys pack and version");
                return null;
            }
            Node root = tree.node();
            if (parser.nextToken() != null) {
                problems.add(tree.line(), "a second document begins; a file has one pack");
            }
            return root;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            problems.add(line, "is not YAML: " + oneLine(e.getOriginalMessage()));
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands at the margin; indented are excerpts and places. */
    private static String oneLine(String message) {
        return message == null
                ? "unreadable"
                : message.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith(" "))
                        .collect(Collectors.joining(": "));
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private Node node() throws IOException {
        if (parser.isCurrentAlias()) {
            problems.add(line(), "a text that begins with * is an alias in YAML, and packs have none: quote it");
        }
        if (++depth > MOST_DEPTH) {
            throw new com.fasterxml.jackson.core.JsonParseException(
                    parser, "more than " + MOST_DEPTH + " levels", parser.currentTokenLocation());
        }
        Node node =
                switch (parser.currentToken()) {
                    case START_OBJECT -> fields();
                    case START_ARRAY -> items();
                    default -> new Node.Text(line(), parser.getText());
                };
        depth--;
        return node;
    }

    private Node items() throws IOException {
        int line = line();
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node());
        }
        return new Node.Items(line, items);
    }

    private Node fields() throws IOException {
        int line = line();
        Map<Node.Text, Node> fields = new LinkedHashMap<>();
        Set<String> keys = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Node.Text key = new Node.Text(line(), parser.currentName());
            if (!keys.add(key.value())) {
                problems.add(key.line(), "the key '" + key.value() + "' stands here a second time");
            }
            parser.nextToken();
            fields.put(key, node());
        }
        return new Node.Fields(line, fields);
    }
}
