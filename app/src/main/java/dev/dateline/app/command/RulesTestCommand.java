package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.app.pipeline.CurrentArticles;
import dev.dateline.app.pipeline.PackShelf;
import dev.dateline.app.pipeline.Topologies;
import dev.dateline.app.report.Progress;
import dev.dateline.app.report.Terminal;
import dev.dateline.app.settings.Settings;
import dev.dateline.enrich.evaluate.ChangeTally;
import dev.dateline.enrich.pack.PackReader;
import dev.dateline.enrich.pack.Packs;
import dev.dateline.enrich.tag.Tagging;
import dev.dateline.enrich.taggers.Taggers;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "test",
        description =
                "Tag articles without a pack and with it, and show what it changes. Nothing is published. Exit code 1"
                        + " when the pack or a document is rejected.",
        mixinStandardHelpOptions = true)
final class RulesTestCommand implements Callable<Integer> {
    private final Environment environment;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PACK", description = "YAML file.")
    private Path file;

    @Parameters(
            index = "1..*",
            paramLabel = "PATH",
            description = "File, directory or - for standard input, as `dateline tag` takes them.")
    private List<String> paths = List.of();

    @Option(
            names = "--history",
            description = "Instead of files, the current articles of a running pipeline; beside the packs that are"
                    + " published there.")
    private boolean history;

    @Option(
            names = "--against",
            paramLabel = "PACK",
            description = "With files: the pack as it was, to see what the new one changes of it.")
    private Path against;

    @Option(names = "--json", description = "One JSON document instead of tables.")
    private boolean json;

    @Mixin
    private Delivery delivery;

    @Mixin
    private ModelOption model;

    @Mixin
    private SettingsOptions settings;

    RulesTestCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (history != paths.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "dateline rules test needs a PATH or --history, and takes one of them");
        }
        if (history && against != null) {
            throw new ParameterException(
                    spec.commandLine(), "--against is for files; --history compares with what is published");
        }
        PackReader reader = PackReader.forShipped();
        PackFile pack = PackFile.read(reader, file);
        Settings effective = model.load(environment, settings);
        Packs now = now(reader, effective);
        Packs then = now.with(file.toString(), pack.pack());
        Function<Packs, Taggers> taggers = Topologies.taggersWith(effective);
        ChangeTally tally = new ChangeTally();
        Taggers before = taggers.apply(now);
        Taggers after = taggers.apply(then);
        long rejected = compare(effective, before, after, tally);
        ChangeReport report = new ChangeReport(before.id(), after.id(), tally);
        if (json) {
            report.write(environment.terminal().out());
        } else {
            report.print(environment.terminal());
        }
        return rejected > 0 ? 1 : 0;
    }

    private Packs now(PackReader reader, Settings effective) throws IOException {
        if (history) {
            return PackShelf.usable(new PackShelf(effective, reader).read());
        }
        return against == null
                ? Packs.NONE
                : Packs.NONE.with(
                        against.toString(), PackFile.read(reader, against).pack());
    }

    private long compare(Settings effective, Taggers before, Taggers after, ChangeTally tally)
            throws IOException, InterruptedException {
        Terminal terminal = environment.terminal();
        try (Progress progress = new Progress(terminal.err(), terminal.interactive())) {
            if (history) {
                try (CurrentArticles current = new CurrentArticles(effective)) {
                    current.read(
                            id -> true,
                            one -> {
                                if (one.article().getState() != ArticleState.KILLED) {
                                    add(one.article().getArticle(), before, after, tally);
                                }
                            },
                            (done, total) -> {
                                progress.update(
                                        String.format("%s %,d articles", Progress.bar(done, total), tally.articles()));
                                return true;
                            });
                }
                return 0;
            }
            ArticleReader articles = new ArticleReader(environment, Topologies.parsers(effective));
            articles.forEach(delivery, paths, article -> {
                add(article, before, after, tally);
                progress.update(String.format("tagged %,d articles", tally.articles()));
            });
            return articles.rejected();
        }
    }

    private void add(Article article, Taggers before, Taggers after, ChangeTally tally) {
        Tagging with = after.tag(article, false);
        with.failures()
                .forEach(failure ->
                        environment.terminal().err().println(article.getArticleId() + ": a tagger failed: " + failure));
        tally.add(article, before.tag(article, false), with);
    }
}
