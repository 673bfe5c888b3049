package dev.dateline.app.embedded;

import dev.dateline.app.settings.Settings;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Broker, registry and PostgreSQL together, started side by side and stopped in reverse. */
public final class EmbeddedStack implements AutoCloseable {
    private final EmbeddedKafka kafka;
    private final RegistryServer registry;
    private final EmbeddedPostgres postgres;
    private final int connectPort;

    private EmbeddedStack(EmbeddedKafka kafka, RegistryServer registry, EmbeddedPostgres postgres, int connectPort) {
        this.kafka = kafka;
        this.registry = registry;
        this.postgres = postgres;
        this.connectPort = connectPort;
    }

    /** Starts everything on the usual ports, or on free ones where those are taken. */
    public static EmbeddedStack start(DataDirectory data) throws Exception {
        CompletableFuture<EmbeddedPostgres> postgres = CompletableFuture.supplyAsync(() -> startPostgres(data));
        EmbeddedKafka kafka = null;
        RegistryServer registry = null;
        try {
            kafka = EmbeddedKafka.start(data.kafka(), Ports.freeOr(9092), Ports.any());
            registry = RegistryServer.start(data.registry(), Ports.freeOr(8081));
            return new EmbeddedStack(kafka, registry, join(postgres), Ports.freeOr(8083));
        } catch (Exception e) {
            if (registry != null) {
                registry.close();
            }
            if (kafka != null) {
                kafka.close();
            }
            postgres.thenAccept(EmbeddedStack::closeQuietly)
                    .exceptionally(failure -> null)
                    .join();
            throw e;
        }
    }

    private static EmbeddedPostgres startPostgres(DataDirectory data) {
        try {
            return EmbeddedPostgres.start(data.postgres(), 5432);
        } catch (Exception e) {
            throw new CompletionException(
                    "PostgreSQL did not start: " + e.getMessage() + "; its log is "
                            + data.postgres().resolve("postgres.log"),
                    e);
        }
    }

    private static EmbeddedPostgres join(CompletableFuture<EmbeddedPostgres> postgres) throws IOException {
        try {
            return postgres.join();
        } catch (CompletionException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void closeQuietly(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The settings under which the pipeline finds this stack. */
    public Settings connect(Settings settings) {
        return settings.with(Map.of(
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "schema.registry.url", registry.url(),
                "postgres.url", postgres.jdbcUrl(),
                "postgres.user", "postgres",
                "connect.listener", "http://127.0.0.1:" + connectPort));
    }

    @Override
    public void close() throws IOException {
        registry.close();
        kafka.close();
        postgres.close();
    }
}
