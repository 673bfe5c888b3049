package dev.dateline.enrich.topology;

import dev.dateline.enrich.gate.Decision;
import dev.dateline.enrich.gate.GateEntry;
import dev.dateline.enrich.gate.Rulings;
import dev.dateline.enrich.tag.RuleSet;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Ruling;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Carries out what operators order, on the gate's own memory. */
final class RulingProcessor implements Processor<String, Ruling, String, Tagged> {
    private final Supplier<RuleSet> rules;
    private ProcessorContext<String, Tagged> context;
    private GateMemory memory;

    RulingProcessor(Supplier<RuleSet> rules) {
        this.rules = rules;
    }

    @Override
    public void init(ProcessorContext<String, Tagged> processorContext) {
        context = processorContext;
        memory = new GateMemory(processorContext);
    }

    @Override
    public void process(Record<String, Ruling> record) {
        Ruling ruling = record.value();
        if (ruling == null || !ruling.getArticleId().equals(record.key())) {
            throw new IllegalArgumentException(
                    "the ruling does not name the article of its key, '" + record.key() + "': nothing was done");
        }
        GateEntry before = memory.of(record.key());
        Decision decision = Rulings.decide(before, ruling);
        memory.remember(record.key(), before, decision.entry());
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        List<PipelineEvent> events = List.of(GateEvents.of(ruling, decision, now));
        Tagged tagged = decision.change() == null
                ? new Tagged(decision, null, null, events, cause())
                : Outputs.of(decision, Outputs.NO_TAGS, rules.get(), events, now, cause());
        context.forward(record.withValue(tagged));
    }

    private String cause() {
        RecordMetadata record = context.recordMetadata().orElseThrow();
        return record.topic() + "/" + record.partition() + "/" + record.offset();
    }
}
