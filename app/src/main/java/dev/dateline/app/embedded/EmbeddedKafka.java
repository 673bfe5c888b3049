package dev.dateline.app.embedded;

import dev.dateline.model.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.apache.kafka.server.common.TransactionVersion;

/** One Kafka broker and controller in KRaft mode in this process, on loopback. */
final class EmbeddedKafka implements AutoCloseable {
    /** Fixed, because a data directory is never shared between clusters. */
    private static final String CLUSTER_ID = "dateline-embedded-00001";

    /**
     * The protocol before KIP-890's second part. With version 2, the default, a broker killed in the middle of a
     * transaction was seen to leave it open for ever on 4.3.1: the coordinator moved on, the partitions never got their
     * marker, and every reader of committed records waited. See docs/decisions.md.
     */
    private static final short TRANSACTION_VERSION = TransactionVersion.TV_1.featureLevel();

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /** Formats the directory on first use and starts; returns when the broker takes requests. */
    static EmbeddedKafka start(Path directory, int port, int controllerPort) throws Exception {
        Formatter formatter = new Formatter()
                .setClusterId(CLUSTER_ID)
                .setNodeId(1)
                .addDirectory(directory.toString())
                .setIgnoreFormatted(true)
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setFeatureLevel(TransactionVersion.FEATURE_NAME, TRANSACTION_VERSION)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        formatter.setMetadataLogDirectory(directory.toString()).run();
        KafkaRaftServer server = new KafkaRaftServer(
                KafkaConfig.fromProps(
                        org.apache.kafka.common.utils.Utils.mkProperties(settings(directory, port, controllerPort))),
                Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw new IOException(
                    "Kafka could not start on 127.0.0.1:" + port + " and " + controllerPort + " (" + e.getMessage()
                            + "): another process may have taken a port meanwhile, start again; the log tells more",
                    e);
        }
        return new EmbeddedKafka(server, "127.0.0.1:" + port);
    }

    private static Map<String, String> settings(Path directory, int port, int controllerPort) {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", directory.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("message.max.bytes", Integer.toString(Topics.MAX_RECORD_BYTES));
        settings.put("replica.fetch.max.bytes", Integer.toString(Topics.MAX_RECORD_BYTES));
        settings.put("socket.request.max.bytes", Integer.toString(4 * Topics.MAX_RECORD_BYTES));
        // One broker: internal topics have one copy and few partitions.
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        // Quick start and quick recovery after a crash (measured: 13 s instead of a minute).
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        settings.put("group.min.session.timeout.ms", "1000");
        // Small: the machine is shared with the whole pipeline.
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(32 * 1024 * 1024));
        settings.put("log.retention.check.interval.ms", "60000");
        return settings;
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
