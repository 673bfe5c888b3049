package dev.dateline.bench.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Breaks things by the schedule and mends them again, each fault on a thread of its own. */
final class Agent {
    /** What the pipeline is given to get going again before a time counts as quiet. */
    private static final long RECOVERY_MILLIS = 30_000;

    private static final long STILL = Long.MAX_VALUE;

    /** When a fault really began and was mended. */
    private record Span(Fault fault, long from, long to) {
        boolean disturbs(long start, long end) {
            return start < (to == STILL ? STILL : to + RECOVERY_MILLIS) && from < end;
        }
    }

    private final Parts parts;
    private final RunClock clock;
    private final Consumer<String> log;
    private final List<Span> spans = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();

    /** @param log gets a line when a fault begins and one when it is mended */
    Agent(Parts parts, RunClock clock, Consumer<String> log) {
        this.parts = parts;
        this.clock = clock;
        this.log = log;
    }

    /** Returns when the last fault is mended. */
    void play(List<Fault> faults) throws InterruptedException {
        CountDownLatch mended = new CountDownLatch(faults.size());
        for (Fault fault : faults) {
            clock.sleepUntil(fault.atMillis());
            Thread thread = new Thread(
                    () -> {
                        try {
                            suffer(fault);
                        } finally {
                            mended.countDown();
                        }
                    },
                    "fault-" + fault.kind() + "-" + fault.target());
            thread.setDaemon(true);
            thread.start();
        }
        mended.await();
    }

    private void suffer(Fault fault) {
        Span span = new Span(fault, clock.millis(), STILL);
        synchronized (this) {
            spans.add(span);
        }
        log.accept(at() + fault.kind() + " " + fault.target());
        try {
            begin(fault);
            clock.sleepUntil(fault.endMillis());
            end(fault);
        } catch (IOException | RuntimeException e) {
            synchronized (this) {
                troubles.add(fault + ": " + e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        log.accept(at() + fault.kind() + " " + fault.target() + " is mended");
        synchronized (this) {
            spans.set(spans.indexOf(span), new Span(fault, span.from(), clock.millis()));
        }
    }

    private String at() {
        return String.format(java.util.Locale.ROOT, "%5d s: ", clock.millis() / 1000);
    }

    private void begin(Fault fault) throws IOException {
        switch (fault.kind()) {
            case KILL -> parts.part(fault.target()).kill();
            case STOP -> parts.part(fault.target()).stop();
            case PAUSE -> parts.part(fault.target()).pause();
            case CUT -> set(fault, Proxy.Mode.CUT);
            case STALL -> set(fault, Proxy.Mode.STALLED);
            case SLOW -> set(fault, Proxy.Mode.SLOW);
            case FILL -> parts.disk().orElseThrow().fill();
        }
    }

    private void end(Fault fault) throws IOException {
        switch (fault.kind()) {
            case KILL, STOP -> parts.part(fault.target()).start();
            case PAUSE -> parts.part(fault.target()).resume();
            case CUT, STALL, SLOW -> set(fault, Proxy.Mode.OPEN);
            case FILL -> parts.disk().orElseThrow().free();
        }
    }

    private void set(Fault fault, Proxy.Mode mode) {
        parts.links(fault.target()).forEach(proxy -> proxy.set(mode));
    }

    /** What is broken now. */
    synchronized List<String> broken() {
        return spans.stream()
                .filter(span -> span.to() == STILL)
                .map(span -> span.fault().kind() + " " + span.fault().target())
                .toList();
    }

    /** Faults that have begun. */
    synchronized List<Fault> begun() {
        return spans.stream().map(Span::fault).toList();
    }

    /** Faults that could not be made or mended as they were meant. */
    synchronized List<String> troubles() {
        return List.copyOf(troubles);
    }

    /** Whether nothing was broken in a time, nor in the 30 seconds before it. */
    synchronized boolean quiet(long from, long to) {
        return spans.stream().noneMatch(span -> span.disturbs(from, to));
    }
}
