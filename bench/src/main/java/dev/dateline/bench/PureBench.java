package dev.dateline.bench;

import dev.dateline.enrich.taggers.Taggers;
import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.ingest.document.DocumentFiles;
import dev.dateline.ingest.parse.Parsed;
import dev.dateline.ingest.parse.Parsers;
import dev.dateline.model.Article;
import dev.dateline.model.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Parsers and taggers alone, on one thread. */
final class PureBench {
    /** After three seconds the compiler was still at work on the taggers: they gained a sixth behind that. */
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    private static final Duration MEASURED = Duration.ofSeconds(5);

    private final Parsers parsers = new Parsers(Dialects.shipped());
    /** What comes out is added up, so that nothing can be optimised away. */
    private long blackhole;

    /** Documents a second for each format among the files of a directory. */
    List<Result> parse(Path directory) throws IOException {
        Map<String, List<Document>> byFormat = new TreeMap<>();
        for (Path file : DocumentFiles.below(directory)) {
            Document document = Corpus.document(file.toString(), Files.readAllBytes(file));
            if (parsers.parse(document).get(0) instanceof Parsed.Accepted accepted) {
                byFormat.computeIfAbsent(accepted.article().getProvenance().getFormat(), format -> new ArrayList<>())
                        .add(document);
            }
        }
        List<Result> results = new ArrayList<>();
        byFormat.forEach((format, documents) -> {
            double meanBytes = documents.stream()
                    .mapToInt(document -> document.bytes().length)
                    .average()
                    .orElse(0);
            double rate = rate(documents, document -> parsers.parse(document).size());
            String size = "%.1f KB each, %.1f MB/s, one thread".formatted(meanBytes / 1000, rate * meanBytes / 1e6);
            String limit = PlainReader.of(format)
                    .map(plain -> rate(documents, document -> plain.applyAsLong(document.bytes())))
                    .map(plain -> "; %.2f of plain %s; wanted 0.4".formatted(rate / plain, PlainReader.name(format)))
                    .orElse("");
            results.add(new Result("parse " + format, rate, "documents/s", size + limit));
        });
        return results;
    }

    /** Articles a second through all taggers. */
    Result tag(Corpus corpus) {
        Taggers taggers = Taggers.shipped();
        Random random = new Random(1);
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            byte[] bytes = corpus.ninjs("tag:" + i, random).getBytes(StandardCharsets.UTF_8);
            if (parsers.parse(Corpus.document("tag" + i, bytes)).get(0) instanceof Parsed.Accepted accepted) {
                articles.add(accepted.article());
            }
        }
        double rate =
                rate(articles, article -> taggers.tag(article, false).tags().size());
        return new Result("tag", rate, "articles/s", "2.9 KB of text each, one thread");
    }

    private <T> double rate(List<T> inputs, ToLongFunction<T> work) {
        repeat(inputs, work, WARM_UP);
        return repeat(inputs, work, MEASURED);
    }

    private <T> double repeat(List<T> inputs, ToLongFunction<T> work, Duration time) {
        long start = System.nanoTime();
        long done = 0;
        while (System.nanoTime() - start < time.toNanos()) {
            for (T input : inputs) {
                blackhole += work.applyAsLong(input);
            }
            done += inputs.size();
        }
        return done * 1e9 / (System.nanoTime() - start);
    }

    long blackhole() {
        return blackhole;
    }
}
