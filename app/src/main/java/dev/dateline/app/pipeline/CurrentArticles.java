package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Topic;
import dev.dateline.model.Topics;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;

/** The current state of the articles: the last record of each key of the enriched topic, as {@link LastRecords} reads it. */
public final class CurrentArticles implements AutoCloseable {
    /**
     * An article that was read.
     *
     * @param id its key
     * @param headers of its record
     */
    public record Current(String id, EnrichedArticle article, Headers headers) {}

    private final Serde<EnrichedArticle> serde;
    private final LastRecords last;

    /** Marks where the reading ends. */
    public CurrentArticles(Settings settings) {
        serde = AvroSerdes.values(settings.registry());
        try {
            last = new LastRecords(settings, Topics.ENRICHED);
        } catch (RuntimeException e) {
            serde.close();
            throw e;
        }
    }

    /**
     * Gives each article to {@code articles}, partition by partition.
     *
     * @param ids which articles are wanted
     * @return whether all were read; false when {@code course} ended it
     */
    public boolean read(Predicate<String> ids, Consumer<Current> articles, Course course) throws InterruptedException {
        return last.read(
                record -> ids.test(record.key()),
                record -> articles.accept(new Current(record.key(), article(serde, record), record.headers())),
                course);
    }

    /** One article, as {@link #find(Settings, Topic, String, Course)} finds it in the enriched topic. */
    public static Optional<EnrichedArticle> find(Settings settings, String id, Course course)
            throws InterruptedException {
        return find(settings, Topics.ENRICHED, id, course);
    }

    /** One article of a topic of enriched ones; reads the one partition that it lies on. Empty when it is unknown or erased, or {@code course} ended it. */
    public static Optional<EnrichedArticle> find(Settings settings, Topic topic, String id, Course course)
            throws InterruptedException {
        AtomicReference<ConsumerRecord<String, byte[]>> found = new AtomicReference<>();
        try (Serde<EnrichedArticle> serde = AvroSerdes.values(settings.registry());
                TopicScan scan = TopicScan.ofKey(settings, topic, id)) {
            boolean all = scan.read(course, record -> {
                if (id.equals(record.key())) {
                    found.set(record.value() == null ? null : record);
                }
            });
            return all ? Optional.ofNullable(found.get()).map(record -> article(serde, record)) : Optional.empty();
        }
    }

    private static EnrichedArticle article(Serde<EnrichedArticle> serde, ConsumerRecord<String, byte[]> record) {
        return serde.deserializer().deserialize(record.topic(), record.headers(), record.value());
    }

    @Override
    public void close() {
        last.close();
        serde.close();
    }
}
