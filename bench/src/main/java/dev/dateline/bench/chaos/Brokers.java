package dev.dateline.bench.chaos;

import dev.dateline.app.embedded.Ports;
import dev.dateline.model.Topics;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * Three Kafka brokers that are controllers too, each a process. Three copies of everything, of which two must have a record
 * before it counts. The pipeline reaches each by a proxy; they reach each other, and the harness reaches them, directly.
 */
final class Brokers {
    static final short COPIES = 3;

    private static final String CLUSTER_ID = "dateline-chaos-0000001";
    private static final String HEAP = "320m";
    private static final String LOOPBACK = "127.0.0.1:";

    private final Map<String, JavaProcess> processes = new LinkedHashMap<>();
    private final Map<String, Proxy> proxies = new LinkedHashMap<>();
    private final List<Integer> internal = new ArrayList<>();

    private Brokers() {}

    /** Formats their directories and writes their configurations; none is started yet. */
    static Brokers prepare(Path directory) throws Exception {
        Brokers brokers = new Brokers();
        List<Integer> controllers = new ArrayList<>();
        List<Integer> clients = new ArrayList<>();
        for (int i = 0; i < Schedule.BROKERS.size(); i++) {
            controllers.add(Ports.any());
            clients.add(Ports.any());
            brokers.internal.add(Ports.any());
        }
        String voters = IntStream.range(0, controllers.size())
                .mapToObj(i -> (i + 1) + "@" + LOOPBACK + controllers.get(i))
                .collect(Collectors.joining(","));
        for (int i = 0; i < Schedule.BROKERS.size(); i++) {
            String name = Schedule.BROKERS.get(i);
            Proxy proxy = Proxy.to(clients.get(i));
            brokers.proxies.put(name, proxy);
            Path data = Files.createDirectories(directory.resolve(name));
            Map<String, String> settings = settings(i + 1, voters, data);
            settings.put(
                    "listeners",
                    "INTERNAL://" + LOOPBACK + brokers.internal.get(i) + ",CLIENT://" + LOOPBACK + clients.get(i)
                            + ",CONTROLLER://" + LOOPBACK + controllers.get(i));
            settings.put(
                    "advertised.listeners",
                    "INTERNAL://" + LOOPBACK + brokers.internal.get(i) + ",CLIENT://" + LOOPBACK + proxy.port());
            format(data, i + 1);
            Path file = directory.resolve(name + ".properties");
            try (Writer writer = Files.newBufferedWriter(file)) {
                Properties properties = new Properties();
                properties.putAll(settings);
                properties.store(writer, null);
            }
            brokers.processes.put(
                    name,
                    new JavaProcess(name, HEAP, directory.resolve("logs"), "kafka.Kafka", List.of(file.toString())));
        }
        return brokers;
    }

    private static Map<String, String> settings(int id, String voters, Path data) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(id));
        settings.put("controller.quorum.voters", voters);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "INTERNAL");
        settings.put("listener.security.protocol.map", "INTERNAL:PLAINTEXT,CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", data.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", Short.toString(COPIES));
        settings.put("min.insync.replicas", "2");
        settings.put("offsets.topic.num.partitions", "6");
        settings.put("transaction.state.log.num.partitions", "6");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("message.max.bytes", Integer.toString(Topics.MAX_RECORD_BYTES));
        settings.put("replica.fetch.max.bytes", Integer.toString(Topics.MAX_RECORD_BYTES));
        // As in docker-compose.yml: a process that was killed is replaced within seconds.
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        // Three of them share the machine with everything else.
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(32 * 1024 * 1024));
        return settings;
    }

    private static void format(Path data, int id) throws Exception {
        Formatter formatter = new Formatter()
                .setClusterId(CLUSTER_ID)
                .setNodeId(id)
                .addDirectory(data.toString())
                .setIgnoreFormatted(true)
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        formatter.setMetadataLogDirectory(data.toString()).run();
    }

    Map<String, JavaProcess> processes() {
        return processes;
    }

    Map<String, Proxy> proxies() {
        return proxies;
    }

    /** Addresses for the harness, by no proxy. */
    String direct() {
        return internal.stream().map(port -> LOOPBACK + port).collect(Collectors.joining(","));
    }

    /** Addresses for the pipeline. */
    String proxied() {
        return proxies.values().stream().map(proxy -> LOOPBACK + proxy.port()).collect(Collectors.joining(","));
    }
}
