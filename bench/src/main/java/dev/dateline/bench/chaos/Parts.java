package dev.dateline.bench.chaos;

import dev.dateline.app.embedded.EmbeddedPostgres;
import dev.dateline.app.embedded.Ports;
import dev.dateline.app.pipeline.TopicAdmin;
import dev.dateline.app.settings.Settings;
import dev.dateline.app.settings.SettingsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/** Everything that runs, on loopback: three brokers, a registry, PostgreSQL, a process of each stage. */
final class Parts implements AutoCloseable {
    private static final String REGISTRY_HEAP = "64m";
    private static final int READY_ATTEMPTS = 240;
    private static final int BETWEEN_ATTEMPTS_MILLIS = 500;

    private final Path directory;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, Proxy> proxies = new HashMap<>();
    private final Supervisor supervisor = new Supervisor(parts.values());
    private final Stages stages;
    private Brokers brokers;
    private Disk disk;
    private Settings direct;

    Parts(Path directory) {
        this.directory = directory;
        this.stages = new Stages(directory);
    }

    /** Starts everything; returns when all stages say that they are well. */
    void start() throws Exception {
        startServers();
        disk = Disk.mount(stages.state("enrich")).orElse(null);
        Map<String, JavaProcess> processes = stages.prepare(surroundings(
                brokers.proxied(),
                proxies.get(Schedule.REGISTRY).port(),
                proxies.get(Schedule.POSTGRES).port()));
        parts.putAll(processes);
        for (JavaProcess process : processes.values()) {
            process.start();
        }
        supervisor.start();
        awaitStages();
    }

    private void startServers() throws Exception {
        Database database = new Database(directory.resolve("postgres"), Ports.any());
        brokers = Brokers.prepare(Files.createDirectories(directory.resolve("kafka")));
        int registryPort = Ports.any();
        JavaProcess registry = new JavaProcess(
                Schedule.REGISTRY,
                REGISTRY_HEAP,
                logs(),
                RegistryProcess.class.getName(),
                List.of(directory.resolve("registry.jsonl").toString(), Integer.toString(registryPort)));
        parts.putAll(brokers.processes());
        parts.put(Schedule.REGISTRY, registry);
        parts.put(Schedule.POSTGRES, database);
        proxies.putAll(brokers.proxies());
        proxies.put(Schedule.REGISTRY, Proxy.to(registryPort));
        proxies.put(Schedule.POSTGRES, Proxy.to(database.port()));
        for (Part part : parts.values()) {
            part.start();
        }
        direct = SettingsLoader.load(null, Map.of(), surroundings(brokers.direct(), registryPort, database.port()));
        awaitBrokers();
        try (TopicAdmin topics = new TopicAdmin(direct)) {
            topics.apply();
        }
    }

    /** Settings by which the servers are found, directly or through proxies. */
    private static Map<String, String> surroundings(String brokers, int registryPort, int postgresPort) {
        return Map.of(
                "kafka.bootstrap.servers",
                brokers,
                "schema.registry.url",
                "http://127.0.0.1:" + registryPort,
                "postgres.url",
                "jdbc:postgresql://127.0.0.1:" + postgresPort + "/" + EmbeddedPostgres.DATABASE,
                "postgres.user",
                "postgres",
                "topics.replication.factor",
                Short.toString(Brokers.COPIES));
    }

    private void awaitBrokers() throws Exception {
        try (Admin admin = Admin.create(new HashMap<>(direct.kafka()))) {
            for (int attempt = 0; attempt < READY_ATTEMPTS; attempt++) {
                if (admin.describeCluster().nodes().get().size() == Brokers.COPIES) {
                    return;
                }
                Thread.sleep(BETWEEN_ATTEMPTS_MILLIS);
            }
        }
        throw new IOException("the brokers were not ready in two minutes; their logs are in " + logs());
    }

    private void awaitStages() throws IOException, InterruptedException {
        for (int attempt = 0; attempt < READY_ATTEMPTS; attempt++) {
            if (stages.areReady()) {
                return;
            }
            Thread.sleep(BETWEEN_ATTEMPTS_MILLIS);
        }
        throw new IOException("the stages were not ready in two minutes; their logs are in " + logs());
    }

    private Path logs() {
        return directory.resolve("logs");
    }

    /** The directory that is watched. */
    Path wire() {
        return stages.wire();
    }

    /** By which everything is reached without a proxy. */
    Settings direct() {
        return direct;
    }

    Part part(String name) {
        return parts.get(name);
    }

    /** The proxies of one server, or of all brokers. */
    List<Proxy> links(String target) {
        return target.equals(Schedule.KAFKA) ? List.copyOf(brokers.proxies().values()) : List.of(proxies.get(target));
    }

    Optional<Disk> disk() {
        return Optional.ofNullable(disk);
    }

    /** Addresses of the Connect workers, by stage. */
    Map<String, String> connectUrls() {
        return stages.connectUrls();
    }

    /** How often a process ended that nobody had ended. */
    int ended() {
        return supervisor.ended();
    }

    /** Starts what is not running, and opens every connection. */
    void heal() throws IOException {
        proxies.values().forEach(proxy -> proxy.set(Proxy.Mode.OPEN));
        if (disk != null) {
            disk.free();
        }
        for (Part part : parts.values()) {
            part.start();
        }
    }

    /** Ends everything at once and for good. */
    @Override
    public void close() throws IOException {
        supervisor.close();
        for (Part part : List.copyOf(parts.values())) {
            part.end();
        }
        for (Proxy proxy : proxies.values()) {
            proxy.close();
        }
        if (disk != null) {
            disk.close();
        }
    }
}
