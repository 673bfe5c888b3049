package dev.dateline.bench;

import dev.dateline.app.embedded.DataDirectory;
import dev.dateline.app.embedded.EmbeddedStack;
import dev.dateline.app.pipeline.TopicAdmin;
import dev.dateline.app.pipeline.Topologies;
import dev.dateline.app.settings.Settings;
import dev.dateline.app.settings.SettingsLoader;
import dev.dateline.enrich.topology.EnrichStreamsConfig;
import dev.dateline.model.Article;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/** The enrich application alone, beside two that pass the same topic of articles through with the same settings. */
final class EnrichBench implements AutoCloseable {
    private static final String PASSED = "bench-passed";
    private static final String PASS_THROUGH = "bench-pass-through";
    private static final Duration STALLED = Duration.ofMinutes(1);

    private final Path work = Files.createTempDirectory("dateline-bench");
    private final DataDirectory data;
    private final EmbeddedStack stack;
    private final Settings settings;
    private final Admin admin;
    private final int articles;

    /** Writes the articles that both are to read. */
    EnrichBench(Corpus corpus, int articles) throws Exception {
        this.articles = articles;
        Settings wanted = SettingsLoader.load(
                null, Map.of(), Map.of("data.dir", work.resolve("data").toString()));
        data = DataDirectory.open(wanted.dataDir());
        stack = EmbeddedStack.start(data);
        settings = stack.connect(wanted);
        admin = Admin.create(new HashMap<>(settings.kafka()));
        try (TopicAdmin topics = new TopicAdmin(settings)) {
            topics.apply();
        }
        admin.createTopics(List.of(new NewTopic(PASSED, settings.partitions(), (short) 1)))
                .all()
                .get();
        Articles.publish(corpus, settings, articles);
    }

    /** Articles a second through the whole application, of the last three quarters. */
    double enrich(LongConsumer progress) throws Exception {
        return measure(
                EnrichStreamsConfig.APPLICATION_ID,
                Topologies.shipped(settings, InstantSource.system()).enrich(),
                progress);
    }

    /** The same of an application that passes the bytes on. */
    double passBytes() throws Exception {
        return passThrough("bytes", Serdes.ByteArray());
    }

    /** The same of one that reads each article and writes it again. */
    double passArticles() throws Exception {
        Serde<Article> serde = AvroSerdes.values(settings.registry());
        Serializer<Article> asThere = (topic, article) ->
                serde.serializer().serialize(Topics.ARTICLES.name(), article); // whose schema is registered
        return passThrough("articles", Serdes.serdeFrom(asThere, serde.deserializer()));
    }

    private <T> double passThrough(String name, Serde<T> values) throws Exception {
        Topology topology = new Topology();
        topology.addSource("read", new StringDeserializer(), values.deserializer(), Topics.ARTICLES.name())
                .addSink("write", PASSED, new StringSerializer(), values.serializer(), "read");
        return measure(PASS_THROUGH + "-" + name, topology, done -> {});
    }

    private double measure(String application, Topology topology, LongConsumer progress) throws Exception {
        Map<String, Object> surroundings = new HashMap<>(settings.kafka());
        surroundings.put("state.dir", work.resolve(application).toString());
        surroundings.put("num.stream.threads", settings.streamsThreads());
        Properties properties = new Properties();
        properties.putAll(EnrichStreamsConfig.of(surroundings));
        properties.put("application.id", application);
        try (KafkaStreams streams = new KafkaStreams(topology, properties)) {
            streams.start();
            long first = await(streams, application, articles / 4, progress);
            long start = System.nanoTime();
            long last = await(streams, application, articles, progress);
            return (last - first) * 1e9 / (System.nanoTime() - start);
        }
    }

    /** Waits until the application has committed so many articles; returns how many they are by then. */
    private long await(KafkaStreams streams, String application, long wanted, LongConsumer progress) throws Exception {
        long done = 0;
        long moved = System.nanoTime();
        while (done < wanted) {
            Thread.sleep(50);
            if (streams.state().hasStartedOrFinishedShuttingDown()) {
                throw new IllegalStateException(application + " stopped after " + done + " articles; its log says why");
            }
            long before = done;
            done = admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .filter(entry -> entry.getKey().topic().equals(Topics.ARTICLES.name()) && entry.getValue() != null)
                    .map(Map.Entry::getValue)
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
            moved = done > before ? System.nanoTime() : moved;
            if (System.nanoTime() - moved > STALLED.toNanos()) {
                throw new IllegalStateException(application + " stands still after " + done + " articles");
            }
            progress.accept(done);
        }
        return done;
    }

    @Override
    public void close() throws Exception {
        admin.close();
        stack.close();
        data.close();
        Work.delete(work);
    }
}
