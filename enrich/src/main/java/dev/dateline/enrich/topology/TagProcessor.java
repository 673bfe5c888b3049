package dev.dateline.enrich.topology;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Tags what the gate lets through, and remembers for the gate what came of it. */
final class TagProcessor extends ContextualProcessor<String, Gated, String, Tagged> {
    private GateMemory memory;

    @Override
    public void init(ProcessorContext<String, Tagged> context) {
        super.init(context);
        memory = new GateMemory(context);
    }

    @Override
    public void process(Record<String, Gated> record) {
        Gated gated = record.value();
        Tagged tagged = TagStep.apply(gated);
        memory.remember(gated.before(), tagged.decision(), gated.article());
        context().forward(record.withValue(tagged));
    }
}
