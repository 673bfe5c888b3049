package dev.dateline.bench.chaos;

import java.io.IOException;

/** A process that can be broken and mended. */
interface Part {
    String name();

    /** Starts it unless it runs or was ended for good; returns without waiting until it is ready. */
    void start() throws IOException;

    /** Ends it at once, as a power cut would. */
    void kill() throws IOException;

    /** Kills it for good: no start does anything from then on. */
    void end() throws IOException;

    /** Asks it to end and waits; after 40 seconds it is killed. */
    void stop() throws IOException;

    /** Makes it stand still. */
    void pause() throws IOException;

    /** Lets it go on. */
    void resume() throws IOException;

    /** Whether it should run and does not. */
    boolean hasEnded();
}
