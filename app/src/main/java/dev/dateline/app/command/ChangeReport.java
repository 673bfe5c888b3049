package dev.dateline.app.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dateline.app.report.Table;
import dev.dateline.app.report.Terminal;
import dev.dateline.enrich.evaluate.ChangeTally;
import dev.dateline.enrich.evaluate.ChangeTally.CodeChanges;
import dev.dateline.enrich.evaluate.ChangeTally.Example;
import dev.dateline.enrich.tag.TagChange;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/**
 * What other rules change, for a person or as JSON.
 *
 * @param before what the rules are made of now
 * @param after what they would be made of
 */
record ChangeReport(String before, String after, ChangeTally tally) {
    void print(Terminal terminal) {
        if (!tally.codes().isEmpty()) {
            Table table = new Table(
                    "SCHEME", "CODE", "NAME", "ADDED", "REMOVED", "RE-SCORED", "NOW ABOUT", "NO LONGER", "FOR EXAMPLE");
            tally.codes().forEach(code -> rows(table, code));
            table.lines(terminal.width()).forEach(terminal.out()::println);
        }
        terminal.say(String.format(
                Locale.ROOT,
                "%s instead of %s: %,d of %,d articles change%s.",
                after,
                before,
                tally.changed(),
                tally.articles(),
                tally.changedInReasons() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", %,d of them only in what speaks for a tag, or in quotes",
                                tally.changedInReasons())));
    }

    private static void rows(Table table, CodeChanges code) {
        boolean first = true;
        for (Example example : code.examples()) {
            table.row(
                    first ? code.scheme() : "",
                    first ? code.code() : "",
                    first ? code.name() : "",
                    first ? count(code.added()) : "",
                    first ? count(code.removed()) : "",
                    first ? count(code.rescored()) : "",
                    first ? count(code.becameAbout()) : "",
                    first ? count(code.ceasedAbout()) : "",
                    scores(example.change()) + "  "
                            + (example.headline() == null ? example.articleId() : example.headline()));
            first = false;
        }
    }

    private static String scores(TagChange change) {
        return score(change.before()) + " → " + score(change.after());
    }

    private static String score(Double score) {
        return score == null ? "none" : String.format(Locale.ROOT, "%.3f", score);
    }

    private static String count(long count) {
        return count == 0 ? "" : String.format(Locale.ROOT, "%,d", count);
    }

    void write(PrintStream out) throws IOException {
        try (JsonLines lines = new JsonLines(out)) {
            lines.line(this::write);
        }
    }

    /** The fields of the report, for an object that has others, too. */
    void write(JsonGenerator json) throws IOException {
        json.writeStringField("before", before);
        json.writeStringField("after", after);
        json.writeNumberField("articles", tally.articles());
        json.writeNumberField("changed", tally.changed());
        json.writeNumberField("changedInReasons", tally.changedInReasons());
        json.writeArrayFieldStart("codes");
        for (CodeChanges code : tally.codes()) {
            write(code, json);
        }
        json.writeEndArray();
    }

    private static void write(CodeChanges code, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("scheme", code.scheme());
        json.writeStringField("code", code.code());
        text(json, "name", code.name());
        json.writeNumberField("added", code.added());
        json.writeNumberField("removed", code.removed());
        json.writeNumberField("rescored", code.rescored());
        json.writeNumberField("becameAbout", code.becameAbout());
        json.writeNumberField("ceasedAbout", code.ceasedAbout());
        json.writeArrayFieldStart("examples");
        for (Example example : code.examples()) {
            json.writeStartObject();
            json.writeStringField("articleId", example.articleId());
            text(json, "headline", example.headline());
            score(json, "before", example.change().before());
            score(json, "after", example.change().after());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static void score(JsonGenerator json, String name, Double score) throws IOException {
        if (score != null) {
            json.writeNumberField(name, score);
        }
    }
}
