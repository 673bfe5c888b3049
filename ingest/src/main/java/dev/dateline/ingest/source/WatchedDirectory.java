package dev.dateline.ingest.source;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * A directory that is watched outside Connect, to send what arrives there by other means: the task of
 * {@link DirectorySourceConnector} with another hand to take its records. Files go to {@code done/} and {@code failed/} by
 * the same rules.
 */
public final class WatchedDirectory implements AutoCloseable {
    private final DirectorySourceTask task;

    /** One thing found in a file. */
    public static final class Entry {
        private final FileRecord record;

        private Entry(FileRecord record) {
            this.record = record;
        }

        /** Address below the directory: {@code a.xml}, {@code a.zip!/b.xml}, {@code c.jsonl#12}. */
        public String uri() {
            return header("uri");
        }

        /** The bytes of the document; null when it is none. */
        public byte[] bytes() {
            return (byte[]) record.value();
        }

        /** Why it is no document, in one line; null when it is one. */
        public String reason() {
            return header("dateline.error.reason");
        }

        private String header(String name) {
            var header = record.headers().lastWithName(name);
            return header == null ? null : (String) header.value();
        }
    }

    private WatchedDirectory(DirectorySourceTask task) {
        this.task = task;
    }

    /**
     * Begins to watch.
     *
     * @param clock tells how old a file is
     * @param nanos tells how long one has been watched
     * @throws IllegalArgumentException with everything that is wrong with the directory
     */
    public static WatchedDirectory open(Path directory, InstantSource clock, LongSupplier nanos) {
        Map<String, String> settings = new HashMap<>();
        settings.put(DirectorySourceConfig.DIRECTORY, directory.toString());
        // Who takes the documents knows better.
        settings.put(DirectorySourceConfig.SOURCE, "watch");
        settings.put(DirectorySourceConfig.PROVIDER, "watch");
        List<String> problems = DirectorySourceConfig.check(settings).configValues().stream()
                .map(ConfigValue::errorMessages)
                .flatMap(List::stream)
                .toList();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        DirectorySourceTask task = new DirectorySourceTask(clock, nanos);
        task.start(settings);
        return new WatchedDirectory(task);
    }

    /** What has arrived and settled, at most some 500 entries or 4 MiB and one; empty, after half a second, when there is nothing. */
    public List<Entry> poll() throws InterruptedException {
        List<SourceRecord> records = task.poll();
        List<Entry> entries = new ArrayList<>();
        if (records != null) {
            records.forEach(record -> entries.add(new Entry((FileRecord) record)));
        }
        return entries;
    }

    /** Somebody has it; its file goes to {@code done/} with the last of its entries. */
    public void taken(Entry entry) {
        task.acknowledged(entry.record);
    }

    /** Nobody takes it: its file goes to {@code failed/}, with the reason beside it. */
    public void refused(Entry entry, String reason) {
        task.dropped(entry.record, reason);
    }

    /** Puts away what is finished; the rest is found again at the next start. */
    @Override
    public void close() {
        task.stop();
    }
}
