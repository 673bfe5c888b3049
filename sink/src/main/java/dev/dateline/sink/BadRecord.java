package dev.dateline.sink;

import org.apache.kafka.connect.sink.SinkRecord;

/** A record for the dead letters, and why. */
record BadRecord(SinkRecord record, BadRecordException reason) {}
