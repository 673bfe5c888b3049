package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleHeaders;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.Topics;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes articles to their topic once more, as the parser wrote them; the gate judges what that changes. */
public final class ArticleReplay implements AutoCloseable {
    private static final List<String> TRACE_CONTEXT = List.of("traceparent", "tracestate");

    private final Serde<Article> serde;
    private final BulkProducer<String, Article> producer;

    public ArticleReplay(Settings settings) {
        serde = AvroSerdes.values(settings.registry());
        producer = new BulkProducer<>(settings, new StringSerializer(), serde.serializer());
    }

    /**
     * Sends one; waits only while the producer's memory is full.
     *
     * @throws RuntimeException what kept Kafka from taking an earlier one
     */
    public void send(CurrentArticles.Current current) {
        Article article = current.article().getArticle();
        Headers headers = ArticleHeaders.of(article);
        for (String name : TRACE_CONTEXT) {
            Header header = current.headers().lastHeader(name);
            if (header != null) {
                headers.add(header);
            }
        }
        producer.send(new ProducerRecord<>(Topics.ARTICLES.name(), null, current.id(), article, headers));
    }

    /** Returns when Kafka has them all. */
    public void finish() {
        producer.finish();
    }

    /** Articles that Kafka has. */
    public long sent() {
        return producer.sent();
    }

    @Override
    public void close() {
        producer.close();
        serde.close();
    }
}
