package dev.dateline.bench;

import dev.dateline.app.pipeline.Topologies;
import dev.dateline.app.settings.Settings;
import dev.dateline.enrich.tag.RuleSet;
import dev.dateline.enrich.tag.Tagging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Runs everything, prints the table and writes docs/benchmarks.md; takes about half an hour. With {@code --only PART} it runs
 * one part (parse, enrich, pipelines, sink, latency, gateway), prints its rows and writes nothing.
 */
public final class Bench {
    static final Path SAMPLE_WIRE = Path.of("app/src/main/resources/sample-wire");
    /** Real files of all formats, where they lie beside the checkout. */
    private static final Path REAL_FILES = Path.of("../shared/data/wire-formats");

    private static final Path PAGE = Path.of("docs/benchmarks.md");
    private static final int ARTICLES = 80_000;
    /** Files a second while the time from file to row is taken. */
    private static final int RATE = 500;

    /** Odd, for a median; behind one that does not count, in which the just-in-time compiler is busy all the time. */
    private static final int ROUNDS = 3;

    private static final RuleSet NO_TAGS = new RuleSet(article -> new Tagging(List.of(), List.of()), 0, "0");
    private static final List<String> OPTIONS = List.of("--articles", "--rate", "--seconds", "--only");
    /** How long documents are pushed to the gateway. */
    private static final int SECONDS = 120;

    /** A file that is renamed into place need not settle. */
    private static final List<Map<String, String>> SOURCES =
            List.of(Map.of(), new TreeMap<>(Map.of("settle.ms", "0", "poll.interval.ms", "50")));

    private static final double SINK_OF_BARE = 0.8;
    private static final double SINK_OF_PEER = 1.2;
    private static final double PLUMBING_OF_BARE = 0.6;
    private static final double WHOLE_OF_PLUMBING = 0.35;
    private static final double ENRICH_OF_PASS_THROUGH = 0.3;

    private Bench() {}

