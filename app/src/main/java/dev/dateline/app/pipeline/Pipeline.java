package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.enrich.learn.TopicModel;
import dev.dateline.enrich.pack.Packs;
import dev.dateline.enrich.tag.RuleSet;
import dev.dateline.enrich.taggers.Taggers;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stages of one process, started in the order of the flow and stopped in the same order, so that nothing is cut off. */
public final class Pipeline implements AutoCloseable {
    /** A stage that a process can run. */
    public enum Stage {
        INGEST,
        ENRICH,
        SINK
    }

    private static final Logger log = LoggerFactory.getLogger(Pipeline.class);
    private static final Duration READY_LIMIT = Duration.ofSeconds(120);

    private final Settings settings;
    private final InstantSource clock;
    private final ConnectWorker worker;
    private final List<StreamsRunner> streams = new ArrayList<>();
    /** Null where the stages need none, or somebody else has them. */
    private LiveRules rules;

    private Pipeline(Settings settings, InstantSource clock, ConnectWorker worker) {
        this.settings = settings;
        this.clock = clock;
        this.worker = worker;
    }

    /**
     * Starts the stages; returns when Connect has taken the connectors. Topics must exist. What enriches has loaded all rule
     * packs by then, and follows them; its topic model, if there is one, is announced.
     *
     * @param only when true, sources of earlier runs that the settings no longer name are removed
     */
    public static Pipeline start(Settings settings, Set<Stage> stages, InstantSource clock, boolean only)
            throws IOException, InterruptedException {
        if (!stages.contains(Stage.ENRICH)) {
            return start(settings, Topologies.shipped(settings, clock, Pipeline::noRules), stages, clock, only);
        }
        TopicModel model = Topologies.model(settings);
        if (model != null) {
            ModelNotice.publish(settings, model, clock.instant());
        }
        Function<Packs, Taggers> taggers = Topologies.taggersWith(settings, model);
        LiveRules rules =
                LiveRules.start(settings, packs -> taggers.apply(packs).ruleSet());
        try {
            Pipeline pipeline = start(settings, Topologies.shipped(settings, clock, rules), stages, clock, only);
            pipeline.rules = rules;
            return pipeline;
        } catch (IOException | InterruptedException | RuntimeException e) {
            rules.close();
            throw e;
        }
    }

    private static RuleSet noRules() {
        throw new IllegalStateException("a process that does not enrich has no rules");
    }

    /** The same with other topologies than the shipped ones, and the rules that those have. */
    public static Pipeline start(
            Settings settings, Topologies topologies, Set<Stage> stages, InstantSource clock, boolean only)
            throws IOException, InterruptedException {
        boolean connect = stages.contains(Stage.INGEST) || stages.contains(Stage.SINK);
        List<StreamsRunner> runners = new ArrayList<>();
        if (stages.contains(Stage.ENRICH)) {
            runners.add(StreamsRunner.start(topologies.enrich(), topologies.enrichProperties(), clock));
        }
        if (stages.contains(Stage.INGEST)) {
            runners.add(StreamsRunner.start(topologies.parse(), topologies.parseProperties(), clock));
        }
        ConnectWorker worker = connect ? ConnectWorker.start(settings, groupOf(stages)) : null;
        Pipeline pipeline = new Pipeline(settings, clock, worker);
        pipeline.streams.addAll(runners);
        if (connect) {
            pipeline.deploy(stages, only);
        }
        log.info("started {}", stages);
        return pipeline;
    }

    private static String groupOf(Set<Stage> stages) {
        boolean both = stages.contains(Stage.INGEST) && stages.contains(Stage.SINK);
        return "dateline-connect" + (both ? "" : stages.contains(Stage.INGEST) ? "-ingest" : "-sink");
    }

    private void deploy(Set<Stage> stages, boolean only) throws IOException, InterruptedException {
        Connectors connectors = new Connectors(worker.url());
        if (stages.contains(Stage.SINK)) {
            Map<String, Map<String, String>> sinks = ConnectorConfigs.sinks(settings);
            for (String name : connectors.names()) {
                if (ConnectorConfigs.isSink(name) && !sinks.containsKey(name)) {
                    connectors.delete(name);
                }
            }
            for (Map.Entry<String, Map<String, String>> sink : sinks.entrySet()) {
                connectors.put(sink.getKey(), sink.getValue());
            }
        }
        if (stages.contains(Stage.INGEST)) {
            if (only) {
                removeStale(connectors);
            }
            for (Settings.Source source : settings.sources()) {
                connectors.put(ConnectorConfigs.nameOf(source), ConnectorConfigs.of(source, settings));
            }
        }
    }

    private void removeStale(Connectors connectors) throws IOException, InterruptedException {
        Set<String> wanted =
                settings.sources().stream().map(ConnectorConfigs::nameOf).collect(Collectors.toSet());
        for (String name : connectors.names()) {
            if (ConnectorConfigs.isSource(name) && !wanted.contains(name)) {
                connectors.delete(name);
            }
        }
    }

    /**
     * Returns when every Streams application runs.
     *
     * @param stop asked all the time: whether to wait no more
     * @return false when it was to
     */
    public boolean awaitRunning(BooleanSupplier stop) throws InterruptedException {
        long deadline = System.nanoTime() + READY_LIMIT.toNanos();
        while (!streams.stream().allMatch(StreamsRunner::isRunning)) {
            checkAlive();
            if (stop.getAsBoolean()) {
                return false;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(notReady());
            }
            Thread.sleep(50);
        }
        return true;
    }

    private String notReady() throws InterruptedException {
        List<String> open = OpenTransactions.before(clock.instant().minus(READY_LIMIT), settings);
        return "the pipeline was not ready within " + READY_LIMIT.toSeconds() + " s; "
                + (open.isEmpty() ? "the log tells what it waits for" : String.join("; ", open));
    }

    /**
     * Returns if nothing has given up.
     *
     * @throws IllegalStateException naming what has
     */
    public void checkAlive() {
        for (StreamsRunner runner : streams) {
            CompletableFuture<Void> stopped = runner.stopped();
            if (stopped.isCompletedExceptionally()) {
                throw new IllegalStateException(
                        stopped.handle((done, failure) -> failure.getMessage()).join());
            }
        }
    }

    /** One line for each connector or task that Connect has given up. */
    public List<String> failedConnectors() throws IOException, InterruptedException {
        if (worker == null) {
            return List.of();
        }
        return new Connectors(worker.url())
                .failed().stream()
                        .map(failed -> failed.name() + " failed: " + failed.reason())
                        .distinct()
                        .toList();
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
        }
        streams.forEach(StreamsRunner::close);
        if (rules != null) {
            rules.close();
        }
    }
}
