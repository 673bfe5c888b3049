package dev.dateline.sink.postgres;

import dev.dateline.sink.StoreUnavailableException;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The months of table event: made before they are needed, dropped when all of a month is older than it has to be kept. */
final class EventPartitions {
    private static final Duration AHEAD = Duration.ofDays(7);
    private static final Duration BETWEEN_ROUNDS = Duration.ofHours(1);
    /** Clocks of two writers differ: nothing is dropped that the other may still write to. */
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final String add;
    private final String drop;
    private final Period retention;
    private final Transactions transactions;
    private final Set<YearMonth> known = new HashSet<>();
    private Instant nextRound = Instant.MIN;

    EventPartitions(String schema, Period retention, Transactions transactions) {
        this.add = "SELECT %s.add_event_partition(?::timestamptz)".formatted(schema);
        this.drop = "SELECT %s.drop_event_partitions(?::timestamptz)".formatted(schema);
        this.retention = retention;
        this.transactions = transactions;
    }

    /** The time before which no event is kept. */
    Instant keptFrom(Instant now) {
        return now.minus(retention);
    }

    /** Returns when events of these times have a place. */
    void add(Stream<Instant> times) throws StoreUnavailableException {
        Set<YearMonth> months = times.map(time -> YearMonth.from(time.atOffset(ZoneOffset.UTC)))
                .filter(month -> !known.contains(month))
                .collect(Collectors.toSet());
        for (YearMonth month : months) {
            call(add, month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
            known.add(month);
        }
    }

    /** Once an hour: makes the coming month and drops the old. */
    void look(Instant now) throws StoreUnavailableException {
        if (now.isBefore(nextRound)) {
            return;
        }
        add(Stream.of(now, now.plus(AHEAD)));
        call(drop, keptFrom(now).minus(CLOCKS_DIFFER));
        nextRound = now.plus(BETWEEN_ROUNDS);
    }

    private void call(String function, Instant time) throws StoreUnavailableException {
        transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(function)) {
                statement.setString(1, time.toString());
                return statement.execute();
            }
        });
    }
}
