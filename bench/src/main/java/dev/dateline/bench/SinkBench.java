package dev.dateline.bench;

import dev.dateline.app.embedded.DataDirectory;
import dev.dateline.app.embedded.EmbeddedStack;
import dev.dateline.app.embedded.Ports;
import dev.dateline.app.pipeline.ConnectorConfigs;
import dev.dateline.app.pipeline.Pipeline;
import dev.dateline.app.pipeline.TopicAdmin;
import dev.dateline.app.settings.Settings;
import dev.dateline.app.settings.SettingsLoader;
import dev.dateline.model.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * The PostgreSQL sink in a Connect worker, as shipped, with everything in Kafka before it starts, beside the bare driver
 * with the same rows.
 */
final class SinkBench implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Path work = Files.createTempDirectory("dateline-bench");
    private final int articles;
    private final DataDirectory data;
    private final EmbeddedStack stack;
    private final Settings settings;
    private final Pipeline sink;
    private final ConnectRest connect;
    /** Null until it is first measured. */
    private Peer peer;

    /** Fills the enriched topic, by the enrich application itself, and lets the sink have a first go that does not count. */
    SinkBench(Corpus corpus, int articles) throws Exception {
        this.articles = articles;
        Settings wanted = SettingsLoader.load(
                null, Map.of(), Map.of("data.dir", work.resolve("data").toString()));
        data = DataDirectory.open(wanted.dataDir());
        stack = EmbeddedStack.start(data);
        settings = stack.connect(wanted);
        try (TopicAdmin topics = new TopicAdmin(settings)) {
            topics.apply();
        }
        Articles.publish(corpus, settings, articles);
        try (Pipeline enrich = start(Pipeline.Stage.ENRICH, settings)) {
            enrich.awaitRunning(() -> false);
            awaitEnriched();
        }
        // Chosen late: a port that was free when the stack started may be taken by now.
        String listener = "http://127.0.0.1:" + Ports.any();
        sink = start(Pipeline.Stage.SINK, settings.with(Map.of("connect.listener", listener)));
        connect = new ConnectRest(listener);
        awaitStored("dateline");
    }

    private static Pipeline start(Pipeline.Stage stage, Settings settings) throws Exception {
        return Pipeline.start(settings, EnumSet.of(stage), InstantSource.system(), true);
    }

    private void awaitEnriched() throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try (Admin admin = Admin.create(new HashMap<>(settings.kafka()))) {
            while (System.nanoTime() < deadline) {
                Map<TopicPartition, OffsetSpec> partitions = java.util.stream.IntStream.range(0, settings.partitions())
                        .boxed()
                        .collect(Collectors.toMap(
                                partition -> new TopicPartition(Topics.ARTICLES.name(), partition),
                                partition -> OffsetSpec.latest()));
                long in = admin.listOffsets(partitions).all().get().values().stream()
                        .mapToLong(ListOffsetsResultInfo::offset)
                        .sum();
                long done = admin
                        .listConsumerGroupOffsets("dateline-enrich")
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .entrySet()
                        .stream()
                        .filter(entry -> partitions.containsKey(entry.getKey()) && entry.getValue() != null)
                        .mapToLong(entry -> entry.getValue().offset())
                        .sum();
                if (done >= in) {
                    return;
                }
                Thread.sleep(500);
            }
        }
        throw new IllegalStateException("the articles were not enriched within " + LIMIT);
    }

    private void awaitStored(String schema) throws SQLException, InterruptedException {
        try (Rows rows = new Rows(settings)) {
            rows.await(schema + ".article", articles);
        }
    }

    /**
     * The sink into a schema of its own; articles a second, of the last three quarters, from the beginning of their first
     * transaction to that of the last one, which is not counted.
     */
    double measureSink(String schema) throws Exception {
        Map<String, String> config = new HashMap<>(connect.config(ConnectorConfigs.POSTGRES));
        config.put("connection.schema", schema);
        config.put("name", "bench-" + schema);
        connect.put("bench-" + schema, config);
        awaitStored(schema);
        connect.delete("bench-" + schema);
        return lastThreeQuarters(schema + ".article");
    }

    private double lastThreeQuarters(String table) throws SQLException {
        String query = """
                WITH placed AS (SELECT stored_at, row_number() OVER (ORDER BY stored_at) AS place FROM %s),
                    counted AS (SELECT stored_at FROM placed WHERE place > %d)
                SELECT count(*) FILTER (WHERE stored_at < (SELECT max(stored_at) FROM counted))
                    / extract(epoch FROM max(stored_at) - min(stored_at))
                FROM counted""".formatted(table, articles / 4);
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getDouble(1);
        }
    }

    /** The flat rows by Debezium's JDBC sink, measured like ours; to be called when {@link Peer#isThere it is there}. */
    double measurePeer(String table) throws Exception {
        try (Connection connection = connection()) {
            if (peer == null) {
                peer = new Peer(settings);
                peer.publish(connection, "dateline.article");
            }
            peer.createTable(connection, table);
        }
        connect.put("peer-" + table, peer.config(table));
        try (Rows rows = new Rows(settings)) {
            rows.await(table, articles);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(e.getMessage() + ": " + connect.status("peer-" + table), e);
        }
        connect.delete("peer-" + table);
        double rate = lastThreeQuarters(table);
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE " + table);
        }
        return rate;
    }

    /** The same rows by the bare driver. */
    double measureBare(String schema) throws SQLException {
        return BareUpserts.measure(settings, schema, "bare_" + schema);
    }

    void drop(String schema) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA " + schema + " CASCADE");
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                settings.postgresUrl(), settings.postgresUser(), settings.postgresPassword());
    }

    @Override
    public void close() throws Exception {
        sink.close();
        stack.close();
        data.close();
        Work.delete(work);
    }
}
