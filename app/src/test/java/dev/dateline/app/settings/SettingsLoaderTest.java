package dev.dateline.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {
    @TempDir
    Path directory;

    @Test
    void commandLineBeatsEnvironmentBeatsFileBeatsDefault() throws Exception {
        Path file = Files.writeString(
                directory.resolve("dateline.properties"),
                "topics.partitions=2\nstreams.threads=2\npostgres.user=file\n");
        Settings settings = SettingsLoader.load(
                file,
                Map.of("DATELINE_STREAMS_THREADS", "3", "DATELINE_POSTGRES_USER", "environment", "HOME", "/"),
                Map.of("postgres.user", "line"));

        assertThat(settings.partitions()).isEqualTo(2);
        assertThat(settings.streamsThreads()).isEqualTo(3);
        assertThat(settings.postgresUser()).isEqualTo("line");
        assertThat(settings.replicationFactor()).isEqualTo((short) 1);
    }

    @Test
    void allProblemsAreNamedAtOnce() {
        assertThatThrownBy(() -> SettingsLoader.load(
                        null,
                        Map.of("DATELINE_TOPICS_PARTITIONS", "many"),
                        Map.of("postgres.usr", "x", "streams.threads", "0")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("topics.partitions")
                .hasMessageContaining("unknown setting 'postgres.usr'; did you mean 'postgres.user'?")
                .hasMessageContaining("streams.threads");
    }

    @Test
    void aSourceNeedsItsDirectoryAndItsProvider() {
        assertThatThrownBy(() -> SettingsLoader.load(null, Map.of(), Map.of("source.wire.directory", "/in")))
                .hasMessage("source 'wire' has no provider: set source.wire.provider");
    }

    @Test
    void aSourceIsADirectoryOrFeeds() {
        assertThatThrownBy(() -> SettingsLoader.load(null, Map.of(), Map.of("source.wire.provider", "wire")))
                .hasMessageContaining("neither a directory nor feeds");
        assertThatThrownBy(() -> SettingsLoader.load(
                        null,
                        Map.of(),
                        Map.of(
                                "source.wire.directory",
                                "/in",
                                "source.wire.provider",
                                "wire",
                                "source.wire.feeds",
                                "x")))
                .hasMessageContaining("a directory and feeds");
        Settings settings = SettingsLoader.load(null, Map.of(), Map.of("source.web.feeds.file", "/etc/feeds.yaml"));
        assertThat(settings.sources().get(0).hasFeeds()).isTrue();
    }

    @Test
    void environmentVariablesAreSpelledAsTheKafkaImageSpellsThem() {
        assertThat(SettingsLoader.keyOf("DATELINE_SOURCE_AP_SETTLE_MS")).isEqualTo("source.ap.settle.ms");
        assertThat(SettingsLoader.keyOf("DATELINE_SOURCE_AP___US_DIRECTORY")).isEqualTo("source.ap-us.directory");
        assertThat(SettingsLoader.keyOf("DATELINE_KAFKA_A__B")).isEqualTo("kafka.a_b");
    }

    @Test
    void secretsAreNeverPrinted() {
        Settings settings = SettingsLoader.load(
                null,
                Map.of(),
                Map.of(
                        "postgres.password", "swordfish",
                        "kafka.sasl.jaas.config", "swordfish",
                        "schema.registry.basic.auth.user.info", "u:swordfish",
                        "postgres.password.file", "/run/secrets/pg"));
        assertThat(settings.describe())
                .noneMatch(line -> line.contains("swordfish"))
                .contains("postgres.password.file=/run/secrets/pg");
    }

    @Test
    void kafkaSettingsArePassedOnWithoutThePrefix() {
        Settings settings = SettingsLoader.load(null, Map.of(), Map.of("kafka.security.protocol", "SSL"));
        assertThat(settings.kafka())
                .containsEntry("security.protocol", "SSL")
                .containsEntry("bootstrap.servers", "localhost:9092");
    }
}
