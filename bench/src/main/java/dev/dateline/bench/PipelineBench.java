package dev.dateline.bench;

import dev.dateline.app.embedded.DataDirectory;
import dev.dateline.app.embedded.EmbeddedStack;
import dev.dateline.app.pipeline.Pipeline;
import dev.dateline.app.pipeline.TopicAdmin;
import dev.dateline.app.pipeline.Topologies;
import dev.dateline.app.settings.Settings;
import dev.dateline.app.settings.SettingsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;

/** Files to PostgreSQL through a whole pipeline on a stack of its own: the product, or the product's plumbing. */
final class PipelineBench {
    private final Corpus corpus;
    private final int articles;

    PipelineBench(Corpus corpus, int articles) {
        this.corpus = corpus;
        this.articles = articles;
    }

    /** What is to run between the topics. */
    interface Inside {
        Topologies of(Settings settings);
    }

    /** Articles a second, from the file's appearance to the last row. */
    double measure(String name, Inside inside) throws Exception {
        Path work = Files.createTempDirectory("dateline-bench");
        Path wire = Files.createDirectories(work.resolve("wire"));
        Settings wanted = SettingsLoader.load(
                null,
                Map.of(),
                Map.of(
                        "data.dir", work.resolve("data").toString(),
                        "source.bench.directory", wire.toString(),
                        "source.bench.provider", "bench"));
        try (DataDirectory data = DataDirectory.open(wanted.dataDir());
                EmbeddedStack stack = EmbeddedStack.start(data)) {
            Settings settings = stack.connect(wanted);
            try (TopicAdmin topics = new TopicAdmin(settings)) {
                topics.apply();
            }
            try (Pipeline pipeline = Pipeline.start(
                            settings,
                            inside.of(settings),
                            EnumSet.allOf(Pipeline.Stage.class),
                            InstantSource.system(),
                            true);
                    Rows rows = new Rows(settings)) {
                pipeline.awaitRunning(() -> false);
                Path warmUp = write(wire, name + "-warm-up", articles / 2);
                Path measured = write(wire, name, articles);
                appear(warmUp);
                rows.await("dateline.article", articles / 2);
                long start = System.nanoTime();
                appear(measured);
                rows.await("dateline.article", articles / 2 + articles);
                return articles * 1e9 / (System.nanoTime() - start);
            }
        } finally {
            Work.delete(work);
        }
    }

    /** A file that the source leaves alone until it {@link #appear appears}. */
    private Path write(Path wire, String name, int count) throws IOException {
        Path hidden = wire.resolve("." + name + ".jsonl");
        try (Stream<String> lines = corpus.lines("urn:bench:" + name + ":", count, name.hashCode())) {
            Files.write(hidden, (Iterable<String>) lines::iterator);
        }
        return Files.setLastModifiedTime(hidden, FileTime.from(Corpus.TIME));
    }

    private static void appear(Path hidden) throws IOException {
        Files.move(hidden, hidden.resolveSibling(hidden.getFileName().toString().substring(1)));
    }
}
