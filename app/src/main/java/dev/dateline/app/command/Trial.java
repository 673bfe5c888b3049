package dev.dateline.app.command;

import dev.dateline.enrich.evaluate.Axis;
import dev.dateline.enrich.evaluate.AxisReport;
import dev.dateline.enrich.evaluate.Evaluation;
import dev.dateline.enrich.learn.Trainer;
import dev.dateline.enrich.taggers.Taggers;
import dev.dateline.model.Article;
import java.util.List;

/**
 * Topics of the articles that were held out, by the rules alone and with a model that did not learn from them.
 *
 * @param articles how many they are
 */
record Trial(int articles, List<AxisReport> byRules, List<AxisReport> withModel) {
    static Trial of(Taggers byRules, Taggers withModel, List<Article> heldOut, Trainer.Watcher watcher) {
        Evaluation alone = new Evaluation();
        Evaluation blended = new Evaluation();
        for (int i = 0; i < heldOut.size(); i++) {
            watcher.at(i, heldOut.size());
            alone.add(byRules.compare(heldOut.get(i)));
            blended.add(withModel.compare(heldOut.get(i)));
        }
        return new Trial(heldOut.size(), topics(alone), topics(blended));
    }

    private static List<AxisReport> topics(Evaluation evaluation) {
        return evaluation.report().stream()
                .filter(report -> report.axis() == Axis.TOPIC || report.axis() == Axis.EXACT_TOPIC)
                .toList();
    }
}
