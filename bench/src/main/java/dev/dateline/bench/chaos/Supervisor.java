package dev.dateline.bench.chaos;

import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts again what has ended without having been told to, as a supervisor does in production. */
final class Supervisor implements AutoCloseable {
    private static final int RESTART_MILLIS = 1_000;

    private final Collection<Part> parts;
    private final AtomicInteger ended = new AtomicInteger();
    private final Thread thread = new Thread(this::supervise, "supervisor");

    Supervisor(Collection<Part> parts) {
        this.parts = parts;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** How often a process ended that nobody had ended. */
    int ended() {
        return ended.get();
    }

    private void supervise() {
        try {
            while (true) {
                Thread.sleep(RESTART_MILLIS);
                for (Part part : parts) {
                    if (part.hasEnded()) {
                        ended.incrementAndGet();
                        startAgain(part);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void startAgain(Part part) {
        try {
            part.start();
        } catch (IOException e) {
            System.err.println("chaos: " + part.name() + " cannot be started again: " + e + "; trying again");
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
