package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.app.pipeline.Topologies;
import dev.dateline.app.report.Progress;
import dev.dateline.app.report.Terminal;
import dev.dateline.enrich.learn.Example;
import dev.dateline.enrich.learn.ModelFile;
import dev.dateline.enrich.learn.TopicModel;
import dev.dateline.enrich.learn.Trainer;
import dev.dateline.enrich.taggers.Taggers;
import dev.dateline.model.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "train",
        description =
                "Train a topic model on articles that carry Media Topics. It is first tried on a part held out, then"
                        + " trained on all. Exit code 1 when something was rejected or nothing could be learnt.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private Inputs inputs;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "File to write the model to.")
    private Path out;

    @Option(names = "--json", description = "One JSON document instead of tables.")
    private boolean json;

    @Option(
            names = "--hold-out",
            paramLabel = "PERCENT",
            defaultValue = "20",
            description = "Part to try it on, 0 to 90; ${DEFAULT-VALUE} by default.")
    private int holdOut;

    @Option(
            names = "--min-articles",
            paramLabel = "N",
            defaultValue = "10",
            description = "Articles that a topic needs to be learnt; ${DEFAULT-VALUE} by default.")
    private int fewest;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Decides what is held out; same input and seed give the same file. ${DEFAULT-VALUE} by default.")
    private long seed;

    @Mixin
    private SettingsOptions settings;

    @Spec
    private CommandSpec spec;

    TrainCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        checkArguments();
        ArticleReader articles = new ArticleReader(environment, Topologies.parsers(settings.load(environment)));
        Taggers byRules = Taggers.shipped();
        Trainer trainer = new Trainer(seed, fewest, byRules.rulesVersion());
        HoldOut choice = new HoldOut(seed, holdOut);
        List<Example> all = new ArrayList<>();
        List<Example> learnt = new ArrayList<>();
        List<Article> heldOut = new ArrayList<>();
        Terminal terminal = environment.terminal();
        try (Progress progress = new Progress(terminal.err(), terminal.interactive())) {
            articles.forEach(inputs, article -> {
                byRules.example(article).ifPresent(example -> {
                    all.add(example);
                    if (choice.holds(article)) {
                        heldOut.add(article);
                    } else {
                        learnt.add(example);
                    }
                });
                progress.update(String.format("read %,d articles with topics", all.size()));
            });
            Trial trial = null;
            if (!heldOut.isEmpty()) {
                TopicModel part =
                        trainer.train(learnt, (done, of) -> show(progress, "training, a part held out", done, of));
                trial = Trial.of(
                        byRules, Taggers.shipped(part), heldOut, (done, of) -> show(progress, "trying", done, of));
            }
            TopicModel model = trainer.train(all, (done, of) -> show(progress, "training on all", done, of));
            ModelFile.write(model, out);
            progress.close();
            TrainingReport report = new TrainingReport(out, model, trial);
            if (json) {
                report.json(terminal, articles.rejected());
            } else {
                report.tables(terminal);
            }
        }
        return articles.rejected() == 0 ? 0 : 1;
    }

    /** Found out before the work and not after it. */
    private void checkArguments() {
        Path directory = out.toAbsolutePath().getParent();
        if (!Files.isDirectory(directory) || Files.isDirectory(out)) {
            throw wrong("cannot write to " + out + ": "
                    + (Files.isDirectory(out) ? "it is a directory" : "there is no directory " + directory)
                    + "; name a file in a directory that exists with --out");
        }
        if (Files.exists(out) && !ModelFile.isModel(out)) {
            throw wrong(out + " is there and is no topic model; name a new file with --out, or remove that one");
        }
        if (holdOut < 0 || holdOut > 90) {
            throw wrong("--hold-out is " + holdOut + ", and a part of 0 to 90 percent can be held out");
        }
        if (fewest < 2) {
            throw wrong("--min-articles is " + fewest + ", and a topic needs 2 articles or more to be learnt");
        }
    }

    private ParameterException wrong(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }

    private static void show(Progress progress, String work, int done, int of) {
        progress.update(String.format("%s %s %d of %d", Progress.bar(done, of), work, done, of));
    }
}
