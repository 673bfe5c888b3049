package dev.dateline.bench.chaos;

/**
 * Something that breaks for a while.
 *
 * @param atMillis when it begins, in milliseconds from the start of the run
 * @param lastingMillis how long it lasts before it is healed
 * @param kind what happens
 * @param target name of the process, of the server whose connections suffer, or of the disk
 */
record Fault(long atMillis, long lastingMillis, Kind kind, String target) {
    /** What can happen. */
    enum Kind {
        /** Killed at once (SIGKILL), started again in the end. */
        KILL,
        /** Asked to end (SIGTERM), started again in the end. */
        STOP,
        /** Stands still (SIGSTOP), goes on in the end. */
        PAUSE,
        /** Its connections are closed and new ones refused. */
        CUT,
        /** Its connections stay open and nothing passes. */
        STALL,
        /** Its connections are slow. */
        SLOW,
        /** Its disk is full. */
        FILL
    }

    long endMillis() {
        return atMillis + lastingMillis;
    }

    @Override
    public String toString() {
        return "%6.1f s %s %s for %.1f s".formatted(atMillis / 1e3, kind, target, lastingMillis / 1e3);
    }
}
