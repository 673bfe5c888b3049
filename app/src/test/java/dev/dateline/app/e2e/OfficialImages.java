package dev.dateline.app.e2e;

import dev.dateline.app.embedded.Ports;
import dev.dateline.app.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The images that docker-compose.yml names, each in a container of its own; the stages run in the test's process. */
record OfficialImages(KafkaContainer kafka, GenericContainer<?> registry, PostgreSQLContainer postgres)
        implements Stack {

    private static final String KAFKA = "apache/kafka:4.3.1";
    private static final String REGISTRY = "apicurio/apicurio-registry:3.3.3";
    private static final String POSTGRES = "postgres:17";
    private static final int REGISTRY_PORT = 8080;
    private static final int REGISTRY_HEALTH_PORT = 9000;
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration ASK_LIMIT = Duration.ofSeconds(20);

    static Stack start() {
        OfficialImages images = new OfficialImages(
                new KafkaContainer(KAFKA)
                        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                        .withStartupTimeout(START_LIMIT),
                new GenericContainer<>(REGISTRY)
                        .withExposedPorts(REGISTRY_PORT, REGISTRY_HEALTH_PORT)
                        .waitingFor(Wait.forHttp("/health/ready")
                                .forPort(REGISTRY_HEALTH_PORT)
                                .withStartupTimeout(START_LIMIT)),
                new PostgreSQLContainer(POSTGRES).withDatabaseName("dateline").withStartupTimeout(START_LIMIT));
        try {
            Startables.deepStart(images.kafka, images.registry, images.postgres).join();
            return images;
        } catch (RuntimeException e) {
            images.close();
            throw e;
        }
    }

    /** Whether an engine answers that has all images, Testcontainers' own included, so that nothing is downloaded. */
    static boolean areAtHand() throws InterruptedException {
        boolean reaper = !"true".equals(System.getenv("TESTCONTAINERS_RYUK_DISABLED"));
        return docker("image", "inspect", KAFKA, REGISTRY, POSTGRES).isPresent()
                && (!reaper
                        || !docker("image", "ls", "--quiet", "testcontainers/ryuk")
                                .orElse("")
                                .isBlank());
    }

    /** What a docker command printed; empty when it failed, hung or does not exist. */
    private static Optional<String> docker(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("docker", ".out");
            try {
                Process docker = new ProcessBuilder(command)
                        .redirectOutput(output.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                boolean ended = docker.waitFor(ASK_LIMIT.toSeconds(), TimeUnit.SECONDS);
                docker.destroyForcibly();
                return ended && docker.exitValue() == 0 ? Optional.of(Files.readString(output)) : Optional.empty();
            } finally {
                Files.delete(output);
            }
        } catch (IOException noSuchCommand) {
            return Optional.empty();
        }
    }

    @Override
    public Settings connect(Settings settings) {
        return settings.with(Map.of(
                "kafka.bootstrap.servers", kafka.getBootstrapServers(),
                "schema.registry.url",
                        "http://" + registry.getHost() + ":" + registry.getMappedPort(REGISTRY_PORT)
                                + "/apis/ccompat/v7",
                "postgres.url", postgres.getJdbcUrl(),
                "postgres.user", postgres.getUsername(),
                "postgres.password", postgres.getPassword(),
                "connect.listener", "http://127.0.0.1:" + freePort()));
    }

    private static int freePort() {
        try {
            return Ports.any();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        registry.stop();
        kafka.stop();
        postgres.stop();
    }
}
