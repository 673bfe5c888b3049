package dev.dateline.app.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.common.utils.Exit;

/**
 * What happens when the broker gives up, as it does when it cannot write to its disk. Kafka halts the process without a
 * word; here the reason is told first, and PostgreSQL gets the time to stop.
 */
final class BrokerFailure {
    /** A broker that has lost its disk may not stop by itself. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private static final long FULL = 32L << 20;

    private BrokerFailure() {}

    @SuppressWarnings("SystemOut") // the log may lie on the disk that is full
    static void tellOf(Path directory) {
        Exit.setHaltProcedure((status, message) -> {
            System.err.println("dateline: " + reason(directory));
            Thread limit = new Thread(() -> haltAfter(STOP_LIMIT, status), "stop-limit");
            limit.setDaemon(true);
            limit.start();
            System.exit(status);
        });
    }

    private static String reason(Path directory) {
        String goesOn = "; what was taken is kept, and a start goes on where this one ended";
        try {
            long free = DataDirectory.free(directory);
            if (free < FULL) {
                return "the embedded broker has stopped: the disk of " + directory + " is full (" + (free >> 20)
                        + " MiB left); free some or move the directory to another disk" + goesOn;
            }
        } catch (IOException e) {
            return "the embedded broker has stopped: the disk of " + directory + " is gone (" + e + ")" + goesOn;
        }
        return "the embedded broker has stopped; its log is under " + directory.resolveSibling("logs") + goesOn;
    }

    private static void haltAfter(Duration limit, int status) {
        try {
            Thread.sleep(limit.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(status);
    }
}
