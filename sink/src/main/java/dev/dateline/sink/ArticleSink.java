package dev.dateline.sink;

import dev.dateline.model.EnrichedArticle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every sink task does around its store: decode, write, report what cannot be used.
 *
 * <p>{@link #put} returns when the store and the dead letters have everything durably, so Connect may commit the offsets of whatever has been
 * put. On transient trouble it asks Connect for the same records again after a while: no position is lost, and the
 * store's guard makes a second writing harmless. Bad records are reported last, once the rest is stored, so that a
 * batch that is put again for the store's sake is not reported twice.
 */
final class ArticleSink implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ArticleSink.class);

    /** Opens the store, on the first records rather than at the start: it may be down then. */
    interface StoreOpener {
        ArticleStore open() throws StoreUnavailableException;
    }

    private record BadRecord(SinkRecord record, BadRecordException reason) {}

    private final ArticleDecoder decoder;
    private final StoreOpener opener;
    private final Backoff backoff;
    private final SinkTaskContext context;
    private final ErrantRecordReporter deadLetters;
    private ArticleStore store;
    private long taken;
    private long tombstones;
    private long reported;

    /** @throws ConnectException if the connector has nowhere to put bad records */
    ArticleSink(ArticleDecoder decoder, StoreOpener opener, Backoff backoff, SinkTaskContext context) {
        this.decoder = decoder;
        this.opener = opener;
        this.backoff = backoff;
        this.context = context;
        this.deadLetters = context.errantRecordReporter();
        if (deadLetters == null) {
            throw new ConnectException("the connector has no dead letter queue: set errors.tolerance=all and"
                    + " errors.deadletterqueue.topic.name, or a bad record would have to stop it");
        }
    }

    /** @throws RetriableException if registry or store are unavailable: the same records are to be put again */
    void put(Collection<SinkRecord> records) {
        if (records.isEmpty() && store != null) {
            return;
        }
        try {
            // Connect's first, empty batch: a reader finds the tables before the first article
            store();
            write(records);
            backoff.reset();
        } catch (StoreUnavailableException | RetriableException e) {
            long wait = backoff.next();
            context.timeout(wait);
            log.warn("{} records wait, next attempt in {} ms: {}", records.size(), wait, e.getMessage());
            throw new RetriableException(e.getMessage(), e);
        } catch (StoreException e) {
            throw new ConnectException(e.getMessage(), e);
        }
    }

    private void write(Collection<SinkRecord> records) throws StoreUnavailableException {
        List<BadRecord> bad = new ArrayList<>();
        Map<EnrichedArticle, SinkRecord> origins = new IdentityHashMap<>();
        List<EnrichedArticle> articles = new ArrayList<>(records.size());
        int empty = 0;
        for (SinkRecord record : records) {
            if (record.value() == null) {
                empty++;
                continue;
            }
            try {
                EnrichedArticle article = decoder.decode(record);
                articles.add(article);
                origins.put(article, record);
            } catch (BadRecordException e) {
                bad.add(new BadRecord(record, e));
            }
        }
        if (!articles.isEmpty()) {
            for (ArticleStore.Refused refused : store().write(articles)) {
                SinkRecord record = origins.get(refused.article());
                String reason = ArticleDecoder.name(record) + " does not fit the store: " + refused.reason();
                bad.add(new BadRecord(record, new BadRecordException(reason, null)));
            }
        }
        report(bad);
        count(records.size() - empty - bad.size(), empty, bad.size());
    }

    private void report(List<BadRecord> bad) {
        List<Future<Void>> reports = new ArrayList<>(bad.size());
        for (BadRecord record : bad) {
            log.warn("dead letter: {}", record.reason().getMessage());
            reports.add(deadLetters.report(record.record(), record.reason()));
        }
        try {
            for (Future<Void> report : reports) {
                report.get();
            }
        } catch (ExecutionException e) {
            throw new ConnectException(
                    "a dead letter cannot be written: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetriableException("interrupted while writing dead letters", e);
        }
    }

    private ArticleStore store() throws StoreUnavailableException {
        if (store == null) {
            store = opener.open();
        }
        return store;
    }

    private void count(int stored, int empty, int bad) {
        taken += stored;
        tombstones += empty;
        reported += bad;
        if (empty > 0) {
            log.info("ignored {} records without a value, {} since the start", empty, tombstones);
        }
    }

    @Override
    public void close() {
        log.info(
                "took {} articles, ignored {} records without a value, reported {} dead letters",
                taken,
                tombstones,
                reported);
        decoder.close();
        if (store != null) {
            store.close();
        }
    }
}
