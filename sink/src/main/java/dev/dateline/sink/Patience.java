package dev.dateline.sink;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for what time or a person has to mend: how long between attempts, and how often it is said. A new reason is said
 * at once, the same one every twentieth time, which is less than every two minutes with the default settings.
 */
final class Patience {
    private static final Logger log = LoggerFactory.getLogger(Patience.class);
    private static final int QUIET_ATTEMPTS = 20;

    private final Backoff backoff;
    private int attempts;
    private String said = "";

    Patience(Backoff backoff) {
        this.backoff = backoff;
    }

    /** An attempt failed. Returns how long to wait before the next, in milliseconds. */
    long failed(String what, String reason) {
        long wait = backoff.next();
        if (attempts++ % QUIET_ATTEMPTS == 0 || !reason.equals(said)) {
            said = reason;
            log.warn("{}, next attempt in {} ms and so on until it works: {}", what, wait, reason);
        }
        return wait;
    }

    /** An attempt succeeded. */
    void succeeded() {
        if (attempts > 0) {
            log.info("goes on after {} failed attempts", attempts);
            backoff.reset();
            attempts = 0;
            said = "";
        }
    }
}
