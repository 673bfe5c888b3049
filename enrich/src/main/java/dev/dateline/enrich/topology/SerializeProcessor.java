package dev.dateline.enrich.topology;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends each output to its topic as bytes. They are all made before the first is forwarded: one that no topic takes would
 * make an exactly-once application fail over it for ever, so such a version becomes a dead letter with an event instead.
 */
final class SerializeProcessor extends ContextualProcessor<String, Tagged, String, byte[]> {
    private final OutputRecords outputs;

    SerializeProcessor(OutputRecords outputs) {
        this.outputs = outputs;
    }

    @Override
    public void process(Record<String, Tagged> record) {
        Tagged tagged = record.value();
        if (tagged.erases()) {
            Record<String, byte[]> tombstone = outputs.tombstone(record);
            context().forward(tombstone, EnrichTopology.WRITE_ENRICHED);
            context().forward(tombstone, EnrichTopology.WRITE_PUBLIC);
        }
        if (tagged.enriched() != null) {
            try {
                forwardArticle(record, tagged);
            } catch (UnwritableArticleException e) {
                forwardEvents(record, tagged);
                context().forward(outputs.dropped(record, e.getMessage()), EnrichTopology.WRITE_EVENTS);
                throw e; // the handler makes the dead letter, which needs the bytes that only it is given
            }
        }
        forwardEvents(record, tagged);
    }

    private void forwardArticle(Record<String, Tagged> record, Tagged tagged) {
        Record<String, byte[]> enriched = outputs.enriched(record);
        Record<String, byte[]> inPublic = tagged.inPublic() == null ? null : outputs.inPublic(record);
        context().forward(enriched, EnrichTopology.WRITE_ENRICHED);
        if (inPublic != null) {
            context().forward(inPublic, EnrichTopology.WRITE_PUBLIC);
        }
    }

    private void forwardEvents(Record<String, Tagged> record, Tagged tagged) {
        for (int i = 0; i < tagged.events().size(); i++) {
            context().forward(outputs.event(record, i), EnrichTopology.WRITE_EVENTS);
        }
    }
}
