package dev.dateline.bench;

import dev.dateline.app.pipeline.Topologies;
import dev.dateline.enrich.tag.Tagging;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Runs everything once, prints the table and writes docs/benchmarks.md. Takes about seven minutes. */
public final class Bench {
    private static final Path SAMPLE_WIRE = Path.of("app/src/main/resources/sample-wire");
    /** Real files of all formats, where they lie beside the checkout. */
    private static final Path REAL_FILES = Path.of("../shared/data/wire-formats");

    private static final Path PAGE = Path.of("docs/benchmarks.md");
    /** So many that the just-in-time compiler, which is busy for a minute and more, is done with the warm-up's half. */
    private static final int ARTICLES = 250_000;

    private static final double PLUMBING_OF_BARE = 0.6;
    private static final double WHOLE_OF_PLUMBING = 0.35;

    private Bench() {}

    public static void main(String[] args) throws Exception {
        // Before the first logger: without a configuration Kafka's debug messages are what is measured.
        System.setProperty("logback.configurationFile", "logging/command.xml");
        int articles = args.length == 2 && args[0].equals("--articles") ? Integer.parseInt(args[1]) : ARTICLES;
        Corpus corpus = new Corpus(SAMPLE_WIRE);
        PureBench pure = new PureBench();
        List<Result> results = new ArrayList<>();
        say("parsers");
        results.addAll(pure.parse(Files.isDirectory(REAL_FILES) ? REAL_FILES : SAMPLE_WIRE));
        say("taggers");
        results.add(pure.tag(corpus));
        say("bare loop");
        double bare = new BareLoop(corpus, articles).measure();
        say("plumbing");
        PipelineBench pipelines = new PipelineBench(corpus, articles);
        double plumbing = pipelines.measure(
                "plumbing",
                settings -> new Topologies(
                        settings,
                        InstantSource.system(),
                        IdentityParser::parse,
                        article -> new Tagging(List.of(), List.of()),
                        0));
        say("whole pipeline");
        double whole = pipelines.measure("whole", settings -> Topologies.shipped(settings, InstantSource.system()));
        results.add(new Result("bare loop", bare, "articles/s", "producer, pass-through Streams, batched SQL"));
        results.add(new Result(
                "plumbing",
                plumbing,
                "articles/s",
                ratio(plumbing, bare) + " of the bare loop; wanted " + PLUMBING_OF_BARE));
        results.add(new Result(
                "whole pipeline",
                whole,
                "articles/s",
                ratio(whole, plumbing) + " of the plumbing; wanted " + WHOLE_OF_PLUMBING));
        String page = page(results, articles);
        Files.writeString(PAGE, page);
        System.out.println(page);
        say("written to " + PAGE + " (check sum " + pure.blackhole() % 1000 + ")");
        System.exit(0);
    }

    private static String page(List<Result> results, int articles) {
        return """
                # Benchmarks

                Written by `bench/run`. Each row was measured in the same run on one machine (%d processors, Java %s); only the
                ratios carry over to others. Articles are made of the sample wire's paragraphs, 2.9 KB of text each. The three
                pipelines ran one after the other on a fresh embedded stack each, %,d articles after a warm-up of half as many;
                time runs from the input's appearance to the last row in PostgreSQL.

                - **parse**: real agency files of each format, where they lie beside the checkout, else the sample wire. The
                  limit is the plain StAX or Jackson reader over the same bytes, which reads all text and keeps none.
                - **Bare loop**: a producer of Avro articles with Confluent's serializer, a pass-through Streams application with
                  `exactly_once_v2`, a consumer of committed records that reads them with Confluent's deserializer and upserts
                  in batches into a table of three columns. No formats, no state, no Connect; the pipeline's producer settings.
                - **Plumbing**: the whole pipeline with a parser that takes the document's bytes for the body, and no taggers.
                - **Whole pipeline**: files to PostgreSQL as shipped.

                | what | rate | unit | note |
                |---|---|---|---|
                %s
                """.formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        articles,
                        results.stream().map(Result::row).collect(Collectors.joining("\n")));
    }

    private static String ratio(double part, double whole) {
        return String.format(Locale.ROOT, "%.2f", part / whole);
    }

    private static void say(String what) {
        System.err.println("bench: " + what);
    }
}
