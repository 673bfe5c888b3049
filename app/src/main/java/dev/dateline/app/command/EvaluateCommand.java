package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.app.pipeline.Topologies;
import dev.dateline.app.report.Progress;
import dev.dateline.app.report.Terminal;
import dev.dateline.app.settings.Settings;
import dev.dateline.enrich.evaluate.AxisReport;
import dev.dateline.enrich.evaluate.Evaluation;
import dev.dateline.enrich.taggers.Comparison;
import dev.dateline.enrich.taggers.Taggers;
import dev.dateline.model.Article;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "evaluate",
        description =
                "Tag without the sender's codes and compare with them: precision, recall and F1 per scheme and code,"
                        + " and what was most often confused. Exit code 1 when something was rejected or nothing could be compared.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private Inputs inputs;

    @Option(names = "--json", description = "One JSON document instead of tables.")
    private boolean json;

    @Mixin
    private ModelOption model;

    @Mixin
    private PackOption packs;

    @Mixin
    private SettingsOptions settings;

    EvaluateCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Terminal terminal = environment.terminal();
        Settings effective = model.load(environment, settings);
        ArticleReader articles = new ArticleReader(environment, Topologies.parsers(effective));
        Taggers taggers = Topologies.taggersWith(effective).apply(packs.load());
        Evaluation evaluation = new Evaluation();
        try (Progress progress = new Progress(terminal.err(), terminal.interactive())) {
            articles.forEach(inputs, article -> {
                evaluation.add(compare(taggers, article));
                progress.update(String.format("tagged %,d articles", evaluation.articles()));
            });
        }
        boolean compared = evaluation.report().stream().anyMatch(axis -> axis.counted() > 0);
        if (json) {
            new EvaluationJson(evaluation, taggers, articles.rejected()).write(terminal.out());
        } else if (compared) {
            print(evaluation);
        }
        if (!compared) {
            terminal.say("@|bold,red dateline:|@ nothing to compare: none of " + evaluation.articles()
                    + " articles has text and codes of the sender; give articles with subjects, places or a language");
        }
        return compared && articles.rejected() == 0 ? 0 : 1;
    }

    private Comparison compare(Taggers taggers, Article article) {
        Comparison comparison = taggers.compare(article);
        comparison.found().failures().forEach(failure -> environment
                .terminal()
                .err()
                .println(article.getArticleId() + ": a tagger failed: " + failure));
        return comparison;
    }

    private void print(Evaluation evaluation) {
        List<AxisReport> axes = evaluation.report();
        EvaluationTables tables = new EvaluationTables(environment.terminal());
        tables.overview(axes);
        axes.forEach(tables::axis);
        environment
                .terminal()
                .say(String.format(
                        "%,d articles were read; %,d without text were left out.",
                        evaluation.articles(), evaluation.withoutText()));
    }
}
