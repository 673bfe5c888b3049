package dev.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.document.DocumentReader;
import dev.dateline.ingest.document.Opened;
import dev.dateline.model.Article;
import dev.dateline.model.SharedData;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many of the datelines of 13,497 wire stories are read; nearly all of these stories began with one. */
class DatelineShareTest {
    private static final Logger LOG = LoggerFactory.getLogger(DatelineShareTest.class);

    @Test
    void nearlyEveryDatelineOfAWireIsReadAndPlaced() {
        List<Article> articles;
        try (Stream<Opened> lines = new DocumentReader("corpus", "reuters")
                .open(
                        SharedData.path("labelled/reuters-places.jsonl.gz"),
                        "reuters-places.jsonl.gz",
                        Samples.RECEIVED)) {
            articles = lines.map(line -> Samples.article(Samples.PARSERS.parse(((Opened.Readable) line).document())))
                    .toList();
        }
        long read = articles.stream()
                .filter(article -> article.getDateline() != null
                        && !article.getDateline().getPlaces().isEmpty())
                .count();
        long placed = articles.stream()
                .filter(article ->
                        article.getDateline() != null && article.getDateline().getCountry() != null)
                .count();

        LOG.info("datelines read in {} of {} stories, country known in {}", read, articles.size(), placed);
        assertThat(read / (double) articles.size()).isGreaterThan(0.99);
        assertThat(placed / (double) read).isGreaterThan(0.99);
    }
}
