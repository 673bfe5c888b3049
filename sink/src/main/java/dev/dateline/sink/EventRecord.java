package dev.dateline.sink;

import dev.dateline.model.PipelineEvent;

/**
 * An event and its place in the topic, which tells it from all others.
 *
 * @param partition partition of wire.events.v1
 * @param offset offset within it
 */
public record EventRecord(PipelineEvent event, int partition, long offset) {}
