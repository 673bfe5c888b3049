package dev.dateline.bench;

import dev.dateline.app.embedded.DataDirectory;
import dev.dateline.app.embedded.EmbeddedStack;
import dev.dateline.app.settings.Settings;
import dev.dateline.app.settings.SettingsLoader;
import dev.dateline.ingest.parse.Parsed;
import dev.dateline.model.Article;
import dev.dateline.model.Document;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;

/**
 * The limit: the least that any pipeline of Avro records between these three systems does. A producer writes articles of
 * the same size with Confluent's serializer, a Streams application with exactly_once_v2 passes their bytes on, a consumer
 * of committed records reads them with Confluent's deserializer and upserts three columns in batches. No formats, no
 * state, no Connect. Producers and batches have the pipeline's settings.
 */
final class BareLoop {
    private static final String IN = "bare-in";
    private static final String OUT = "bare-out";
    private static final int PARTITIONS = 6;
    private static final int STORIES = 1_000;
    private static final String UPSERT =
            "INSERT INTO bare VALUES (?, 1, ?) ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, text ="
                    + " excluded.text WHERE bare.revision < excluded.revision";

    private final List<Article> stories;
    private final int articles;

    BareLoop(Corpus corpus, int articles) {
        this.stories = corpus.lines("bare", STORIES, 1).map(BareLoop::story).toList();
        this.articles = articles;
    }

    private static Article story(String line) {
        Document document = Corpus.document("bare", line.getBytes(StandardCharsets.UTF_8));
        return ((Parsed.Accepted) IdentityParser.parse(document).get(0)).article();
    }

    /** Articles a second, from the first send to the last row. */
    double measure() throws Exception {
        Path work = Files.createTempDirectory("dateline-bench");
        Settings wanted = SettingsLoader.load(
                null, Map.of(), Map.of("data.dir", work.resolve("data").toString()));
        try (DataDirectory data = DataDirectory.open(wanted.dataDir());
                EmbeddedStack stack = EmbeddedStack.start(data)) {
            Settings settings = stack.connect(wanted);
            prepare(settings);
            AtomicBoolean stop = new AtomicBoolean();
            Thread sink = new Thread(() -> sink(settings, stop), "bare-sink");
            try (KafkaStreams streams = passThrough(settings, work);
                    KafkaProducer<String, Article> producer = producer(settings);
                    Rows rows = new Rows(settings)) {
                streams.start();
                sink.start();
                produce(producer, "warm-up", articles / 2);
                rows.await("bare", articles / 2);
                long start = System.nanoTime();
                produce(producer, "measured", articles);
                rows.await("bare", articles / 2 + articles);
                return articles * 1e9 / (System.nanoTime() - start);
            } finally {
                stop.set(true);
                sink.join();
            }
        } finally {
            Work.delete(work);
        }
    }

    private static void prepare(Settings settings) throws Exception {
        try (Admin admin = Admin.create(new HashMap<>(settings.kafka()));
                Connection connection = connect(settings);
                Statement statement = connection.createStatement()) {
            admin.createTopics(
                            List.of(new NewTopic(IN, PARTITIONS, (short) 1), new NewTopic(OUT, PARTITIONS, (short) 1)))
                    .all()
                    .get();
            statement.execute("CREATE TABLE bare (id text PRIMARY KEY, revision bigint NOT NULL, text text)");
        }
    }

    private static Connection connect(Settings settings) throws SQLException {
        return DriverManager.getConnection(
                settings.postgresUrl() + "?reWriteBatchedInserts=true",
                settings.postgresUser(),
                settings.postgresPassword());
    }

    private static KafkaStreams passThrough(Settings settings, Path work) {
        Properties properties = new Properties();
        properties.putAll(settings.kafka());
        properties.put("application.id", "bare");
        properties.put("processing.guarantee", "exactly_once_v2");
        properties.put("commit.interval.ms", "100");
        properties.put("state.dir", work.resolve("streams").toString());
        properties.put("producer.compression.type", "lz4");
        properties.put("producer.batch.size", "131072");
        properties.put("consumer.auto.offset.reset", "earliest");
        properties.put("default.key.serde", Serdes.ByteArraySerde.class);
        properties.put("default.value.serde", Serdes.ByteArraySerde.class);
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(IN).to(OUT);
        return new KafkaStreams(builder.build(), properties);
    }

    private static KafkaProducer<String, Article> producer(Settings settings) {
        Map<String, Object> properties = avro(settings);
        properties.put("compression.type", "lz4");
        properties.put("linger.ms", "5");
        properties.put("batch.size", "131072");
        properties.put("key.serializer", StringSerializer.class);
        properties.put("value.serializer", KafkaAvroSerializer.class);
        return new KafkaProducer<>(properties);
    }

    /** Settings of Kafka's clients and, in the same map as usual, of Confluent's serializers. */
    private static Map<String, Object> avro(Settings settings) {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.putAll(settings.registry());
        properties.put("avro.remove.java.properties", true);
        properties.put("specific.avro.reader", true);
        return properties;
    }

    private void produce(KafkaProducer<String, Article> producer, String name, int count) {
        for (int i = 0; i < count; i++) {
            var unused = producer.send(new ProducerRecord<>(IN, name + i, stories.get(i % stories.size())));
        }
        producer.flush();
    }

    private static void sink(Settings settings, AtomicBoolean stop) {
        Map<String, Object> properties = avro(settings);
        properties.put("group.id", "bare-sink");
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "earliest");
        properties.put("max.poll.records", "2000");
        properties.put("key.deserializer", StringDeserializer.class);
        properties.put("value.deserializer", KafkaAvroDeserializer.class);
        try (KafkaConsumer<String, Article> consumer = new KafkaConsumer<>(properties);
                Connection connection = connect(settings);
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            connection.setAutoCommit(false);
            consumer.subscribe(List.of(OUT));
            while (!stop.get()) {
                ConsumerRecords<String, Article> records = consumer.poll(Duration.ofMillis(100));
                for (ConsumerRecord<String, Article> record : records) {
                    upsert.setString(1, record.key());
                    upsert.setString(2, String.join("\n\n", record.value().getBody()));
                    upsert.addBatch();
                }
                if (!records.isEmpty()) {
                    upsert.executeBatch();
                    connection.commit();
                    consumer.commitSync();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
