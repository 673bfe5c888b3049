package dev.dateline.bench;

import dev.dateline.app.settings.Settings;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The JDBC sink of Debezium. It cannot take an article as it is, so it gets the columns of our table as a flat Avro record,
 * and a table of them as text with no index but the key, and the same storage as ours. Its settings are the best that were
 * found for it.
 */
final class Peer {
    private static final String CONNECTOR = "io.debezium.connector.jdbc.JdbcSinkConnector";
    private static final String TOPIC = "bench-flat";
    private static final String KEY = "article_id";
    private static final String REVISION = "revision";
    /** Filled by the server, here as there. */
    private static final String STORED = "stored_at";

    private final Settings settings;
    private final List<String> columns = new ArrayList<>();

    Peer(Settings settings) {
        this.settings = settings;
    }

    /** Whether it is on the class path; it is when the build had {@code -Pdebezium}. */
    static boolean isThere() {
        try {
            Class.forName(CONNECTOR, false, Peer.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Publishes the rows of a table of articles as flat records. */
    void publish(Connection connection, String table) throws SQLException, ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(new HashMap<>(settings.kafka()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, settings.partitions(), (short) 1)))
                    .all()
                    .get();
        }
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.putAll(settings.registry());
        properties.put("compression.type", "lz4");
        properties.put("batch.size", "131072");
        properties.put("key.serializer", StringSerializer.class);
        properties.put("value.serializer", KafkaAvroSerializer.class);
        connection.setAutoCommit(false); // else the driver fetches everything at once
        try (KafkaProducer<String, GenericRecord> producer = new KafkaProducer<>(properties);
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(1_000);
            try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                Schema schema = schema(rows);
                while (rows.next()) {
                    GenericRecord record = new GenericData.Record(schema);
                    for (String column : columns) {
                        record.put(column, column.equals(REVISION) ? rows.getLong(column) : rows.getString(column));
                    }
                    var unused = producer.send(new ProducerRecord<>(TOPIC, rows.getString(KEY), record));
                }
            }
        }
        connection.rollback();
        connection.setAutoCommit(true);
    }

    private Schema schema(ResultSet rows) throws SQLException {
        var fields = SchemaBuilder.record("FlatArticle")
                .namespace("dev.dateline.bench")
                .fields();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            String column = rows.getMetaData().getColumnName(i);
            if (column.equals(STORED)) {
                continue;
            }
            columns.add(column);
            fields = column.equals(REVISION) ? fields.requiredLong(column) : fields.optionalString(column);
        }
        return fields.endRecord();
    }

    /** An empty table for it. */
    void createTable(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + table + " ("
                    + columns.stream()
                            .map(column -> column + (column.equals(REVISION) ? " bigint NOT NULL" : " text"))
                            .collect(Collectors.joining(", "))
                    + ", " + STORED + " timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (" + KEY + "))");
            statement.execute("ALTER TABLE " + table + " SET (toast_tuple_target = 8160)");
            statement.execute("ALTER TABLE " + table
                    + " ALTER COLUMN body SET STORAGE EXTERNAL, ALTER COLUMN tags SET STORAGE EXTERNAL");
        }
    }

    Map<String, String> config(String table) {
        Map<String, String> config = new HashMap<>();
        config.put("connector.class", CONNECTOR);
        config.put("tasks.max", "1");
        config.put("topics", TOPIC);
        config.put("connection.url", settings.postgresUrl() + "?reWriteBatchedInserts=true");
        config.put("connection.username", settings.postgresUser());
        config.put("connection.password", settings.postgresPassword());
        config.put("insert.mode", "upsert");
        config.put("primary.key.mode", "record_value");
        config.put("primary.key.fields", KEY);
        config.put("schema.evolution", "none");
        config.put("collection.name.format", table);
        config.put("batch.size", "1000");
        config.put("consumer.override.max.poll.records", "2000");
        config.put("consumer.override.isolation.level", "read_committed");
        config.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        config.put("value.converter", FlatAvroConverter.class.getName());
        settings.registry().forEach((key, value) -> config.put("value.converter." + key, value));
        return config;
    }
}
