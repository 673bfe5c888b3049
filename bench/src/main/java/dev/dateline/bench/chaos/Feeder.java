package dev.dateline.bench.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;

/** Puts each file into the watched directory when its time has come, whole and under its name at once. */
final class Feeder {
    private final Path directory;
    private final Documents documents;
    private final Truth truth;
    private final Sightings sightings;
    private final RunClock clock;
    private final AtomicInteger delivered = new AtomicInteger();

    Feeder(Path directory, Truth truth, Sightings sightings, RunClock clock) {
        this.directory = directory;
        this.documents = new Documents(clock.start());
        this.truth = truth;
        this.sightings = sightings;
        this.clock = clock;
    }

    /** Returns when all is delivered. */
    void feed(Iterator<Delivery> deliveries) throws IOException, InterruptedException {
        while (deliveries.hasNext()) {
            Delivery delivery = deliveries.next();
            clock.sleepUntil(delivery.atMillis());
            Path hidden = directory.resolve("." + delivery.fileName());
            Files.write(hidden, documents.bytes(delivery));
            truth.add(delivery.version());
            sightings.delivering(delivery.version(), clock.millis());
            Files.move(hidden, directory.resolve(delivery.fileName()), StandardCopyOption.ATOMIC_MOVE);
            delivered.incrementAndGet();
        }
    }

    int delivered() {
        return delivered.get();
    }
}
