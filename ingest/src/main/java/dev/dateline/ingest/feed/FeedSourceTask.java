package dev.dateline.ingest.feed;

import dev.dateline.model.AvroSerdes;
import dev.dateline.model.PipelineEvent;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls the feeds assigned to it, each in its own rhythm. */
public final class FeedSourceTask extends SourceTask {
    private static final Logger LOG = LoggerFactory.getLogger(FeedSourceTask.class);
    private static final String ACCEPT = "application/atom+xml, application/rss+xml, application/rdf+xml,"
            + " application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final int BATCH_RECORDS = 500;
    /** Between feeds that are polled for the first time in the life of a task. */
    private static final Duration BETWEEN_STARTS = Duration.ofMillis(20);

    private final InstantSource clock;
    private final LongSupplier millis;
    private final DoubleSupplier random;
    private final AddressGuard.Names names;
    private final FeedMetrics metrics = new FeedMetrics();
    private final Agenda<PolledFeed> agenda = new Agenda<>();
    private Fetcher fetcher;
    /** Null where pages are not fetched. */
    private Fetcher pageFetcher;

    private FetchThreads threads;
    private Serde<PipelineEvent> events;

    /** For Connect. */
    public FeedSourceTask() {
        this(
                InstantSource.system(),
                () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()),
                RandomGenerator.getDefault()::nextDouble,
                InetAddress::getAllByName);
    }

    FeedSourceTask(InstantSource clock, LongSupplier millis, DoubleSupplier random, AddressGuard.Names names) {
        this.clock = clock;
        this.millis = millis;
        this.random = random;
        this.names = names;
    }

    @Override
    public String version() {
        return new FeedSourceConnector().version();
    }

    @Override
    public void start(Map<String, String> settings) {
        FeedSourceConfig config = FeedSourceConfig.of(settings);
        List<FeedRef> feeds = config.listed().feeds();
        Rhythm rhythm = new Rhythm(config.pollMin(), config.pollMax(), random);
        fetcher = new Fetcher(
                config.limits(),
                new AddressGuard(config.allowPrivate(), names),
                config.userAgent(),
                ACCEPT,
                config.threads(),
                clock);
        Robots robots = new Robots(fetcher, config.userAgent(), clock);
        Function<URI, String> refusal = config.robots() ? robots::refusal : address -> null;
        FeedTurn turn = new FeedTurn(
                config,
                new FeedPoll(config, fetcher, refusal, pages(config, robots, refusal), rhythm, clock),
                rhythm,
                new SilenceWatch(config, eventsOf(config), metrics, clock),
                metrics,
                clock);
        enter(feeds, config, rhythm);
        metrics.register(context.pluginMetrics(), this::lag, feeds.size());
        threads = new FetchThreads(agenda, turn::take, robots::delay, millis, config.threads());
        threads.start();
        LOG.info("Polling {} feeds of source {}", feeds.size(), config.source());
    }

    private ItemPages pages(FeedSourceConfig config, Robots robots, Function<URI, String> refusal) {
        if (config.pageBytes() == 0) {
            return null;
        }
        pageFetcher = new Fetcher(
                config.limits().withBytes(config.pageBytes()),
                new AddressGuard(config.allowPrivate(), names),
                config.userAgent(),
                ItemPages.ACCEPT,
                config.threads(),
                clock);
        return new ItemPages(
                pageFetcher,
                refusal,
                new HostTurns(millis, Thread::sleep),
                address -> longer(config.hostPause(), robots.delay(address)));
    }

    private SourceEvents eventsOf(FeedSourceConfig config) {
        if (config.registry().isEmpty()) {
            return null;
        }
        events = AvroSerdes.values(config.registry());
        return new SourceEvents(config.source(), config.eventsTopic(), events.serializer());
    }

    /** What is overdue is spread over a while, so that a restart is no storm. */
    private void enter(List<FeedRef> feeds, FeedSourceConfig config, Rhythm rhythm) {
        Map<Map<String, String>, Map<String, Object>> offsets = context.offsetStorageReader()
                .offsets(feeds.stream()
                        .map(feed -> FeedRecords.partition(feed.url()))
                        .toList());
        Duration over = shorter(config.pollMin(), BETWEEN_STARTS.multipliedBy(feeds.size()));
        long now = millis.getAsLong();
        for (FeedRef feed : feeds) {
            FeedState state = stateOf(feed, offsets.get(FeedRecords.partition(feed.url())));
            metrics.quiet.add(state.pulse().quiet() ? 1 : 0);
            PolledFeed polled = new PolledFeed(feed, state);
            Duration wait = longer(untilDue(state, config.pollMax()), rhythm.spread(over));
            agenda.add(polled.host, polled, now + wait.toMillis());
        }
    }

    private static FeedState stateOf(FeedRef feed, Map<String, Object> offset) {
        try {
            return FeedState.of(offset);
        } catch (IllegalArgumentException e) {
            LOG.warn("{}: its offset cannot be read ({}); all its items count as new", feed, e.getMessage());
            return FeedState.NEW;
        }
    }

    private Duration untilDue(FeedState state, Duration most) {
        if (state.polledAt() == null || state.interval() == null) {
            return Duration.ZERO;
        }
        Instant due = state.polledAt().plus(state.interval());
        return shorter(most, Duration.between(clock.instant(), due));
    }

    /** Null, after a pause, when there is nothing to send. */
    @Override
    public List<SourceRecord> poll() throws InterruptedException {
        List<SourceRecord> batch = new ArrayList<>();
        try {
            for (List<SourceRecord> next = threads.next(WAIT); next != null; next = threads.next(Duration.ZERO)) {
                batch.addAll(next);
                if (batch.size() >= BATCH_RECORDS) {
                    break;
                }
            }
        } catch (IllegalStateException e) {
            throw new ConnectException(e.getMessage(), e);
        }
        return batch.isEmpty() ? null : batch;
    }

    /** May come on another thread, and when the start has failed. */
    @Override
    public void stop() {
        if (pageFetcher != null) {
            pageFetcher.close();
        }
        if (threads != null) {
            threads.stop();
            fetcher.close();
            threads.close();
        } else if (fetcher != null) {
            fetcher.close();
        }
        if (events != null) {
            events.close();
        }
    }

    private long lag() {
        long next = agenda.nextAt();
        return next == Agenda.NEVER ? 0 : Math.max(0, millis.getAsLong() - next);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
