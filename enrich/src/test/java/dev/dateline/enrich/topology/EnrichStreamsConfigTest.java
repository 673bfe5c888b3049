package dev.dateline.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class EnrichStreamsConfigTest {
    @Test
    void kafkaTakesTheSettingsAsTheyAre() {
        StreamsConfig config = new StreamsConfig(of(Map.of()));

        assertThat(config.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG)).isEqualTo("exactly_once_v2");
        Map<String, Object> consumer = config.getMainConsumerConfigs("dateline-enrich", "client", 0);
        assertThat(consumer)
                .containsEntry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                .containsEntry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        Map<String, Object> producer = config.getProducerConfigs("client");
        assertThat(producer)
                .containsEntry(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 5_000)
                .containsEntry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 16 * 1024 * 1024);
    }

    @Test
    void theUserMayTuneButNotTakeAwayWhatCorrectnessRestsOn() {
        Map<String, Object> settings = of(Map.of(
                StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG,
                1,
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.AT_LEAST_ONCE,
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                "other"));

        assertThat(settings)
                .containsEntry(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, 1)
                .containsEntry(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2)
                .containsEntry(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
    }

    private static Map<String, Object> of(Map<String, Object> more) {
        Map<String, Object> surroundings = new HashMap<>(more);
        surroundings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:9092");
        return EnrichStreamsConfig.of(surroundings);
    }
}
