package dev.dateline.ingest.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP service to which agencies and scripts push documents. It keeps nothing: a document is answered with 2xx when the
 * brokers have acknowledged it, and not before.
 */
public final class Gateway implements AutoCloseable {
    static final int HEADER_BYTES = 8 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final int THREADS = 32;
    private static final int CONNECTIONS = 512;
    private static final Duration STOP = Duration.ofSeconds(20);
    /** At a stop, connections without a request under way are kept this long. */
    private static final Duration STOP_IDLE = Duration.ofMillis(200);

    private static final Duration HEADERS = Duration.ofSeconds(10);
    /** What is idle longer than the brokers may take is given up. */
    private static final Duration IDLE = Duration.ofSeconds(20);

    private final Server server;
    private final ServerConnector connector;
    private final GatewayMetrics metrics;
    private final Producer<String, byte[]> producer;
    private final Admin admin;
    private final boolean tls;

    private Gateway(
            Server server,
            ServerConnector connector,
            GatewayMetrics metrics,
            Producer<String, byte[]> producer,
            Admin admin,
            boolean tls) {
        this.server = server;
        this.connector = connector;
        this.metrics = metrics;
        this.producer = producer;
        this.admin = admin;
        this.tls = tls;
    }

    /**
     * Starts; takes requests when it returns. Brokers need not be up: until they are, requests are answered with 503.
     *
     * @param config without {@link GatewayConfig#problems() problems}
     * @param clock gives the time of reception
     * @throws IOException if the address cannot be listened on
     */
    public static Gateway start(GatewayConfig config, InstantSource clock) throws IOException {
        Admin admin = Admin.create(new HashMap<>(config.kafka()));
        try {
            Producer<String, byte[]> producer =
                    new KafkaProducer<>(config.producer(), new StringSerializer(), new ByteArraySerializer());
            return start(config, producer, admin, clock, HEADERS);
        } catch (IOException | RuntimeException e) {
            admin.close(Duration.ZERO);
            throw e;
        }
    }

    static Gateway start(
            GatewayConfig config, Producer<String, byte[]> producer, Admin admin, InstantSource clock, Duration headers)
            throws IOException {
        InFlight inFlight = new InFlight(config.inflightBytes());
        GatewayMetrics metrics = new GatewayMetrics(inFlight, producer);
        DocumentPost post = new DocumentPost(
                config,
                new Tokens(config.tokensFile(), System::nanoTime),
                new DocumentLog(producer),
                inFlight,
                metrics,
                clock);
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("gateway");
        Server server = new Server(threads, new ScheduledExecutorScheduler("gateway-scheduler", false), null);
        ServerConnector connector = connector(server, config);
        connector.setHost(config.listener().getHost());
        connector.setPort(config.listener().getPort());
        connector.setIdleTimeout(config.acknowledgement().plus(IDLE).toMillis());
        connector.setShutdownIdleTimeout(STOP_IDLE.toMillis());
        connector.addBean(new SlowClients(server.getScheduler(), headers));
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
        server.setErrorHandler(new ProblemPages());
        server.setHandler(
                new GracefulHandler(new GatewayHandler(post, new Readiness(admin, System::nanoTime), metrics)));
        server.setStopTimeout(STOP.toMillis());
        Gateway gateway = new Gateway(server, connector, metrics, producer, admin, config.isTls());
        try {
            server.start();
        } catch (Exception e) {
            gateway.close();
            throw new IOException(
                    "the gateway cannot listen on " + config.listener() + " (" + e.getMessage()
                            + "): choose another gateway.listener, or end what listens there",
                    e);
        }
        if (!config.isTls() && !isLocal(config.listener())) {
            LOG.warn("{} is reached from outside without TLS: tokens can be read on the way", config.listener());
        }
        LOG.info("taking documents at {}", gateway.url());
        return gateway;
    }

    private static ServerConnector connector(Server server, GatewayConfig config) throws IOException {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setHttpCompliance(HttpCompliance.RFC7230);
        http.setUriCompliance(UriCompliance.RFC3986);
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        if (!config.isTls()) {
            return new ServerConnector(server, 1, 1, plain);
        }
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStorePath(config.keystore().toString());
        tls.setKeyStorePassword(Files.readAllLines(config.keystorePasswordFile(), StandardCharsets.UTF_8)
                .get(0));
        return new ServerConnector(server, 1, 1, new SslConnectionFactory(tls, plain.getProtocol()), plain);
    }

    private static boolean isLocal(URI listener) throws IOException {
        return InetAddress.getByName(listener.getHost()).isLoopbackAddress();
    }

    /** Where it is reached, with the port that it took. */
    public String url() {
        return (tls ? "https" : "http") + "://" + connector.getHost() + ":" + connector.getLocalPort();
    }

    /** Takes no more requests, answers those that it has, and ends. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("the HTTP server did not stop cleanly: {}", e.toString());
        }
        metrics.close();
        producer.close(STOP);
        admin.close(STOP);
    }
}
