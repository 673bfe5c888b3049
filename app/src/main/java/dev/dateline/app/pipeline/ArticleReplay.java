package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleHeaders;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes articles to their topic once more, as the parser wrote them; the gate judges what that changes. */
public final class ArticleReplay implements AutoCloseable {
    private static final List<String> TRACE_CONTEXT = List.of("traceparent", "tracestate");

    private final Serde<Article> serde;
    private final KafkaProducer<String, Article> producer;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    public ArticleReplay(Settings settings) {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put("acks", "all");
        properties.put("enable.idempotence", "true");
        properties.put("compression.type", "lz4");
        properties.put("linger.ms", "5");
        properties.put("batch.size", "131072");
        properties.put("max.request.size", Topics.MAX_RECORD_BYTES);
        serde = AvroSerdes.values(settings.registry());
        producer = new KafkaProducer<>(properties, new StringSerializer(), serde.serializer());
    }

    /**
     * Sends one; waits only while the producer's memory is full.
     *
     * @throws RuntimeException what kept Kafka from taking an earlier one
     */
    public void send(CurrentArticles.Current current) {
        check();
        Article article = current.article().getArticle();
        Headers headers = ArticleHeaders.of(article);
        for (String name : TRACE_CONTEXT) {
            Header header = current.headers().lastHeader(name);
            if (header != null) {
                headers.add(header);
            }
        }
        var unused = producer.send(
                new ProducerRecord<>(Topics.ARTICLES.name(), null, current.id(), article, headers),
                (metadata, problem) -> {
                    if (problem == null) {
                        sent.incrementAndGet();
                    } else {
                        failure.compareAndSet(
                                null, problem instanceof RuntimeException known ? known : new KafkaException(problem));
                    }
                });
    }

    /** Returns when Kafka has them all. */
    public void finish() {
        producer.flush();
        check();
    }

    private void check() {
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    /** Articles that Kafka has. */
    public long sent() {
        return sent.get();
    }

    @Override
    public void close() {
        producer.close();
        serde.close();
    }
}
