package dev.dateline.app.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;

/** A process with a broker that ends transactions all the time, for {@link KilledBrokerIT} to kill. */
final class BusyBroker {
    static final String READY = "transactions are under way";
    static final List<TopicPartition> PARTITIONS =
            IntStream.range(0, 12).mapToObj(i -> new TopicPartition("busy", i)).toList();
    /** Longer than a life lasts, and shorter than the time between two. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static final int PRODUCERS = 8;

    private BusyBroker() {}

    /** Arguments: the broker's directory, the life's number. */
    public static void main(String[] arguments) throws Exception {
        EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]), Ports.any(), Ports.any());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("busy", PARTITIONS.size(), (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
        List<KafkaProducer<String, String>> producers = producers(kafka.bootstrapServers());
        for (int i = 0; i < PRODUCERS; i++) {
            String name = arguments[1] + "-" + i + "-";
            KafkaProducer<String, String> producer = producers.get(i);
            new Thread(() -> commitForEver(producer, name)).start();
        }
        leaveOpen(producer(kafka.bootstrapServers(), "open-" + arguments[1], TIMEOUT));
        System.out.println(READY);
    }

    /** Producers that have ended what their namesakes of a former life left open, as applications do when they restart. */
    static List<KafkaProducer<String, String>> producers(String bootstrapServers) {
        return IntStream.range(0, PRODUCERS)
                .mapToObj(i -> producer(bootstrapServers, "busy-" + i, Duration.ofMinutes(1)))
                .toList();
    }

    private static KafkaProducer<String, String> producer(String bootstrapServers, String id, Duration timeout) {
        var producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "transactional.id", id,
                        "transaction.timeout.ms", Long.toString(timeout.toMillis())),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
        return producer;
    }

    /** A transaction that nobody comes back for: the broker has to abort it. */
    private static void leaveOpen(KafkaProducer<String, String> producer) {
        producer.beginTransaction();
        send(producer, "never committed");
        producer.flush();
    }

    private static void commitForEver(KafkaProducer<String, String> producer, String name) {
        for (long i = 0; ; i++) {
            producer.beginTransaction();
            send(producer, name + i);
            producer.commitTransaction();
        }
    }

    /** Each transaction writes its name to every partition. */
    private static void send(KafkaProducer<String, String> producer, String value) {
        for (TopicPartition partition : PARTITIONS) {
            // A failed send fails the commit.
            var unused = producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), null, value));
        }
    }
}
