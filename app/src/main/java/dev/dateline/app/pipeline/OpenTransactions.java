package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transactions that nobody ends. A broker that is killed while it ends one can leave it open for ever; no reader of
 * committed records gets past it, and what waits behind it looks as if it were slow.
 */
final class OpenTransactions {
    private static final Logger log = LoggerFactory.getLogger(OpenTransactions.class);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

    private OpenTransactions() {}

    /**
     * One line for each partition with a transaction whose last record is older than a time; empty also when the broker
     * does not answer, which is another trouble.
     */
    static List<String> before(Instant time, Settings settings) throws InterruptedException {
        try (Admin admin = Admin.create(new HashMap<>(settings.kafka()))) {
            List<TopicPartition> partitions = new ArrayList<>();
            get(admin.describeTopics(get(admin.listTopics().names())).allTopicNames())
                    .values()
                    .forEach(topic -> topic.partitions()
                            .forEach(one -> partitions.add(new TopicPartition(topic.name(), one.partition()))));
            List<String> lines = new ArrayList<>();
            for (var entry : get(admin.describeProducers(partitions).all()).entrySet()) {
                for (ProducerState producer : entry.getValue().activeProducers()) {
                    if (producer.currentTransactionStartOffset().isPresent()
                            && Instant.ofEpochMilli(producer.lastTimestamp()).isBefore(time)) {
                        lines.add(line(entry.getKey(), producer));
                    }
                }
            }
            lines.sort(null);
            return lines;
        } catch (ExecutionException | TimeoutException e) {
            log.warn("open transactions cannot be looked for: {}", e.toString());
            return List.of();
        }
    }

    private static String line(TopicPartition partition, ProducerState producer) {
        return partition + " has a transaction open since " + Instant.ofEpochMilli(producer.lastTimestamp())
                + ": end it with kafka-transactions.sh abort --topic " + partition.topic() + " --partition "
                + partition.partition() + " --start-offset "
                + producer.currentTransactionStartOffset().getAsLong();
    }

    private static <T> T get(KafkaFuture<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(ANSWER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }
}
