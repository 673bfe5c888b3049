package dev.dateline.ingest.source;

import dev.dateline.ingest.source.DirectoryScan.Found;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Tells files that are still being written from those that are complete, from one look to the next. */
final class Settling {
    /** A state of a file and the monotonic time at which it was first seen. */
    private record Since(FileStamp stamp, long nanos) {}

    private final Duration settle;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private Map<Path, Since> unsettled = Map.of();

    Settling(Duration settle, InstantSource clock, LongSupplier nanos) {
        this.settle = settle;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Those of the files seen that have not changed for long enough; forgets files that are gone. */
    List<Found> settled(List<Found> files) {
        long now = nanos.getAsLong();
        Map<Path, Since> waiting = new HashMap<>();
        List<Found> settled =
                files.stream().filter(file -> isSettled(file, now, waiting)).toList();
        unsettled = waiting;
        return settled;
    }

    private boolean isSettled(Found file, long now, Map<Path, Since> waiting) {
        if (!file.stamp().modified().isAfter(clock.instant().minus(settle))) {
            return true;
        }
        // Modified just now or, by a wrong clock, in the future: only watching it tells.
        Since before = unsettled.get(file.path());
        Since since = before != null && before.stamp().equals(file.stamp()) ? before : new Since(file.stamp(), now);
        if (now - since.nanos() >= settle.toNanos() && before == since) {
            return true;
        }
        waiting.put(file.path(), since);
        return false;
    }
}
