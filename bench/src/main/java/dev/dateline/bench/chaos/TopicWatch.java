package dev.dateline.bench.chaos;

import dev.dateline.app.settings.Settings;
import dev.dateline.bench.chaos.Violation.Kind;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Takedown;
import dev.dateline.model.Topics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Reads the enriched and the public topic as their consumers do, and what sinks confirm. Each revision of an article must
 * come once and in its place; no embargoed text before its time; nothing of a killed article behind its kill.
 */
final class TopicWatch implements Runnable {
    private static final int AFTER_FAILURE_MILLIS = 500;

    private final Settings settings;
    private final Sightings sightings;
    private final RunClock clock;
    private final Map<Integer, Long> enrichedRevisions = new HashMap<>();
    private final Map<Integer, Long> publicRevisions = new HashMap<>();
    private final Set<Integer> killed = new HashSet<>();
    private final AtomicLong enriched = new AtomicLong();
    private final AtomicLong takedowns = new AtomicLong();

    /** @param settings by which brokers and registry are reached without a proxy */
    TopicWatch(Settings settings, Sightings sightings, RunClock clock) {
        this.settings = settings;
        this.sightings = sightings;
        this.clock = clock;
    }

    /** Until it is interrupted. */
    @Override
    public void run() {
        try (TopicReader reader =
                new TopicReader(settings, List.of(Topics.ENRICHED, Topics.PUBLIC_ARTICLES, Topics.TAKEDOWNS))) {
            while (!Thread.currentThread().isInterrupted()) {
                for (ConsumerRecord<String, byte[]> record : reader.poll()) {
                    take(record, decoded(reader, record));
                }
            }
        } catch (InterruptException | InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            sightings.violation(new Violation(Kind.LOST, "topics", "the reader", "cannot go on: " + e));
        }
    }

    /** The registry may be away just now. */
    private static SpecificRecord decoded(TopicReader reader, ConsumerRecord<String, byte[]> record)
            throws InterruptedException {
        while (true) {
            try {
                return reader.value(record);
            } catch (org.apache.kafka.common.errors.SerializationException e) {
                Thread.sleep(AFTER_FAILURE_MILLIS);
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> record, SpecificRecord value) {
        if (value instanceof Takedown takedown) {
            takedowns.incrementAndGet();
            sightings.gone(States.article(takedown.getArticleId()), clock.of(takedown.getRemovedAt()));
        } else if (value instanceof EnrichedArticle article) {
            if (record.topic().equals(Topics.ENRICHED.name())) {
                enriched.incrementAndGet();
                checkRevision(article, enrichedRevisions, record, 1);
            } else {
                checkRevision(article, publicRevisions, record, Long.MAX_VALUE);
                checkPublic(article, record);
            }
        } else {
            sightings.violation(
                    new Violation(Kind.WRONG_STATE, place(record), record.key(), "not an article: " + value));
        }
    }

    /** @param maxStep by how much it may be greater than the one before */
    private void checkRevision(
            EnrichedArticle article,
            Map<Integer, Long> revisions,
            ConsumerRecord<String, byte[]> record,
            long maxStep) {
        int number = States.article(article.getArticleId());
        long before = revisions.getOrDefault(number, 0L);
        long step = article.getRevision() - before;
        if (step < 1 || step > maxStep) {
            sightings.violation(new Violation(
                    Kind.REVISIONS,
                    place(record),
                    article.getArticleId(),
                    "revision " + article.getRevision() + " behind " + before + ", " + States.of(article)));
        }
        revisions.put(number, article.getRevision());
    }

    private void checkPublic(EnrichedArticle article, ConsumerRecord<String, byte[]> record) {
        int number = States.article(article.getArticleId());
        State state = States.of(article);
        if (state.isKilled()) {
            killed.add(number);
        }
        if (!state.hasText()) {
            return;
        }
        // The record says when it was made; that a slow reader sees it late makes it no better.
        long made = clock.of(article.getEnrichedAt());
        sightings.text(place(record), number, state, made, made);
        if (killed.contains(number)) {
            sightings.violation(
                    new Violation(Kind.KILLED_SEEN, place(record), article.getArticleId(), state + " behind its kill"));
        }
    }

    private static String place(ConsumerRecord<String, byte[]> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }

    /** Records of the enriched topic so far. */
    long enriched() {
        return enriched.get();
    }

    long takedowns() {
        return takedowns.get();
    }
}
