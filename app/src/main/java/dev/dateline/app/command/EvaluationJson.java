package dev.dateline.app.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dateline.enrich.evaluate.AxisReport;
import dev.dateline.enrich.evaluate.CodeScore;
import dev.dateline.enrich.evaluate.Confusion;
import dev.dateline.enrich.evaluate.Evaluation;
import dev.dateline.enrich.evaluate.Quality;
import dev.dateline.enrich.taggers.Taggers;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** An evaluation as one JSON document. */
final class EvaluationJson {
    private final Evaluation evaluation;
    private final Taggers taggers;
    private final long rejected;

    EvaluationJson(Evaluation evaluation, Taggers taggers, long rejected) {
        this.evaluation = evaluation;
        this.taggers = taggers;
        this.rejected = rejected;
    }

    void write(PrintStream out) throws IOException {
        try (JsonLines lines = new JsonLines(out)) {
            lines.line(this::write);
        }
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeNumberField("articles", evaluation.articles());
        json.writeNumberField("withoutText", evaluation.withoutText());
        json.writeNumberField("rejected", rejected);
        json.writeNumberField("rulesVersion", taggers.rulesVersion());
        json.writeStringField("rules", taggers.id());
        if (taggers.model() != null) {
            json.writeStringField("model", taggers.model().sha256());
        }
        writeAxes("compared", evaluation.report(), json);
    }

    /** Writes axes as a field of the object that is open. */
    static void writeAxes(String name, List<AxisReport> axes, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (AxisReport axis : axes) {
            write(axis, json);
        }
        json.writeEndArray();
    }

    private static void write(AxisReport axis, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("of", axis.axis().label());
        json.writeStringField("scheme", axis.axis().scheme());
        json.writeNumberField("counted", axis.counted());
        json.writeNumberField("notCounted", axis.notCounted());
        json.writeObjectFieldStart("micro");
        write(axis.micro(), json);
        json.writeEndObject();
        json.writeObjectFieldStart("microOfCodesInUse");
        write(axis.microInUse(), json);
        json.writeEndObject();
        json.writeObjectFieldStart("macro");
        write(axis.macro(), json);
        json.writeEndObject();
        if (axis.best() != null) {
            json.writeObjectFieldStart("best");
            json.writeNumberField("counted", axis.best().of());
            json.writeNumberField("right", axis.best().right());
            figure(json, "accuracy", axis.best().value());
            json.writeEndObject();
        }
        json.writeArrayFieldStart("codes");
        for (CodeScore code : axis.codes()) {
            write(code, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("confused");
        for (Confusion confusion : axis.confusions()) {
            write(confusion, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(CodeScore code, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", code.code());
        if (code.name() != null) {
            json.writeStringField("name", code.name());
        }
        json.writeNumberField("wanted", code.wanted());
        json.writeNumberField("got", code.got());
        json.writeNumberField("right", code.right());
        write(code.quality(), json);
        json.writeEndObject();
    }

    private static void write(Confusion confusion, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("wanted", confusion.wanted());
        json.writeStringField("got", confusion.got());
        json.writeNumberField("count", confusion.count());
        json.writeEndObject();
    }

    private static void write(Quality quality, JsonGenerator json) throws IOException {
        figure(json, "precision", quality.precision());
        figure(json, "recall", quality.recall());
        figure(json, "f1", quality.f1());
    }

    /** Four digits: the fifth is noise in any sample that fits on a disk. */
    private static void figure(JsonGenerator json, String name, double share) throws IOException {
        json.writeNumberField(name, Math.round(share * 10_000) / 10_000.0);
    }
}
