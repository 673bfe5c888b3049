package dev.dateline.ingest.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The variants of one text (headline, description, body): an array of {role, contentType, value} from ninjs 2, fields
 * such as "body_html" and "headline_main" in ninjs 1.
 */
final class NinjsTexts {
    private record Text(String role, String contentType, String value) {
        boolean isMarkup() {
            return contentType.contains("html") || (!contentType.contains("plain") && Html.isMarkup(value));
        }

        boolean isForeign() {
            return contentType.contains("xml") && !contentType.contains("html");
        }
    }

    private static final Set<String> MAIN = Set.of("", "main", "text", "lead", "html", "xhtml", "richtext", "html5");

    private final List<Text> texts = new ArrayList<>();

    NinjsTexts(JsonNode node, String plural, String singular) {
        JsonNode array = node.path(plural);
        if (array.isArray()) {
            array.forEach(
                    one -> add(NinjsValues.text(one, "role"), NinjsValues.text(one, "contentType"), one.path("value")));
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            // fields are many, and few begin so
            if (entry.getKey().regionMatches(true, 0, singular, 0, singular.length())) {
                addField(entry.getKey().toLowerCase(Locale.ROOT), singular, entry.getValue());
            }
        }
    }

    private void addField(String key, String singular, JsonNode value) {
        if (key.equals(singular) || key.startsWith(singular + "_")) {
            String role = key.equals(singular) ? "" : key.substring(singular.length() + 1);
            add(role, role.contains("html") ? "text/html" : null, value);
        }
    }

    /** The one that readers see, as one line; roles of {@code others} never. */
    String main(Set<String> others, Redaction redaction) {
        return texts.stream()
                .filter(text -> !others.contains(text.role()) && !text.isForeign())
                .min(Comparator.comparing((Text text) -> !MAIN.contains(text.role()))
                        .thenComparing(Text::isMarkup))
                .map(text -> text.isMarkup()
                        ? String.join(" ", Paragraphs.of(Html.parse(text.value()), Set.of()))
                        : text.value())
                .map(redaction::publicPart)
                .orElse(null);
    }

    /** Text of one role, for example "caption"; null when there is none. */
    String ofRole(String role) {
        return texts.stream()
                .filter(text -> text.role().equals(role))
                .map(text -> PlainText.orNull(text.value()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Paragraphs of the body: of markup if there is any, because plain variants often lose the paragraphs. */
    List<String> body(Set<String> others, Set<String> skip) {
        Optional<Text> best = texts.stream()
                .filter(text -> !others.contains(text.role()) && !text.isForeign())
                .min(Comparator.comparing((Text text) -> !text.isMarkup())
                        .thenComparing(text -> !MAIN.contains(text.role())));
        return best.map(text -> text.isMarkup()
                        ? Paragraphs.of(Html.parse(text.value()), skip)
                        : Paragraphs.ofPlainText(text.value()))
                .orElse(List.of());
    }

    private void add(String role, String contentType, JsonNode value) {
        if (value.isTextual() && !value.asText().isBlank()) {
            texts.add(new Text(
                    role == null ? "" : role.toLowerCase(Locale.ROOT),
                    contentType == null ? "" : contentType.toLowerCase(Locale.ROOT),
                    value.asText()));
        }
    }
}
