package dev.dateline.app.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dateline.app.report.Table;
import dev.dateline.app.report.Terminal;
import dev.dateline.enrich.evaluate.CodeCount;
import dev.dateline.enrich.evaluate.SchemeChanges;
import dev.dateline.enrich.evaluate.TagChange;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Shows what tagging anew changes: counts for each scheme, and the most frequent codes. */
record RetaggingReport(List<SchemeChanges> schemes) {
    private static final int MOST_CODES_SHOWN = 5;
    private static final int MOST_CODES_WRITTEN = 50;

    void print(Terminal terminal) {
        if (schemes.isEmpty()) {
            return;
        }
        Table counts = new Table("SCHEME", "ADDED", "REMOVED", "RESCORED", "ACROSS 0.5", "EXPLAINED ANEW");
        Table codes = new Table("CHANGE", "SCHEME", "CODE", "ARTICLES", "NAME");
        for (SchemeChanges scheme : schemes) {
            counts.row(
                    scheme.scheme(),
                    count(scheme.count(TagChange.ADDED)),
                    count(scheme.count(TagChange.REMOVED)),
                    count(scheme.count(TagChange.RESCORED)),
                    count(scheme.crossed()),
                    count(scheme.count(TagChange.EXPLAINED)));
            for (TagChange change : TagChange.values()) {
                for (CodeCount code : first(scheme.codes(change), MOST_CODES_SHOWN)) {
                    codes.row(label(change), scheme.scheme(), code.code(), count(code.articles()), code.name());
                }
            }
        }
        terminal.out().println();
        counts.lines(terminal.width()).forEach(terminal.out()::println);
        terminal.out().println();
        codes.lines(terminal.width()).forEach(terminal.out()::println);
    }

    /** Writes them as a field of the object that is open. */
    void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("schemes");
        for (SchemeChanges scheme : schemes) {
            json.writeStartObject();
            json.writeStringField("scheme", scheme.scheme());
            json.writeNumberField("acrossHalf", scheme.crossed());
            for (TagChange change : TagChange.values()) {
                json.writeObjectFieldStart(label(change));
                json.writeNumberField("tags", scheme.count(change));
                write(first(scheme.codes(change), MOST_CODES_WRITTEN), json);
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(List<CodeCount> codes, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("codes");
        for (CodeCount code : codes) {
            json.writeStartObject();
            json.writeStringField("code", code.code());
            if (code.name() != null) {
                json.writeStringField("name", code.name());
            }
            json.writeNumberField("articles", code.articles());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static List<CodeCount> first(List<CodeCount> codes, int most) {
        return codes.subList(0, Math.min(most, codes.size()));
    }

    private static String label(TagChange change) {
        return change.name().toLowerCase(Locale.ROOT);
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
