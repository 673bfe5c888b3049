package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.enrich.topology.EnrichStreamsConfig;
import dev.dateline.ingest.source.DirectoryScan;
import dev.dateline.ingest.topology.ParseStreamsConfig;
import dev.dateline.model.Topics;
import java.io.IOException;
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

    private static final List<Hop> HOPS = List.of(
            new Hop("parsing", ParseStreamsConfig.APPLICATION_ID, Topics.DOCUMENTS.name()),
            new Hop("tagging", EnrichStreamsConfig.APPLICATION_ID, Topics.ARTICLES.name()),
            new Hop("storing", "connect-" + ConnectorConfigs.POSTGRES, Topics.ENRICHED.name()));
    private static final long POLL_MILLIS = 200;
    /** Connect is asked only now and then whether a task has failed. */
    private static final int POLLS_BETWEEN_CHECKS = 10;

    private final Settings settings;
    private final Pipeline pipeline;
    private int polls;

    public Drain(Settings settings, Pipeline pipeline) {
        this.settings = settings;
        this.pipeline = pipeline;
    }

    /** Blocks until everything is stored; {@code progress} is told what is going on. */
    public void await(Consumer<String> progress) throws IOException, InterruptedException, ExecutionException {
        try (Backlog backlog = new Backlog(settings)) {
            for (Settings.Source source : settings.sources()) {
                for (int files = pending(source); files > 0; files = pending(source)) {
                    pause("collecting from " + source.name() + ": " + files + " files to go", progress);
                }
            }
            for (Hop hop : HOPS) {
                for (long left = backlog.of(hop.group(), hop.topic());
                        left > 0;
                        left = backlog.of(hop.group(), hop.topic())) {
                    pause(hop.doing() + ": " + left + " records to go", progress);
                }
            }
        }
    }

    private static int pending(Settings.Source source) {
        return DirectoryScan.pending(ConnectorConfigs.of(source)).size();
    }

    private void pause(String state, Consumer<String> progress) throws IOException, InterruptedException {
        progress.accept(state);
        pipeline.checkAlive();
        if (++polls % POLLS_BETWEEN_CHECKS == 0) {
            List<String> failed = pipeline.failedConnectors();
            if (!failed.isEmpty()) {
                throw new IllegalStateException(String.join("\n", failed));
            }
        }
        Thread.sleep(POLL_MILLIS);
    }
}
