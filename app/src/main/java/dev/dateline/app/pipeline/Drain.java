package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.enrich.topology.EnrichStreamsConfig;
import dev.dateline.ingest.source.DirectoryScan;
import dev.dateline.ingest.topology.ParseStreamsConfig;
import dev.dateline.model.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Waits until all input has gone through: the sources are idle, then each stage in turn has reached the end of what the
 * stage before it wrote. In that order, because nothing upstream can write any more once it is done.
 */
public final class Drain {
    /** A stage's group and the topic it reads. */
    private record Hop(String doing, String group, String topic) {}

    /** Waits between two looks. */
    public interface Pause {
        /** True when the end was asked for within that time. */
        boolean endsWithin(Duration time) throws InterruptedException;
    }

    private static final List<Hop> HOPS = List.of(
            new Hop("parsing", ParseStreamsConfig.APPLICATION_ID, Topics.DOCUMENTS.name()),
            new Hop("tagging", EnrichStreamsConfig.APPLICATION_ID, Topics.ARTICLES.name()),
            new Hop("resolving kills", EnrichStreamsConfig.APPLICATION_ID, Topics.SLUGS.name()),
            new Hop("tagging", EnrichStreamsConfig.APPLICATION_ID, Topics.ARTICLES.name()));
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    /** Connect is asked only now and then whether a task has failed. */
    private static final int LOOKS_BETWEEN_CHECKS = 10;

    private final Settings settings;
    private final Pipeline pipeline;
    private int looks;

    public Drain(Settings settings, Pipeline pipeline) {
        this.settings = settings;
        this.pipeline = pipeline;
    }

    /**
     * Blocks until everything is stored.
     *
     * @param progress is told what is going on
     * @param pause waits for a moment; true when the end was asked for
     * @return whether everything is stored; false when the end was asked for before
     */
    public boolean await(Consumer<String> progress, Pause pause)
            throws IOException, InterruptedException, ExecutionException {
        try (Backlog backlog = new Backlog(settings)) {
            for (Settings.Source source : settings.sources()) {
                for (int files = pending(source); files > 0; files = pending(source)) {
                    progress.accept("collecting from " + source.name() + ": " + files + " files to go");
                    if (endsAfter(pause)) {
                        return false;
                    }
                }
            }
            for (Hop hop : hops()) {
                for (long left = backlog.of(hop.group(), hop.topic());
                        left > 0;
                        left = backlog.of(hop.group(), hop.topic())) {
                    progress.accept(hop.doing() + ": " + left + " records to go");
                    if (endsAfter(pause)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private List<Hop> hops() {
        List<Hop> hops = new ArrayList<>(HOPS);
        ConnectorConfigs.sinks(settings)
                .forEach((name, config) -> hops.add(new Hop("storing", "connect-" + name, config.get("topics"))));
        return hops;
    }

    /** Feeds never end: what they bring from now on is not waited for. */
    private int pending(Settings.Source source) {
        return source.hasFeeds()
                ? 0
                : DirectoryScan.pending(ConnectorConfigs.of(source, settings)).size();
    }

    private boolean endsAfter(Pause pause) throws IOException, InterruptedException {
        if (pause.endsWithin(BETWEEN_LOOKS)) {
            return true;
        }
        pipeline.checkAlive();
        if (++looks % LOOKS_BETWEEN_CHECKS == 0) {
            List<String> failed = pipeline.failedConnectors();
            if (!failed.isEmpty()) {
                throw new IllegalStateException(String.join("\n", failed));
            }
        }
        return false;
    }
}
