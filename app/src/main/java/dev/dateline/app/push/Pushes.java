package dev.dateline.app.push;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Gathers documents into requests, in their order. */
public final class Pushes {
    private static final int MAX_DOCUMENTS = 200;
    private static final long MAX_BYTES = 4L << 20;

    private final GatewayClient gateway;
    private final BiConsumer<PushedDocument, String> outcomes;
    private final List<PushedDocument> waiting = new ArrayList<>();
    private long bytes;

    /**
     * None yet.
     *
     * @param outcomes told of each document why it is refused, or null when the brokers have it
     */
    public Pushes(GatewayClient gateway, BiConsumer<PushedDocument, String> outcomes) {
        this.gateway = gateway;
        this.outcomes = outcomes;
    }

    /** Sends what waits first if the document would make it too much. */
    public void add(PushedDocument document) throws IOException, InterruptedException {
        if (waiting.size() == MAX_DOCUMENTS || bytes + document.bytes().length > MAX_BYTES) {
            finish();
        }
        waiting.add(document);
        bytes += document.bytes().length;
    }

    /** Sends what waits; what was to stop the sending leaves it unsaid what became of it. */
    public void finish() throws IOException, InterruptedException {
        List<String> refusals = waiting.isEmpty() ? null : gateway.push(List.copyOf(waiting));
        if (refusals != null) {
            for (int i = 0; i < refusals.size(); i++) {
                outcomes.accept(waiting.get(i), refusals.get(i));
            }
        }
        waiting.clear();
        bytes = 0;
    }
}
