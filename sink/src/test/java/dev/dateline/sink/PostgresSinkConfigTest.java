package dev.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dateline.sink.postgres.PostgresSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresSinkConfigTest {

    /** The least that a connector needs. */
    static Map<String, String> minimal() {
        return new HashMap<>(Map.of(
                "name", "sink-postgres",
                "takedowns.bootstrap.servers", "localhost:9092",
                "connection.url", "jdbc:postgresql://localhost/dateline",
                "schema.registry.url", "http://localhost:8081",
                "consumer.override.isolation.level", "read_committed",
                "errors.tolerance", "all",
                "errors.deadletterqueue.topic.name", "dateline.sink.dlq",
                "errors.deadletterqueue.context.headers.enable", "true"));
    }

    @Test
    void defaults() {
        assertThat(PostgresSinkConfig.of(minimal()).postgres())
                .isEqualTo(new PostgresSettings(
                        "jdbc:postgresql://localhost/dateline",
                        null,
                        null,
                        "dateline",
                        1,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        1_000));
    }

    @Test
    void everySettingHasItsPlace() {
        Map<String, String> properties = minimal();
        properties.putAll(Map.of(
                "connection.user", "desk",
                "connection.password", "hush",
                "connection.schema", "news",
                "connection.pool.size", "2",
                "connection.timeout.ms", "1500",
                "statement.timeout.ms", "2500",
                "batch.size", "7",
                "retry.backoff.ms", "20",
                "retry.backoff.max.ms", "50",
                "schema.registry.basic.auth.user.info", "desk:hush"));
        PostgresSinkConfig config = PostgresSinkConfig.of(properties);

        assertThat(config.postgres())
                .isEqualTo(new PostgresSettings(
                        "jdbc:postgresql://localhost/dateline",
                        "desk",
                        "hush",
                        "news",
                        2,
                        Duration.ofMillis(1500),
                        Duration.ofMillis(2500),
                        7));
        Backoff backoff = config.backoff();
        assertThat(new long[] {backoff.next(), backoff.next(), backoff.next(), backoff.next()})
                .containsExactly(20, 40, 50, 50);
        backoff.reset();
        assertThat(backoff.next()).isEqualTo(20);
        assertThat(config.registry())
                .containsOnly(
                        Map.entry("schema.registry.url", "http://localhost:8081"),
                        Map.entry("schema.registry.basic.auth.user.info", "desk:hush"));
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        Map<String, String> wrong = Map.ofEntries(
                Map.entry("connection.url", "jdbc:mysql://localhost/x"),
                Map.entry("connection.password", "hush"),
                Map.entry("connection.password.file", "/nowhere"),
                Map.entry("connection.schema", "No-Schema"),
                Map.entry("connection.pool.size", "0"),
                Map.entry("connection.usr", "typo"),
                Map.entry("batch.size", "many"),
                Map.entry("errors.tolerance", "none"));

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> PostgresSinkConfig.of(wrong))
                .withMessageStartingWith("13 problem(s)")
                .withMessageContainingAll(
                        "connection.url must start with jdbc:postgresql:",
                        "connection.password.file is set beside connection.password",
                        "connection.schema must be a lower-case identifier",
                        "connection.pool.size",
                        "connection.usr is not a setting of this connector",
                        "batch.size",
                        "\"schema.registry.url\"",
                        "consumer.override.isolation.level must be read_committed",
                        "name must be set",
                        "takedowns.bootstrap.servers must be set",
                        "errors.tolerance must be all",
                        "errors.deadletterqueue.topic.name must name the topic for bad records",
                        "errors.deadletterqueue.context.headers.enable must be true")
                .withMessageNotContaining("hush");
    }

    @Test
    void theProducerOfTakedownsTakesItsSettingsButIsNeverLessThanSafe() {
        Map<String, String> properties = minimal();
        properties.put("takedowns.producer.security.protocol", "SASL_SSL");
        properties.put("takedowns.producer.acks", "0");

        assertThat(PostgresSinkConfig.of(properties).takedownProducer())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("bootstrap.servers", "localhost:9092")
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true);
    }

    @Test
    void settingsOfAnotherKindOfConnectorAreNamed() {
        Map<String, String> versions = minimal();
        versions.put("writes", "versions");
        versions.put("events.retention.days", "9");

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> PostgresSinkConfig.of(versions))
                .withMessageContainingAll(
                        "takedowns.bootstrap.servers is for writes=articles alone",
                        "events.retention.days is for writes=events alone");
        versions.remove("takedowns.bootstrap.servers");
        versions.remove("events.retention.days");
        assertThat(PostgresSinkConfig.of(versions).writes()).isEqualTo(Writes.VERSIONS);
    }

    @Test
    void whatCannotBeWrittenIsAProblem() {
        Map<String, String> properties = minimal();
        properties.put("writes", "stories");

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> PostgresSinkConfig.of(properties))
                .withMessageStartingWith("1 problem(s)")
                .withMessageContainingAll("writes", "articles, versions, events");
    }

    @Test
    void connectSeesTheProblemsAtTheirSettings() {
        Map<String, String> wrong = minimal();
        wrong.put("connection.url", "jdbc:postgresql://localhost/x?user=a&password=hush");
        wrong.remove("consumer.override.isolation.level");

        assertThat(new PostgresSinkConnector().validate(wrong).configValues())
                .filteredOn(value -> !value.errorMessages().isEmpty())
                .extracting(ConfigValue::name)
                .containsExactlyInAnyOrder("connection.url", "consumer.override.isolation.level");
    }

    @Test
    void aPasswordFileIsReadWithoutItsLineBreak(@TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("password"), "hush\n");
        Map<String, String> properties = minimal();
        properties.put("connection.password.file", file.toString());

        assertThat(PostgresSinkConfig.of(properties).postgres().password()).isEqualTo("hush");
    }

    @Test
    void aMissingPasswordFileIsNamed(@TempDir Path dir) {
        Map<String, String> properties = minimal();
        properties.put("connection.password.file", dir.resolve("none").toString());

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> PostgresSinkConfig.of(properties).postgres())
                .withMessageContainingAll(
                        "connection.password.file", dir.resolve("none").toString());
    }

    @Test
    void everySettingIsExplained() {
        assertThat(new PostgresSinkConnector().config().configKeys().values())
                .allSatisfy(key -> assertThat(key.documentation).endsWith("."));
    }

    @Test
    void connectFindsTheConnector() {
        assertThat(ServiceLoader.load(SinkConnector.class)).hasAtLeastOneElementOfType(PostgresSinkConnector.class);
    }

    @Test
    void everyTaskGetsTheWholeConfiguration() {
        PostgresSinkConnector connector = new PostgresSinkConnector();
        connector.start(minimal());

        assertThat(connector.taskConfigs(3)).containsExactly(minimal(), minimal(), minimal());
        assertThat(connector.taskClass()).isEqualTo(PostgresSinkTask.class);
    }
}