    public static void main(String[] args) {
        try {
            run(args);
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1); // else what was started would keep the process
        }
    }

    private static void run(String[] args) throws Exception {
        // Before the first logger: without a configuration Kafka's debug messages are what is measured.
        System.setProperty("logback.configurationFile", "logging/command.xml");
        Map<String, String> options = options(args);
        int articles = Integer.parseInt(options.getOrDefault("--articles", Integer.toString(ARTICLES)));
        int rate = Integer.parseInt(options.getOrDefault("--rate", Integer.toString(RATE)));
        int seconds = Integer.parseInt(options.getOrDefault("--seconds", Integer.toString(SECONDS)));
        Map<String, Part> parts = parts(new Corpus(SAMPLE_WIRE), articles, rate, seconds);
        String only = options.get("--only");
        if (only != null) {
            require(parts.containsKey(only), "there is no part '" + only + "': choose one of " + parts.keySet());
            parts.get(only).run().forEach(result -> System.out.println(result.row()));
            return;
        }
        List<Result> results = new ArrayList<>();
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            say(part.getKey());
            results.addAll(part.getValue().run());
        }
        String page = page(results, articles);
        Files.writeString(PAGE, page);
        System.out.println(page);
        say("written to " + PAGE);
    }

    /** Some rows of the table. */
    private interface Part {
        List<Result> run() throws Exception;
    }

    private static Map<String, Part> parts(Corpus corpus, int articles, int rate, int seconds) {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("parse", () -> parse(corpus));
        parts.put("enrich", () -> enrich(corpus, articles));
        parts.put("pipelines", () -> pipelines(corpus, articles));
        parts.put("sink", () -> sink(corpus, articles));
        parts.put("latency", () -> latency(corpus, rate));
        parts.put("gateway", () -> gateway(corpus, seconds));
        return parts;
    }

    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            require(
                    OPTIONS.contains(args[i]) && i + 1 < args.length,
                    "unknown option or no value: " + args[i] + "; there are " + OPTIONS);
            options.put(args[i], args[i + 1]);
        }
        return options;
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            System.err.println("bench: " + otherwise);
            System.exit(2);
        }
    }

    private static List<Result> parse(Corpus corpus) throws IOException {
        PureBench pure = new PureBench();
        List<Result> results = new ArrayList<>(pure.parse(Files.isDirectory(REAL_FILES) ? REAL_FILES : SAMPLE_WIRE));
        results.add(pure.tag(corpus));
        say("check sum " + pure.blackhole() % 1000);
        return results;
    }

    /** The sink, the bare driver and, where it is at hand, the peer in turns, on one stack; the first of each does not count. */
    private static List<Result> sink(Corpus corpus, int articles) throws Exception {
        double[] bare = new double[ROUNDS + 1];
        double[] sink = new double[ROUNDS + 1];
        double[] peer = new double[ROUNDS + 1];
        try (SinkBench bench = new SinkBench(corpus, articles)) {
            for (int round = 0; round <= ROUNDS; round++) {
                String schema = "round_" + round;
                sink[round] = bench.measureSink(schema);
                bare[round] = bench.measureBare(schema);
                bench.drop(schema);
                peer[round] = Peer.isThere() ? bench.measurePeer("flat_" + round) : Double.NaN;
                say("round %d of %d: bare upserts %,.0f, sink %,.0f, Debezium %,.0f articles/s"
                        .formatted(round, ROUNDS, bare[round], sink[round], peer[round]));
            }
        }
        List<Result> results = new ArrayList<>();
        results.add(new Result(
                "bare upserts", median(bare), "articles/s", "encoded rows, the bare driver, one connection"));
        String ofPeer = "";
        if (Peer.isThere()) {
            results.add(new Result(
                    "Debezium JDBC sink", median(peer), "articles/s", "the same worker, one task, flat records"));
            ofPeer = ", " + ratio(median(sink), median(peer)) + " of Debezium's sink; wanted " + SINK_OF_PEER;
        }
        String ofBare = ratio(median(sink), median(bare)) + " of the bare upserts; wanted " + SINK_OF_BARE;
        results.add(new Result("PostgreSQL sink", median(sink), "articles/s", "Connect, one task; " + ofBare + ofPeer));
        return results;
    }

    private static List<Result> latency(Corpus corpus, int rate) throws Exception {
        List<Result> results = new ArrayList<>();
        for (Map<String, String> source : SOURCES) {
            LatencyBench.Latency latency = new LatencyBench(corpus, rate).measure(source);
            String note = "source with %s, %d files/s, %,d looked at"
                    .formatted(source.isEmpty() ? "its defaults" : source, rate, latency.files());
            results.add(new Result("file to row, half of them", latency.p50(), "ms", note));
            results.add(new Result("file to row, 99 of 100", latency.p99(), "ms", note));
        }
        return results;
    }

    private static List<Result> gateway(Corpus corpus, int seconds) throws Exception {
        GatewayBench.Figures figures = new GatewayBench(corpus, Duration.ofSeconds(seconds)).measure();
        String note =
                "%d s, broker stopped and started in the middle; %,d accepted, all found; %,d times told to come later"
                        .formatted(seconds, figures.accepted(), figures.later());
        return List.of(
                new Result("gateway", figures.perSecond(), "documents/s", note),
                new Result(
                        "push to answer, half of them", figures.p50(), "ms", "32 senders, before the broker stopped"),
                new Result("push to answer, 99 of 100", figures.p99(), "ms", "the same"));
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
                - **Bare upserts, PostgreSQL sink**: the connector as shipped, one task, reads enriched articles that all are in
                  Kafka before it starts; then the rows that it wrote, quotes included, go into copies of its tables by
                  the same driver and form of statement, in batches of a thousand whose arrays were encoded beforehand. Of
                  the last three quarters.
                - **Debezium JDBC sink**: in the same worker, with its best settings (batches of 1,000, 2,000 records a poll,
                  rewritten inserts, no reduction buffer), where the build was given `-Pdebezium`. It cannot take an article,
                  so it gets the columns of our table as a flat Avro record, and a table of them as text without any index
                  but the key; ours writes typed columns, five indexes and the quotes.
                - **File to row**: the whole pipeline, from the moment at which a file is renamed into the watched directory to
                  the first look that finds its row, after half a minute's warm-up; not above what the pipeline keeps up with.
                - **Gateway**: 32 senders push one document a request, broker, gateway and senders in one process; then each
                  accepted document has to be in the topic and, when the pipeline has run, one article of revision 1.

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
