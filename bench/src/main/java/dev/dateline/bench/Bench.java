package dev.dateline.bench;

import dev.dateline.app.pipeline.Topologies;
import dev.dateline.app.settings.Settings;
import dev.dateline.enrich.tag.RuleSet;
import dev.dateline.enrich.tag.Tagging;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Runs everything, prints the table and writes docs/benchmarks.md. Takes about a quarter of an hour. */
public final class Bench {
    static final Path SAMPLE_WIRE = Path.of("app/src/main/resources/sample-wire");
    /** Real files of all formats, where they lie beside the checkout. */
    private static final Path REAL_FILES = Path.of("../shared/data/wire-formats");

    private static final Path PAGE = Path.of("docs/benchmarks.md");
    private static final int ARTICLES = 80_000;
    /** Odd, for a median; behind one that does not count, in which the just-in-time compiler is busy all the time. */
    private static final int ROUNDS = 3;

    private static final RuleSet NO_TAGS = new RuleSet(article -> new Tagging(List.of(), List.of()), 0, "0");
    private static final double PLUMBING_OF_BARE = 0.6;
    private static final double WHOLE_OF_PLUMBING = 0.35;
    private static final double ENRICH_OF_PASS_THROUGH = 0.3;

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
        say("enrich application");
        results.addAll(enrich(corpus, articles));
        results.addAll(pipelines(corpus, articles));
        String page = page(results, articles);
        Files.writeString(PAGE, page);
        System.out.println(page);
        say("written to " + PAGE + " (check sum " + pure.blackhole() % 1000 + ")");
        System.exit(0);
    }

    /** In turns, too, each on a stack of its own; the first does not count. */
    private static List<Result> enrich(Corpus corpus, int articles) throws Exception {
        double[] bytes = new double[ROUNDS + 1];
        double[] passed = new double[ROUNDS + 1];
        double[] enriched = new double[ROUNDS + 1];
        for (int round = 0; round <= ROUNDS; round++) {
            try (EnrichBench bench = new EnrichBench(corpus, articles)) {
                bytes[round] = bench.passBytes();
                passed[round] = bench.passArticles();
                enriched[round] = bench.enrich(done -> {});
            }
            say("round %d of %d: pass-through of bytes %,.0f, of articles %,.0f, enrich %,.0f articles/s"
                    .formatted(round, ROUNDS, bytes[round], passed[round], enriched[round]));
        }
        return List.of(
                new Result("pass-through of bytes", median(bytes), "articles/s", "Streams, settings of enrich"),
                new Result("pass-through of articles", median(passed), "articles/s", "the same, with enrich's serdes"),
                new Result(
                        "enrich",
                        median(enriched),
                        "articles/s",
                        ratio(median(enriched), median(passed)) + " of the pass-through of articles, "
                                + ratio(median(enriched), median(bytes)) + " of that of bytes; wanted "
                                + ENRICH_OF_PASS_THROUGH));
    }

    /** In turns, so that what the machine does meanwhile and what is compiled by then is the same for all. */
    private static List<Result> pipelines(Corpus corpus, int articles) throws Exception {
        PipelineBench pipelines = new PipelineBench(corpus, articles);
        double[] bare = new double[ROUNDS + 1];
        double[] plumbing = new double[ROUNDS + 1];
        double[] whole = new double[ROUNDS + 1];
        for (int round = 0; round <= ROUNDS; round++) {
            bare[round] = new BareLoop(corpus, articles).measure();
            plumbing[round] = pipelines.measure("plumbing", Bench::plumbing);
            whole[round] = pipelines.measure("whole", settings -> Topologies.shipped(settings, InstantSource.system()));
            say("round %d of %d: bare loop %,.0f, plumbing %,.0f, whole pipeline %,.0f articles/s"
                    .formatted(round, ROUNDS, bare[round], plumbing[round], whole[round]));
        }
        return List.of(
                new Result("bare loop", median(bare), "articles/s", "producer, pass-through Streams, batched SQL"),
                new Result(
                        "plumbing",
                        median(plumbing),
                        "articles/s",
                        ratio(median(plumbing), median(bare)) + " of the bare loop; wanted " + PLUMBING_OF_BARE),
                new Result(
                        "whole pipeline",
                        median(whole),
                        "articles/s",
                        ratio(median(whole), median(plumbing)) + " of the plumbing; wanted " + WHOLE_OF_PLUMBING));
    }

    private static Topologies plumbing(Settings settings) {
        return new Topologies(settings, InstantSource.system(), IdentityParser::parse, () -> NO_TAGS);
    }

    /** Of the rounds that count. */
    private static double median(double[] rounds) {
        return Arrays.stream(rounds)
                .skip(1)
                .sorted()
                .skip(ROUNDS / 2)
                .findFirst()
                .orElseThrow();
    }

    private static String page(List<Result> results, int articles) {
        return """
                # Benchmarks

                Written by `bench/run`. Each row was measured in the same run on one machine (%d processors, Java %s); only the
                ratios carry over to others. Articles are made of the sample wire's paragraphs, 2.9 KB of text each. The three
                pipelines ran in turns, each time on a fresh embedded stack, %,d articles after a warm-up of half as many; the
                figures are the medians of %d rounds behind one that does not count. Time runs from the input's appearance to
                the last row in PostgreSQL.

                - **parse**: real agency files of each format, where they lie beside the checkout, else the sample wire. The
                  limit is the plain StAX or Jackson reader over the same bytes, which reads all text and keeps none.
                - **Pass-through, enrich**: all read the same topic of articles; one passes the bytes on, one decodes each
                  article and encodes it again, the third is the enrich application with all taggers, its gate and its three
                  outputs. Of the last three quarters.
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
                        ROUNDS,
                        results.stream().map(Result::row).collect(Collectors.joining("\n")));
    }

    private static String ratio(double part, double whole) {
        return String.format(Locale.ROOT, "%.2f", part / whole);
    }

    private static void say(String what) {
        System.err.println("bench: " + what);
    }
}
