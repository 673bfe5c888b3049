package dev.dateline.ingest.feed;

import dev.dateline.ingest.source.Reference;
import dev.dateline.model.Document;
import dev.dateline.model.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of one poll: records, lines in the log where something begins or ends, and when to come again. */
final class FeedTurn {
    /**
     * Outcome of a turn.
     *
     * @param pause until the next one; null for never
     * @param hostPause how long all feeds of the host wait at least
     */
    record Turn(List<SourceRecord> records, Duration pause, Duration hostPause) {}

    private static final String GIVEN_UP = "not polled any more: take it off the list, or restart the task";
    private static final Logger LOG = LoggerFactory.getLogger(FeedTurn.class);

    private final FeedSourceConfig config;
    private final FeedPoll poll;
    private final Rhythm rhythm;
    private final SilenceWatch silence;
    private final FeedMetrics metrics;
    private final InstantSource clock;

    FeedTurn(
            FeedSourceConfig config,
            FeedPoll poll,
            Rhythm rhythm,
            SilenceWatch silence,
            FeedMetrics metrics,
            InstantSource clock) {
        this.config = config;
        this.poll = poll;
        this.rhythm = rhythm;
        this.silence = silence;
        this.metrics = metrics;
        this.clock = clock;
    }

    Turn take(PolledFeed feed) {
        FeedState before = feed.state;
        FeedRecords records = new FeedRecords(feed.ref, before);
        Polled polled = polled(feed.ref, before);
        feed.state = polled.state();
        feed.host = polled.from().getHost();
        metrics.polls.increment();
        metrics.bytes.add(polled.transferred());
        Duration wait;
        if (polled.failure() == null) {
            wait = found(feed, polled, records);
        } else {
            wait = failed(feed, polled.failure(), records);
        }
        silence.watch(feed, before.pulse(), records);
        return new Turn(records.list(), wait, hostPause(polled.failure()));
    }

    private Duration hostPause(Polled.Failure failure) {
        return failure == null || !failure.tooMany() ? config.hostPause() : rhythm.tooMany(failure.retryAfter());
    }

    /** A mistake of ours in one feed must not end all others. */
    private Polled polled(FeedRef feed, FeedState state) {
        try {
            return poll.poll(feed, state);
        } catch (CancellationException e) {
            throw e; // the task stops
        } catch (RuntimeException e) {
            LOG.error("Polling {} failed by a mistake of this program: please report it", feed, e);
            return Polled.failed(state, feed.url(), Polled.Failure.of("this program failed: " + e));
        }
    }

    private Duration found(PolledFeed feed, Polled polled, FeedRecords records) {
        if (feed.failures > 0) {
            LOG.info("{}: no longer in trouble, after {} polls that failed", feed.ref, feed.failures);
            metrics.troubled.decrement();
            feed.failures = 0;
        }
        if (!polled.notModified()) {
            remark(feed, polled.remarks());
        }
        if (polled.notModified()) {
            metrics.notModified.increment();
        }
        metrics.fresh.add(polled.fresh());
        metrics.changed.add(polled.changed());
        List<Document> documents = new ArrayList<>(polled.documents());
        documents.removeIf(document -> isOversized(feed.ref, document, records));
        records.documents(config.topic(), documents, polled.state());
        return rhythm.next(polled.state().interval(), polled.asked(), polled.skipHours(), clock.instant());
    }

    /** Once, and again when there is something else; numbers in it do not count. */
    private static void remark(PolledFeed feed, List<String> remarks) {
        List<String> kinds =
                remarks.stream().map(remark -> remark.replaceAll("\\d+", "#")).toList();
        if (!kinds.equals(feed.remarks)) {
            remarks.forEach(remark -> LOG.warn("{}: {}", feed.ref, OneLine.of(remark)));
            feed.remarks = kinds;
        }
    }

    private boolean isOversized(FeedRef feed, Document document, FeedRecords records) {
        if (document.bytes().length <= Topics.MAX_DOCUMENT_BYTES) {
            return false;
        }
        String reason = document.bytes().length + " bytes, more than the " + Topics.MAX_DOCUMENT_BYTES
                + " that a document may have";
        LOG.warn("{}: an item cannot be taken: {}", feed, reason);
        records.deadLetter(
                config.deadLetterTopic(),
                new Reference(
                        document.source(),
                        document.provider(),
                        document.uri(),
                        feed.url().toString(),
                        document.bytes().length,
                        document.sha256(),
                        document.receivedAt(),
                        reason));
        return true;
    }

    private Duration failed(PolledFeed feed, Polled.Failure failure, FeedRecords records) {
        metrics.failures.increment();
        feed.failures++;
        if (feed.failures == 1) {
            metrics.troubled.increment();
            if (failure.unreadable()) {
                records.deadLetter(config.deadLetterTopic(), reference(feed.ref, failure));
            }
        }
        if (feed.failures == 1 || failure.gone()) {
            LOG.warn("{}: {}; {}", feed.ref, failure.reason(), failure.gone() ? GIVEN_UP : "trying again");
        }
        return failure.gone() ? null : rhythm.afterFailure(feed.failures, feed.state.interval(), failure.retryAfter());
    }

    private Reference reference(FeedRef feed, Polled.Failure failure) {
        return new Reference(
                config.source(),
                feed.provider(),
                feed.url().toString(),
                feed.url().toString(),
                failure.size(),
                null,
                clock.instant(),
                failure.reason());
    }
}
