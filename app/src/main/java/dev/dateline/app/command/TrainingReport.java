package dev.dateline.app.command;

import dev.dateline.app.report.Table;
import dev.dateline.app.report.Terminal;
import dev.dateline.enrich.evaluate.AxisReport;
import dev.dateline.enrich.evaluate.Quality;
import dev.dateline.enrich.learn.Label;
import dev.dateline.enrich.learn.TopicModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What came of a training.
 *
 * @param trial figures of the part that was held out, or null when none was
 */
record TrainingReport(Path file, TopicModel model, Trial trial) {
    void tables(Terminal terminal) {
        if (trial != null) {
            Table table = new Table("HELD OUT", "TAGGED BY", "PRECISION", "RECALL", "F1", "MEAN F1", "BEST RIGHT");
            for (int i = 0; i < trial.withModel().size(); i++) {
                row(table, trial.byRules().get(i), "rules");
                row(table, trial.withModel().get(i), "rules and model");
            }
            table.lines(terminal.width()).forEach(terminal.out()::println);
            trial.withModel().forEach(new EvaluationTables(terminal)::axis);
        }
        terminal.say(String.format(
                Locale.ROOT,
                "Wrote %s: model %s of %,d articles, %,d topics, %,d features.",
                file,
                model.id(),
                model.origin().articles(),
                model.labels().size(),
                model.features()));
        if (trial != null) {
            terminal.say(String.format(
                    Locale.ROOT,
                    "The figures are of %,d articles that were held out; what was written has learnt from those, too.",
                    trial.articles()));
        }
    }

    void json(Terminal terminal, long rejected) throws IOException {
        try (JsonLines lines = new JsonLines(terminal.out())) {
            lines.line(json -> {
                json.writeStringField("file", file.toString());
                json.writeStringField("model", model.sha256());
                json.writeNumberField("articles", model.origin().articles());
                json.writeNumberField("rejected", rejected);
                json.writeNumberField("seed", model.origin().seed());
                json.writeNumberField("rulesVersion", model.origin().rulesVersion());
                json.writeNumberField("features", model.features());
                json.writeArrayFieldStart("topics");
                for (Label label : model.labels()) {
                    json.writeString(label.code());
                }
                json.writeEndArray();
                json.writeNumberField("heldOut", trial == null ? 0 : trial.articles());
                EvaluationJson.writeAxes("byRules", trial == null ? List.of() : trial.byRules(), json);
                EvaluationJson.writeAxes("withModel", trial == null ? List.of() : trial.withModel(), json);
            });
        }
    }

    private static void row(Table table, AxisReport axis, String by) {
        Quality micro = axis.micro();
        table.row(
                axis.axis().label(),
                by,
                figure(micro.precision()),
                figure(micro.recall()),
                figure(micro.f1()),
                figure(axis.macro().f1()),
                axis.best() == null ? "" : figure(axis.best().value()));
    }

    private static String figure(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }
}
