package dev.dateline.ingest.source;

import dev.dateline.ingest.source.DirectoryScan.Found;

/**
 * One file on its way into Kafka: how many of its records are waiting for an acknowledgement, and what became of the
 * file. Records are counted on the task's thread, acknowledgements arrive on the producer's.
 */
final class Delivery {
    private final Found file;
    private int documents;
    private int waiting;
    private boolean readToEnd;
    private String dropped;
    private String failure;

    Delivery(Found file) {
        this.file = file;
    }

    Found file() {
        return file;
    }

    /** A document of the file was handed to Kafka. */
    synchronized void sentDocument() {
        documents++;
        waiting++;
    }

    /** A reference to something in the file that cannot be taken was handed to Kafka. */
    synchronized void sentDeadLetter(String reason) {
        waiting++;
        if (failure == null) {
            failure = reason;
        }
    }

    /**
     * Kafka has a record of the file.
     *
     * @return true if that was the last one
     */
    synchronized boolean acknowledged() {
        waiting--;
        return isComplete();
    }

    /** A record will not reach Kafka, for a reason: the file counts as one that cannot be taken. */
    synchronized boolean dropped(String reason) {
        dropped = reason;
        return acknowledged();
    }

    /** Nothing more will be sent. Returns true if Kafka has acknowledged everything already. */
    synchronized boolean readToEnd() {
        readToEnd = true;
        return isComplete();
    }

    /** Why the file cannot be taken; null when at least one document of it was. */
    synchronized String failure() {
        if (dropped != null) {
            return dropped;
        }
        return documents > 0 ? null : failure;
    }

    private boolean isComplete() {
        return readToEnd && waiting == 0;
    }
}
