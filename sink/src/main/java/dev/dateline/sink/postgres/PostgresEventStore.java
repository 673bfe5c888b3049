package dev.dateline.sink.postgres;

import dev.dateline.model.PipelineEvent;
import dev.dateline.sink.EventRecord;
import dev.dateline.sink.RecordStore;
import dev.dateline.sink.Refused;
import dev.dateline.sink.StoreException;
import dev.dateline.sink.StoreUnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What became of each document and version, in table {@code event}, by months. Events older than they have to be kept are
 * left out.
 */
public final class PostgresEventStore implements RecordStore<EventRecord> {
    private static final Logger log = LoggerFactory.getLogger(PostgresEventStore.class);

    /** What lies further ahead is no clock that differs but a wrong time, and would make months that are never dropped. */
    private static final Duration PLAUSIBLY_AHEAD = Duration.ofDays(1);

    private final String insert;
    private final InstantSource clock;
    private final Transactions transactions;
    private final EventPartitions partitions;

    private PostgresEventStore(PostgresSettings settings, Period retention, InstantSource clock) {
        this.insert = EventColumns.insert(settings.schema());
        this.clock = clock;
        this.transactions = new Transactions(settings);
        this.partitions = new EventPartitions(settings.schema(), retention, transactions);
    }

    /**
     * Brings the schema up to date and opens the store.
     *
     * @param retention how long events are kept at least
     * @throws StoreUnavailableException if the server cannot be reached
     * @throws StoreException if it turns us away or a migration fails
     */
    public static PostgresEventStore open(PostgresSettings settings, Period retention, InstantSource clock)
            throws StoreUnavailableException {
        Migrations.run(settings);
        return new PostgresEventStore(settings, retention, clock);
    }

    @Override
    public List<Refused<EventRecord>> write(Collection<EventRecord> batch) throws StoreUnavailableException {
        Instant now = clock.instant();
        Instant keptFrom = partitions.keptFrom(now);
        List<Refused<EventRecord>> refused = new ArrayList<>();
        List<EventRecord> events = new ArrayList<>(batch.size());
        int old = 0;
        for (EventRecord record : batch) {
            Instant at = record.event().getAt();
            if (at.isAfter(now.plus(PLAUSIBLY_AHEAD))) {
                refused.add(new Refused<>(record, "its time, " + at + ", is more than a day ahead"));
            } else if (at.isBefore(keptFrom)) {
                old++;
            } else {
                events.add(record);
            }
        }
        if (old > 0) {
            log.info("left out {} events from before {}, see events.retention.days", old, keptFrom);
        }
        events.sort(Comparator.comparingInt(EventRecord::partition).thenComparingLong(EventRecord::offset));
        partitions.add(events.stream().map(record -> record.event().getAt()));
        transactions.write(events, this::insert, (event, reason) -> withoutNul(event, reason, refused));
        return refused;
    }

    private void withoutNul(EventRecord record, String reason, List<Refused<EventRecord>> refused)
            throws StoreUnavailableException {
        List<PipelineEvent> replaced =
                Storable.copyWithoutNul(record.event()).stream().toList();
        if (replaced.isEmpty()) {
            refused.add(new Refused<>(record, reason));
        }
        transactions.write(
                replaced.stream()
                        .map(event -> new EventRecord(event, record.partition(), record.offset()))
                        .toList(),
                this::insert,
                (copy, why) -> refused.add(new Refused<>(record, why)));
    }

    private void insert(Connection connection, List<EventRecord> events) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            EventColumns.bind(statement, events);
            statement.executeUpdate();
        }
    }

    @Override
    public void catchUp() throws StoreUnavailableException {
        partitions.look(clock.instant());
    }

    @Override
    public void close() {
        transactions.close();
    }
}
