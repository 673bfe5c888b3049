package dev.dateline.sink;

import dev.dateline.model.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A broker with the topic of takedowns, for all tests of the module; started by the first that needs it. */
final class TestKafka {
    private TestKafka() {}

    private static final class Broker {
        static final String ADDRESS = start();

        private static String start() {
            try {
                Path directory = Files.createTempDirectory("sink-kafka");
                int port = freePort();
                int controllerPort = freePort();
                Formatter formatter = new Formatter()
                        .setClusterId("dateline-sink-tests-01")
                        .setNodeId(1)
                        .addDirectory(directory.toString())
                        .setControllerListenerName("CONTROLLER")
                        .setReleaseVersion(MetadataVersion.latestProduction())
                        .setPrintStream(
                                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
                formatter.setMetadataLogDirectory(directory.toString()).run();
                KafkaRaftServer server = new KafkaRaftServer(
                        KafkaConfig.fromProps(Utils.mkProperties(Map.of(
                                "process.roles",
                                "broker,controller",
                                "node.id",
                                "1",
                                "controller.quorum.voters",
                                "1@127.0.0.1:" + controllerPort,
                                "listeners",
                                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                                "advertised.listeners",
                                "PLAINTEXT://127.0.0.1:" + port,
                                "controller.listener.names",
                                "CONTROLLER",
                                "log.dirs",
                                directory.toString(),
                                "auto.create.topics.enable",
                                "false"))),
                        Time.SYSTEM);
                server.startup();
                String address = "127.0.0.1:" + port;
                try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
                    admin.createTopics(List.of(new NewTopic(Topics.TAKEDOWNS.name(), 1, (short) 1)))
                            .all()
                            .get();
                }
                return address;
            } catch (Exception e) {
                throw new AssertionError("no broker for the tests", e);
            }
        }
    }

    static String address() {
        return Broker.ADDRESS;
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
