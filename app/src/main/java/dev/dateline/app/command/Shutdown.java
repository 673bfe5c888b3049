package dev.dateline.app.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C or SIGTERM: asks the command to end and holds the process until it has closed what it opened. */
final class Shutdown implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private Shutdown() {}

    /** To be the first resource that a command opens, so that it is the last to close. */
    static Shutdown onSignal() {
        Shutdown shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::hold, "shutdown"));
        return shutdown;
    }

    private void hold() {
        asked.countDown();
        try {
            closed.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits; true when the end was asked for. */
    boolean askedWithin(Duration time) throws InterruptedException {
        return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether the end was asked for. */
    boolean isAsked() {
        return asked.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
