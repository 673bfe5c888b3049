package dev.dateline.app.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Takes what is on a topic into a store as Connect does: in order, in batches of any size, and from an earlier offset once
 * more after a crash.
 */
final class Sink<T> {
    /** Writes a batch. */
    interface Writer<T> {
        void write(List<T> batch) throws Exception;
    }

    private final List<T> topic = new ArrayList<>();
    private final Writer<T> writer;
    private int position;

    Sink(Writer<T> writer) {
        this.writer = writer;
    }

    void publish(T record) {
        topic.add(record);
    }

    /** Takes some of what is there. */
    void step(Random random) throws Exception {
        if (random.nextInt(8) == 0) {
            position = Math.max(0, position - random.nextInt(400));
        }
        take(position + random.nextInt(150));
    }

    /** Takes all that is there. */
    void finish() throws Exception {
        take(topic.size());
    }

    /** Takes all from the first record on. */
    void replay() throws Exception {
        position = 0;
        take(topic.size());
    }

    private void take(int until) throws Exception {
        int end = Math.min(until, topic.size());
        if (position < end) {
            writer.write(List.copyOf(topic.subList(position, end)));
            position = end;
        }
    }
}
