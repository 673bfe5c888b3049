package dev.dateline.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.app.embedded.DataDirectory;
import dev.dateline.app.embedded.EmbeddedStack;
import dev.dateline.app.settings.Settings;
import dev.dateline.app.settings.SettingsLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenTransactionsIT {
    @TempDir
    Path directory;

    @Test
    void aTransactionThatStaysOpenIsNamedWithTheCommandThatEndsIt() throws Exception {
        Settings wanted = SettingsLoader.load(
                null, Map.of(), Map.of("data.dir", directory.resolve("data").toString()));
        try (DataDirectory data = DataDirectory.open(wanted.dataDir());
                EmbeddedStack stack = EmbeddedStack.start(data)) {
            Settings settings = stack.connect(wanted);
            try (Admin admin = Admin.create(new HashMap<>(settings.kafka()))) {
                admin.createTopics(List.of(new NewTopic("stuck", 1, (short) 1)))
                        .all()
                        .get();
            }
            Map<String, Object> properties = new HashMap<>(settings.kafka());
            properties.put("transactional.id", "stays-open");
            try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
                producer.initTransactions();
                producer.beginTransaction();
                Instant sent = Instant.ofEpochMilli(
                        producer.send(new ProducerRecord<>("stuck", "a")).get().timestamp());

                assertThat(OpenTransactions.before(sent, settings)).isEmpty();
                assertThat(OpenTransactions.before(sent.plusMillis(1), settings))
                        .containsExactly(
                                "stuck-0 has a transaction open since " + sent
                                        + ": end it with kafka-transactions.sh abort --topic stuck --partition 0 --start-offset 0");

                producer.commitTransaction();
                Awaitility.await().untilAsserted(() -> assertThat(OpenTransactions.before(sent.plusMillis(1), settings))
                        .isEmpty());
            }
        }
    }
}
