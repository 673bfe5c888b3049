package dev.dateline.app.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server$;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.controller.Controller;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.ServerSocketFactory;
import org.apache.kafka.server.common.MetadataVersion;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.slf4j.LoggerFactory;

/**
 * One Kafka broker and controller in KRaft mode in this process, on loopback.
 *
 * <p>The controller starts first and forgets a broker that was killed, then the broker starts. Kafka's own order starts
 * both at once: the broker then believes the leaderships of its former life, sends the markers of transactions that
 * were being ended to itself, and drops them, as if their partitions were deleted, in the moment the controller notices
 * that the former life is over. Readers of committed records never get past such a transaction. See docs/decisions.md.
 */
public final class EmbeddedKafka implements AutoCloseable {
    /** Fixed, because a data directory is never shared between clusters. */
    private static final String CLUSTER_ID = "dateline-embedded-00001";

    private static final Duration CONTROLLER_LIMIT = Duration.ofSeconds(30);

    private final ControllerServer controller;
    private final BrokerServer broker;
    private final int port;

    private EmbeddedKafka(SharedServer shared, ControllerServer controller, int port) {
        this.controller = controller;
        this.broker = new BrokerServer(shared);
        this.port = port;
    }

    /** Formats the directory on first use and starts; returns when the broker takes requests. */
    public static EmbeddedKafka start(Path directory, int port, int controllerPort) throws Exception {
        BrokerFailure.tellOf(directory);
        format(directory);
        KafkaConfig config =
                KafkaConfig.fromProps(Utils.mkProperties(BrokerSettings.of(directory, port, controllerPort)));
        var formatted =
                KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(EmbeddedKafka.class), "embedded: ");
        var shared = new SharedServer(
                config,
                formatted._1(),
                Time.SYSTEM,
                Server$.MODULE$.initializeMetrics(config, Time.SYSTEM, CLUSTER_ID),
                CompletableFuture.completedFuture(
                        Map.of(BrokerSettings.NODE_ID, new InetSocketAddress("127.0.0.1", controllerPort))),
                List.of(),
                EmbeddedKafka::faultHandler,
                ServerSocketFactory.INSTANCE);
        var kafka = new EmbeddedKafka(
                shared, new ControllerServer(shared, KafkaRaftServer.configSchema(), formatted._2()), port);
        try {
            kafka.controller.startup();
            forgetKilledBroker(kafka.controller.controller());
            kafka.broker.startup();
        } catch (RuntimeException e) {
            kafka.close();
            throw new IOException(
                    "Kafka could not start on 127.0.0.1:" + port + " and " + controllerPort + " (" + e.getMessage()
                            + "): another process may have taken a port meanwhile, start again; the log tells more",
                    e);
        }
        return kafka;
    }

    private static void format(Path directory) throws Exception {
        Formatter formatter = new Formatter()
                .setClusterId(CLUSTER_ID)
                .setNodeId(BrokerSettings.NODE_ID)
                .addDirectory(directory.toString())
                .setIgnoreFormatted(true)
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        formatter.setMetadataLogDirectory(directory.toString()).run();
    }

    /** Kafka's own end the process without a word; that its controller cannot start is ours to tell. */
    private static FaultHandler faultHandler(String name, boolean fatal, Runnable action) {
        return name.equals("controller startup")
                ? new LoggingFaultHandler(name, action)
                : new StandardFaultHandlerFactory().build(name, fatal, action);
    }

    private static void forgetKilledBroker(Controller controller) throws InterruptedException {
        long deadline = System.nanoTime() + CONTROLLER_LIMIT.toNanos();
        while (!controller.isActive()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "its controller was not active within " + CONTROLLER_LIMIT.toSeconds() + " s");
            }
            Thread.sleep(5);
        }
        try {
            var context = new ControllerRequestContext(
                    new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.of(deadline));
            controller.unregisterBroker(context, BrokerSettings.NODE_ID).join();
        } catch (CompletionException e) {
            // There is none to forget when this is the first start.
            if (!(e.getCause() instanceof BrokerIdNotRegisteredException)) {
                throw new IllegalStateException("its controller failed: " + e.getCause(), e);
            }
        }
    }

    /** Where clients find the broker. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        broker.shutdown();
        controller.shutdown();
        broker.awaitShutdown();
        controller.awaitShutdown();
    }
}
