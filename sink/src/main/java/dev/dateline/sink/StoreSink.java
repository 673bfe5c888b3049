package dev.dateline.sink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every sink task does around its store: write, wait, report what cannot be used.
 *
 * <p>{@link #put} returns when the store and the dead letters have everything durably, so Connect may commit the offsets of
 * whatever has been put. On trouble it asks Connect for the same records again after a while: no position is lost, and
 * the store's guard makes a second writing harmless. That goes for trouble that a person has to mend, too: a task that
 * Connect has given up would stay so when the password, the privilege or the disk is in order again. Bad records are
 * reported last, once the rest is stored, so that a batch that is put again for the store's sake is not reported twice.
 */
final class StoreSink implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StoreSink.class);

    /** Opens the store, on the first records rather than at the start: it may be down then. */
    interface Opener {
        BatchWriter open() throws StoreUnavailableException;
    }

    private final Opener opener;
    private final Patience patience;
    private final Patience later;
    private final SinkTaskContext context;
    private final ErrantRecordReporter deadLetters;
    private BatchWriter writer;
    private long taken;
    private long reported;

    /** @throws ConnectException if the connector has nowhere to put bad records */
    StoreSink(Opener opener, Supplier<Backoff> backoff, SinkTaskContext context) {
        this.opener = opener;
        this.patience = new Patience(backoff.get());
        this.later = new Patience(backoff.get());
        this.context = context;
        this.deadLetters = context.errantRecordReporter();
        if (deadLetters == null) {
            throw new ConnectException("the connector has no dead letter queue: set errors.tolerance=all and"
                    + " errors.deadletterqueue.topic.name, or a bad record would have to stop it");
        }
    }

    /** @throws RetriableException if registry or store are in trouble: the same records are to be put again */
    void put(Collection<SinkRecord> records) {
        try {
            if (writer == null) {
                // Connect's first, empty batch: a reader finds the tables before the first article
                writer = opener.open();
            }
            if (!records.isEmpty()) {
                List<BadRecord> bad = writer.write(records);
                report(bad);
                taken += records.size() - bad.size();
                reported += bad.size();
            }
            patience.succeeded();
            catchUp();
        } catch (StoreUnavailableException | RetriableException e) {
            throw waiting(records, e);
        } catch (StoreException e) {
            closeWriter(); // what was wrong may have been looked up when it was opened
            throw waiting(records, e);
        }
    }

    /** What was put off can wait: its trouble is no reason to put again what is stored. */
    private void catchUp() {
        try {
            writer.catchUp();
            later.succeeded();
        } catch (StoreUnavailableException | StoreException e) {
            later.failed("what was put off waits", e.getMessage());
        }
    }

    private RetriableException waiting(Collection<SinkRecord> records, Exception cause) {
        context.timeout(patience.failed(records.size() + " records wait", cause.getMessage()));
        return new RetriableException(cause.getMessage(), cause);
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

    private void closeWriter() {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }

    @Override
    public void close() {
        log.info("took {} records, reported {} dead letters", taken, reported);
        closeWriter();
    }
}
