package dev.dateline.ingest.feed;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Which feed comes next: the one that has waited longest among those whose host is free. A host has at most one feed
 * taken at a time and a pause after each. Times are milliseconds of a clock that never goes back; each step costs the
 * logarithm of the number of feeds.
 */
final class Agenda<T> {
    /** When nothing is left to wait for. */
    static final long NEVER = Long.MAX_VALUE;

    private record Entry<T>(T what, long due) {}

    private static final class Host<T> {
        private final long order;
        private final PriorityQueue<Entry<T>> waiting = new PriorityQueue<>(Comparator.comparingLong(Entry::due));
        private long freeAt = Long.MIN_VALUE;
        private boolean busy;

        Host(long order) {
            this.order = order;
        }

        long nextAt() {
            return Math.max(freeAt, waiting.peek().due());
        }
    }

    private final Map<String, Host<T>> hosts = new HashMap<>();
    private final TreeSet<Host<T>> idle = new TreeSet<>(
            Comparator.comparingLong((Host<T> host) -> host.nextAt()).thenComparing(host -> host.order));
    private long created;

    /** Puts something on the agenda. */
    synchronized void add(String host, T what, long due) {
        Host<T> at = hosts.computeIfAbsent(host, name -> new Host<>(created++));
        if (!at.busy && !at.waiting.isEmpty()) {
            idle.remove(at); // its place among the others changes
        }
        at.waiting.add(new Entry<>(what, due));
        settle(host, at);
        notifyAll();
    }

    /** Takes what is due and makes its host busy; null when nothing is. */
    synchronized T poll(long now) {
        if (idle.isEmpty() || idle.first().nextAt() > now) {
            return null;
        }
        Host<T> host = idle.pollFirst();
        host.busy = true;
        return host.waiting.poll().what();
    }

    /** The host of something taken is free again at a moment. What stays on the agenda is added before. */
    synchronized void release(String host, long freeAt) {
        Host<T> at = hosts.get(host);
        at.busy = false;
        at.freeAt = freeAt;
        settle(host, at);
        notifyAll();
    }

    /** When something will be due; {@link #NEVER} if nothing waits for anything but a busy host. */
    synchronized long nextAt() {
        return idle.isEmpty() ? NEVER : idle.first().nextAt();
    }

    /** Waits until something may have changed, at most for some milliseconds. */
    synchronized void await(long millis) throws InterruptedException {
        wait(Math.max(1, millis));
    }

    private void settle(String name, Host<T> host) {
        if (host.busy) {
            return;
        }
        if (host.waiting.isEmpty()) {
            hosts.remove(name); // its pause is forgotten with it: what is added later is due later
        } else {
            idle.add(host);
        }
    }
}
