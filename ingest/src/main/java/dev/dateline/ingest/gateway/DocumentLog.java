package dev.dateline.ingest.gateway;

import dev.dateline.ingest.document.Opened;
import dev.dateline.model.Document;
import dev.dateline.model.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes documents to wire.documents.v1 and tells of each what became of it. */
final class DocumentLog {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentLog.class);

    private final Producer<String, byte[]> producer;

    DocumentLog(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** Sends what was opened, in order; done when of each it is known, on the producer's thread. */
    CompletableFuture<List<Outcome>> append(List<Opened> opened) {
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (Opened one : opened) {
            outcomes.add(
                    one instanceof Opened.Readable readable
                            ? append(readable.document())
                            : CompletableFuture.completedFuture(Outcome.refused(one)));
        }
        return CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new))
                .thenApply(
                        done -> outcomes.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<Outcome> append(Document document) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        try {
            var unused = producer.send(
                    new ProducerRecord<>(
                            Topics.DOCUMENTS.name(), null, document.id(), document.bytes(), document.headers()),
                    (metadata, failure) ->
                            outcome.complete(failure == null ? Outcome.accepted(document) : failed(document, failure)));
        } catch (KafkaException | IllegalStateException e) {
            outcome.complete(failed(document, e));
        }
        return outcome;
    }

    private static Outcome failed(Document document, Exception failure) {
        LOG.warn("{} was not acknowledged: {}", document.id(), failure.toString());
        return Outcome.failed(document, failure);
    }
}
