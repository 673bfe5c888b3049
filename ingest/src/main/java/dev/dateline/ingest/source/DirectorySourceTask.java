package dev.dateline.ingest.source;

import dev.dateline.ingest.source.DirectoryScan.Found;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the files of one directory, a batch at a time, and puts each away once Kafka has all of it. */
public final class DirectorySourceTask extends SourceTask {
    private static final Logger LOG = LoggerFactory.getLogger(DirectorySourceTask.class);
    /** A batch ends at either bound; the last document may exceed the second. */
    private static final int BATCH_RECORDS = 500;

    private static final long BATCH_BYTES = 4L * 1024 * 1024;

    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Notices notices = new Notices(LOG);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Queue<Found> ready = new ArrayDeque<>();
    private final Map<Path, String> unopened = new TreeMap<>();
    private DirectorySourceConfig config;
    private DirectoryScan scan;
    private Settling settling;
    private Shelf shelf;
    private OpenFile open;
    private boolean scanned;
    private long scannedAt;

    /** For Connect. */
    public DirectorySourceTask() {
        this(InstantSource.system(), System::nanoTime);
    }

    DirectorySourceTask(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    @Override
    public String version() {
        return new DirectorySourceConnector().version();
    }

    @Override
    public void start(Map<String, String> settings) {
        config = DirectorySourceConfig.of(settings);
        scan = new DirectoryScan(config);
        settling = new Settling(config.settle(), clock, nanos);
        shelf = new Shelf(config, nanos);
        LOG.info("Watching {} for files of {}", config.directory(), config.provider());
    }

    /** Null, after a pause, when there is nothing to send. */
    @Override
    public List<SourceRecord> poll() throws InterruptedException {
        shelf.putAway();
        List<SourceRecord> batch = readBatch();
        if (!batch.isEmpty()) {
            return batch;
        }
        stopped.await(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
        return null;
    }

    private synchronized List<SourceRecord> readBatch() {
        List<SourceRecord> batch = new ArrayList<>();
        long bytes = 0;
        while (batch.size() < BATCH_RECORDS && bytes < BATCH_BYTES && stopped.getCount() > 0 && openNext()) {
            FileRecord record = open.next();
            if (record == null) {
                endFile();
            } else {
                batch.add(record);
                bytes += record.size();
            }
        }
        return batch;
    }

    /** Called on the producer's thread: no I/O here. Without metadata the record was dropped on the way. */
    @Override
    public void commitRecord(SourceRecord record, RecordMetadata metadata) {
        if (metadata == null) {
            dropped((FileRecord) record, "Kafka or a transformation dropped a record of it: see the worker's log");
        } else {
            acknowledged((FileRecord) record);
        }
    }

    /** The other end has the record. */
    void acknowledged(FileRecord record) {
        if (record.delivery().acknowledged()) {
            shelf.finished(record.delivery());
        }
    }

    /** The other end does not take the record; its file goes to {@code failed/} with the reason. */
    void dropped(FileRecord record, String reason) {
        if (record.delivery().dropped(reason)) {
            shelf.finished(record.delivery());
        }
    }

    /** The last chance to put files away before the task stops. */
    @Override
    public void commit() {
        shelf.putAway();
    }

    /** May come on another thread, and when the start has failed. */
    @Override
    public void stop() {
        stopped.countDown();
        synchronized (this) {
            if (open != null) {
                closeFile();
            }
        }
        if (shelf != null) {
            shelf.putAway();
        }
    }

    /** Makes sure that a file is open. False if there is none to take now. */
    private boolean openNext() {
        while (open == null) {
            Found found = ready.isEmpty() ? look() : ready.poll();
            if (found == null) {
                return false;
            }
            open(found);
        }
        return true;
    }

    private Found look() {
        long now = nanos.getAsLong();
        if (scanned && now - scannedAt < config.pollInterval().toNanos()) {
            return null;
        }
        scanned = true;
        scannedAt = now;
        DirectoryScan.Result seen = scan.scan();
        Map<Path, String> troubles = new TreeMap<>(unopened);
        troubles.putAll(seen.leftAlone());
        notices.report(troubles);
        unopened.clear();
        ready.addAll(settling.settled(
                seen.files().stream().filter(file -> !shelf.holds(file.path())).toList()));
        return ready.poll();
    }

    private void open(Found found) {
        try {
            if (FileStamp.of(found.path()).equals(found.stamp())) {
                open = OpenFile.of(found, config, clock.instant());
                shelf.hold(found.path());
            }
        } catch (NoSuchFileException gone) {
            LOG.debug("{} is gone", found.path());
        } catch (IOException e) {
            unopened.put(found.path(), e + ": trying again");
        }
    }

    private void endFile() {
        Delivery delivery = open.delivery();
        closeFile();
        if (delivery.readToEnd()) {
            shelf.finished(delivery);
        }
    }

    private void closeFile() {
        open.close();
        open = null;
    }
}
