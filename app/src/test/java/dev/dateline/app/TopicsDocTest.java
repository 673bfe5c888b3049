package dev.dateline.app;

import dev.dateline.model.Topic;
import dev.dateline.model.Topics;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** docs/topics.md is what the schemas and {@link Topics} say. */
class TopicsDocTest {
    @Test
    void everyTopicAndEveryFieldIsDocumented() throws Exception {
        StringBuilder doc = new StringBuilder("""
                # Topics: the consumer's guide

                Generated from the schemas and topic settings in the code; a test fails when it is stale.

                **Read with `isolation.level=read_committed`.** The enrich stage writes in transactions; with Kafka's default,
                `read_uncommitted`, you would see records of transactions that were aborted. Connect sinks and plain consumers
                need the setting too.

                - Keys are plain UTF-8 strings. Values are Avro in Confluent's wire format (a zero byte, the schema id in four
                  bytes, Avro binary); subjects are `<topic>-value`, compatibility is FULL_TRANSITIVE: fields are only ever
                  added, with defaults, and every enum has the default `UNKNOWN`.
                - Record time is the time of publication. When something happened is in the value and in the header `ce_time`.
                - Headers are CloudEvents 1.0 in binary mode (`ce_id`, `ce_source`, `ce_type`, `ce_time`) and `traceparent`.
                - On `wire.articles.enriched.v1` and `wire.articles.public.v1` the newest record of a key is the article's state.
                  Compare `revision` and nothing else. A killed article stays as a record without text, never as a tombstone
                  alone; a withdrawn one is a record without text on the public topic. Remove the text when you see one.
                - `wire.articles.public.v1` holds only what may be published now. An embargoed article appears there when its
                  embargo ends, never before; do not compare with your own clock.

                """);
        doc.append("| topic | value | cleanup | who may read |\n|---|---|---|---|\n");
        for (Topic topic : Topics.ALL) {
            doc.append("| `%s` | %s | %s | %s |%n"
                    .formatted(
                            topic.name(),
                            topic.schema() == null
                                    ? "bytes"
                                    : "`" + topic.schema().getName() + "`",
                            topic.config().get("cleanup.policy"),
                            topic.access().name().toLowerCase(Locale.ROOT)));
        }
        Map<String, Schema> records = new LinkedHashMap<>();
        Topics.ALL.stream().filter(topic -> topic.schema() != null).forEach(topic -> collect(topic.schema(), records));
        records.values().forEach(schema -> describe(schema, doc));
        GeneratedDoc.check("topics.md", doc.toString());
    }

    private static void collect(Schema schema, Map<String, Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (found.putIfAbsent(schema.getName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), found));
                }
            }
            case ENUM -> found.putIfAbsent(schema.getName(), schema);
            case ARRAY -> collect(schema.getElementType(), found);
            case UNION -> schema.getTypes().forEach(type -> collect(type, found));
            default -> {}
        }
    }

    private static void describe(Schema schema, StringBuilder doc) {
        doc.append("\n## ")
                .append(schema.getName())
                .append("\n\n")
                .append(oneLine(schema.getDoc()))
                .append("\n\n");
        if (schema.getType() == Schema.Type.ENUM) {
            doc.append(schema.getEnumSymbols().stream()
                            .map(symbol -> "`" + symbol + "`")
                            .collect(Collectors.joining(", ")))
                    .append("\n");
            return;
        }
        doc.append("| field | type | meaning |\n|---|---|---|\n");
        schema.getFields()
                .forEach(field -> doc.append(
                        "| `%s` | %s | %s |%n".formatted(field.name(), typeOf(field.schema()), oneLine(field.doc()))));
    }

    private static String typeOf(Schema schema) {
        return switch (schema.getType()) {
            case UNION ->
                schema.getTypes().stream()
                                .filter(type -> type.getType() != Schema.Type.NULL)
                                .map(TopicsDocTest::typeOf)
                                .collect(Collectors.joining(" or "))
                        + ", optional";
            case ARRAY -> "list of " + typeOf(schema.getElementType());
            case RECORD, ENUM -> "`" + schema.getName() + "`";
            default ->
                schema.getLogicalType() == null
                        ? schema.getType().getName()
                        : schema.getLogicalType().getName();
        };
    }

    private static String oneLine(String text) {
        return text == null ? "" : text.replaceAll("\\s+", " ").replace("|", "\\|");
    }
}
