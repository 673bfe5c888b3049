package dev.dateline.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SegmentedStringWriter;
import com.fasterxml.jackson.core.util.BufferRecycler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * The records of the contract as plain JSON: field names of the Avro schema, no union wrappers, absent fields and empty
 * lists left out, times in ISO 8601 with zone. The times that the sender wrote keep the sender's UTC offset.
 */
public final class ArticleJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Set<String> SENDERS_TIMES =
            Set.of("firstCreated", "versionCreated", "embargoedUntil", "expires");

    private ArticleJson() {}

    /** One record as one line of JSON without a line break. */
    public static String write(SpecificRecord record) {
        return text(json -> write(record, json));
    }

    /** Records as one line of JSON, an array. */
    public static String write(List<? extends SpecificRecord> records) {
        return text(json -> write(records, ZoneOffset.UTC, json));
    }

    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private static String text(Content content) {
        try (SegmentedStringWriter out = new SegmentedStringWriter(new BufferRecycler())) {
            try (JsonGenerator json = generator(out)) {
                content.write(json);
            }
            return out.getAndClear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A generator that writes to {@code out}, one value after another without separators, and leaves it open. */
    public static JsonGenerator generator(Writer out) throws IOException {
        return FACTORY.createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setRootValueSeparator(null);
    }

    /** Writes a record as a JSON object at the current position of {@code json}. */
    public static void write(SpecificRecord record, JsonGenerator json) throws IOException {
        ZoneOffset offset = record instanceof Article article ? offsetOf(article) : ZoneOffset.UTC;
        json.writeStartObject();
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (value instanceof String text) {
                json.writeStringField(field.name(), text);
            } else if (!isAbsent(value)) {
                json.writeFieldName(field.name());
                write(value, isSendersTime(value, field) ? offset : ZoneOffset.UTC, json);
            }
        }
        json.writeEndObject();
    }

    /** The offset in which the sender wrote the article's times; UTC when it is not known. */
    public static ZoneOffset offsetOf(Article article) {
        return article.getUtcOffset() == null ? ZoneOffset.UTC : ZoneOffset.of(article.getUtcOffset());
    }

    private static boolean isSendersTime(Object value, Schema.Field field) {
        return value instanceof Instant && SENDERS_TIMES.contains(field.name());
    }

    private static boolean isAbsent(Object value) {
        return value == null || (value instanceof Collection<?> list && list.isEmpty());
    }

    private static void write(Object value, ZoneOffset offset, JsonGenerator json) throws IOException {
        if (value instanceof SpecificRecord record) {
            write(record, json);
        } else if (value instanceof Collection<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(element, offset, json);
            }
            json.writeEndArray();
        } else if (value instanceof Instant time) {
            json.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(time, offset)));
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else {
            json.writeString(value.toString());
        }
    }
}
