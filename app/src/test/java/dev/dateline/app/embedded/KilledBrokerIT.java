package dev.dateline.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kills the broker while it ends transactions: none may stay open, and none may be seen in part. */
class KilledBrokerIT {
    private static final Logger log = LoggerFactory.getLogger(KilledBrokerIT.class);
    private static final int KILLS = 2;

    @TempDir
    Path directory;

    @Test
    void everyTransactionIsEndedAndWholeAfterKills() throws Exception {
        long seed = Long.getLong("crash.seed", new Random().nextLong());
        log.info("crash.seed={}", seed);
        Random random = new Random(seed);
        Path data = directory.resolve("kafka");
        for (int life = 0; life < KILLS; life++) {
            liveAndDie(data, life, Duration.ofMillis(500 + random.nextInt(1_000)));
        }

        try (EmbeddedKafka kafka = EmbeddedKafka.start(data, Ports.any(), Ports.any())) {
            BusyBroker.producers(kafka.bootstrapServers()).forEach(KafkaProducer::close);
            try (var committed = consumer(kafka, "read_committed");
                    var everything = consumer(kafka, "read_uncommitted")) {
                Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                                committed.endOffsets(BusyBroker.PARTITIONS))
                        .as("where committed transactions end, compared with everything")
                        .isEqualTo(everything.endOffsets(BusyBroker.PARTITIONS)));
                Map<TopicPartition, Set<String>> seen = read(committed);
                Set<String> first = seen.get(BusyBroker.PARTITIONS.get(0));
                assertThat(first).as("transactions").isNotEmpty().doesNotContain("never committed");
                assertThat(seen.values()).allMatch(first::equals);
            }
        }
    }

    private void liveAndDie(Path data, int life, Duration busy) throws Exception {
        Path output = directory.resolve("life-" + life + ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BusyBroker.class.getName(),
                        data.toString(),
                        Integer.toString(life))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> ready(process, output.toFile()));
            Awaitility.await().pollDelay(busy).until(() -> true);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static boolean ready(Process process, File output) throws IOException {
        String log = Files.readString(output.toPath());
        assertThat(process.isAlive()).as(log).isTrue();
        return log.contains(BusyBroker.READY);
    }

    private static KafkaConsumer<String, String> consumer(EmbeddedKafka kafka, String isolation) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "isolation.level", isolation),
                new StringDeserializer(),
                new StringDeserializer());
    }

    private static Map<TopicPartition, Set<String>> read(KafkaConsumer<String, String> consumer) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(BusyBroker.PARTITIONS);
        Map<TopicPartition, Set<String>> seen =
                BusyBroker.PARTITIONS.stream().collect(Collectors.toMap(p -> p, p -> new HashSet<>()));
        consumer.assign(BusyBroker.PARTITIONS);
        consumer.seekToBeginning(BusyBroker.PARTITIONS);
        while (BusyBroker.PARTITIONS.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
            for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(1))) {
                seen.get(new TopicPartition(record.topic(), record.partition())).add(record.value());
            }
        }
        return seen;
    }
}
