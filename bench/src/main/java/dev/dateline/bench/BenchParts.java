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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The parts of the benchmark: what is measured, in which turns, against which limit. */
final class BenchParts {
    /** Some rows of the table. */
    interface Part {
        List<Result> run() throws Exception;
    }

    /** Odd, for a median; behind one that does not count, in which the just-in-time compiler is busy all the time. */
    static final int ROUNDS = 3;

    /** Real files of all formats, where they lie beside the checkout. */
    private static final Path REAL_FILES = Path.of("../shared/data/wire-formats");

    private static final RuleSet NO_TAGS = new RuleSet(article -> new Tagging(List.of(), List.of()), 0, "0");

    /** A file that is renamed into place need not settle. */
    private static final List<Map<String, String>> SOURCES =
            List.of(Map.of(), new TreeMap<>(Map.of("settle.ms", "0", "poll.interval.ms", "50")));

    private static final double SINK_OF_BARE = 0.8;
    private static final double SINK_OF_PEER = 1.2;
    private static final double PLUMBING_OF_BARE = 0.6;
    private static final double WHOLE_OF_PLUMBING = 0.35;
    private static final double ENRICH_OF_PASS_THROUGH = 0.3;

    private BenchParts() {}

    /**
     * All of them, in the order in which they run.
     *
     * @param articles for each pipeline and sink, a warm-up included
     * @param rate files a second while the time from file to row is taken
     * @param pushing how long documents are pushed to the gateway, and feeds are polled
     */
    static Map<String, Part> of(Corpus corpus, int articles, int rate, Duration pushing) {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("parse", () -> parse(corpus));
        parts.put("enrich", () -> enrich(corpus, articles));
        parts.put("pipelines", () -> pipelines(corpus, articles));
        parts.put("sink", () -> sink(corpus, articles));
        parts.put("latency", () -> latency(corpus, rate));
        parts.put("feeds", () -> new FeedBench().measure(pushing));
        parts.put("gateway", () -> gateway(corpus, pushing));
        return parts;
    }

    private static List<Result> parse(Corpus corpus) throws IOException {
        PureBench pure = new PureBench();
        List<Result> results =
                new ArrayList<>(pure.parse(Files.isDirectory(REAL_FILES) ? REAL_FILES : Bench.SAMPLE_WIRE));
        results.add(pure.tag(corpus));
        Bench.say("check sum " + pure.blackhole() % 1000);
        return results;
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
            Bench.say("round %d of %d: pass-through of bytes %,.0f, of articles %,.0f, enrich %,.0f articles/s"
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
            plumbing[round] = pipelines.measure("plumbing", BenchParts::plumbing);
            whole[round] = pipelines.measure("whole", settings -> Topologies.shipped(settings, InstantSource.system()));
            Bench.say("round %d of %d: bare loop %,.0f, plumbing %,.0f, whole pipeline %,.0f articles/s"
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
                Bench.say("round %d of %d: bare upserts %,.0f, sink %,.0f, Debezium %,.0f articles/s"
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

    private static List<Result> gateway(Corpus corpus, Duration pushing) throws Exception {
        GatewayBench.Figures figures = new GatewayBench(corpus, pushing).measure();
        String note =
                "%d s, broker stopped and started in the middle; %,d accepted, all found; %,d times told to come later"
                        .formatted(pushing.toSeconds(), figures.accepted(), figures.later());
        return List.of(
                new Result("gateway", figures.perSecond(), "documents/s", note),
                new Result(
                        "push to answer, half of them", figures.p50(), "ms", "32 senders, before the broker stopped"),
                new Result("push to answer, 99 of 100", figures.p99(), "ms", "the same"));
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

    private static String ratio(double part, double whole) {
        return String.format(Locale.ROOT, "%.2f", part / whole);
    }
}
