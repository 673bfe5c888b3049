package dev.dateline.sink;

import dev.dateline.model.Takedown;
import dev.dateline.model.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * A sink's word on {@code wire.takedowns.v1} that text is gone from its store. A Connect sink task has no producer, so
 * this one is the task's own, opened by the first takedown.
 */
final class Takedowns implements AutoCloseable {
    private final Supplier<Producer<String, Takedown>> opener;
    private Producer<String, Takedown> producer;

    Takedowns(Supplier<Producer<String, Takedown>> opener) {
        this.opener = opener;
    }

    /**
     * Returns when the brokers have all of them. Saying it again is harmless.
     *
     * @throws StoreUnavailableException if they could not be written; some may have been
     */
    void confirm(List<Takedown> takedowns) throws StoreUnavailableException {
        try {
            if (producer == null) {
                producer = opener.get();
            }
            List<Future<?>> sent = new ArrayList<>(takedowns.size());
            for (Takedown takedown : takedowns) {
                sent.add(producer.send(new ProducerRecord<>(Topics.TAKEDOWNS.name(), key(takedown), takedown)));
            }
            producer.flush();
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw unavailable(e.getCause());
        } catch (KafkaException e) {
            throw unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
    }

    /** Two sinks confirm the same article, and the topic is compacted: each has a key of its own. */
    private static String key(Takedown takedown) {
        return takedown.getArticleId() + "@" + takedown.getSink();
    }

    /** A producer that has failed may never work again; the next attempt takes a new one. */
    private StoreUnavailableException unavailable(Throwable failure) {
        close();
        String reason = Causes.of(failure);
        return new StoreUnavailableException(
                "takedowns cannot be confirmed on " + Topics.TAKEDOWNS.name() + ", see takedowns.*: " + reason,
                failure);
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
