package dev.dateline.enrich.topology;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Tags what the gate lets through. */
final class TagProcessor extends ContextualProcessor<String, Gated, String, Tagged> {
    private final TagStep step;

    TagProcessor(TagStep step) {
        this.step = step;
    }

    @Override
    public void process(Record<String, Gated> record) {
        context().forward(record.withValue(step.apply(record.value())));
    }
}
