package dev.dateline.bench;

import dev.dateline.app.settings.Settings;
import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.ingest.parse.Parsed;
import dev.dateline.ingest.parse.Parsers;
import dev.dateline.model.Article;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;

/** Parsed articles on wire.articles.v1, as the parse application would have put them there. */
final class Articles {
    private static final int STORIES = 1_000;

    private Articles() {}

    /** Publishes so many of a thousand different ones, each under an id of its own. */
    static void publish(Corpus corpus, Settings settings, int articles) {
        Parsers parsers = new Parsers(Dialects.shipped());
        List<Article> stories = corpus.lines("enrich", STORIES, 1)
                .map(line -> Corpus.document("enrich", line.getBytes(StandardCharsets.UTF_8)))
                .map(document -> ((Parsed.Accepted) parsers.parse(document).get(0)).article())
                .toList();
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put("compression.type", "lz4");
        properties.put("linger.ms", "5");
        properties.put("batch.size", "131072");
        try (Serde<Article> serde = AvroSerdes.values(settings.registry());
                KafkaProducer<String, Article> producer =
                        new KafkaProducer<>(properties, new StringSerializer(), serde.serializer())) {
            for (int i = 0; i < articles; i++) {
                Article article = Article.newBuilder(stories.get(i % STORIES))
                        .setArticleId("bench/" + i)
                        .setGuid(Integer.toString(i))
                        .build();
                var unused =
                        producer.send(new ProducerRecord<>(Topics.ARTICLES.name(), article.getArticleId(), article));
            }
        }
    }
}
