package dev.dateline.ingest.feed;

import dev.dateline.model.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of a feed that goes quiet against its own rhythm, once, and of its return. */
final class SilenceWatch {
    private static final Logger LOG = LoggerFactory.getLogger(SilenceWatch.class);

    private final FeedSourceConfig config;
    private final SourceEvents events;
    private final FeedMetrics metrics;
    private final InstantSource clock;

    /** @param events null where there is no registry: then log and metric tell alone */
    SilenceWatch(FeedSourceConfig config, SourceEvents events, FeedMetrics metrics, InstantSource clock) {
        this.config = config;
        this.events = events;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @param before the feed's pulse before the poll that gave it the state it has */
    void watch(PolledFeed feed, Pulse before, FeedRecords records) {
        Instant now = clock.instant();
        Pulse pulse = feed.state.pulse();
        if (pulse.hasGoneQuiet(now, config.quietMin(), config.quietFactor())) {
            feed.state = feed.state.withPulse(pulse.reportedQuiet());
            metrics.quiet.increment();
            String reason = "no new item since " + pulse.newsAt() + ", usually one every " + pulse.usual();
            tell(feed, Outcome.QUIET, reason, now, records);
        } else if (before.quiet() && !pulse.quiet()) {
            metrics.quiet.decrement();
            tell(feed, Outcome.RESUMED, "new items again, after none since " + before.newsAt(), now, records);
        }
    }

    private void tell(PolledFeed feed, Outcome outcome, String reason, Instant now, FeedRecords records) {
        LOG.warn("{}: {}", feed.ref, reason);
        if (events == null) {
            return;
        }
        try {
            records.event(config.eventsTopic(), events.of(feed.ref, outcome, reason, now), feed.state);
        } catch (KafkaException e) {
            LOG.warn(
                    "{}: {} is not told of that, because the schema registry fails: {}",
                    feed.ref,
                    config.eventsTopic(),
                    e.toString());
        }
    }
}
