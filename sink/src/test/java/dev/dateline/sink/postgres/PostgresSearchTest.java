package dev.dateline.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.EnrichedArticle;
import dev.dateline.sink.Articles;
import dev.dateline.sink.StoreUnavailableException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresSearchTest {
    private final PostgresSettings settings = TestPostgres.settings();
    private PostgresArticleStore articles;

    @BeforeEach
    void open() throws StoreUnavailableException {
        articles = PostgresArticleStore.open(settings, true);
    }

    @AfterEach
    void close() {
        articles.close();
    }

    @Test
    void articlesAreFoundByFormsOfTheirWordsInTheirLanguage() throws Exception {
        write(
                article("w/en", "en-GB", "Ports reopened", "The ships were sailing."),
                article("w/de", "de", "Häfen wieder offen", "Die Schiffe liefen aus."),
                article("w/xx", "xx", "Ports reopened", "Unknown tongue"));

        assertThat(found("search_articles", "port reopening", "en")).containsExactly("w/en");
        assertThat(found("search_articles", "\"ships were sailing\" -strike", "en"))
                .containsExactly("w/en");
        assertThat(found("search_articles", "schiff", "de-AT")).containsExactly("w/de");
        assertThat(found("search_articles", "schiff", "en")).isEmpty();
        assertThat(found("search_articles", "reopened", "xx")).containsExactly("w/xx");
        assertThat(found("search_articles", "ports -ships", "en")).isEmpty();
    }

    @Test
    void wordsOfTheHeadlineCountMost() throws Exception {
        write(article("w/1", "en", "Elsewhere", "A flood of mail."), article("w/2", "en", "Flood", "Elsewhere."));

        assertThat(found("search_articles", "flood", "en")).containsExactly("w/2", "w/1");
    }

    @Test
    void withoutADeclaredLanguageTheDetectedOneCounts() throws Exception {
        EnrichedArticle article = article("w/1", null, "Les ports rouvrent", "Les navires partent.");
        article.setTags(List.of(Articles.tag("language", "fr", "French", 0.98)));
        write(article);

        assertThat(found("search_articles", "navire", "fr")).containsExactly("w/1");
    }

    @Test
    void aNewerRevisionIsFoundByItsOwnWordsAlone() throws Exception {
        write(article("w/1", "en", "Flood", "Water."));
        EnrichedArticle newer = article("w/1", "en", "Drought", "Dust.");
        newer.setRevision(2L);
        articles.write(List.of(newer));

        assertThat(found("search_articles", "flood", "en"))
                .as("before the words are made")
                .isEmpty();
        awaitIndexed();
        assertThat(found("search_articles", "flood", "en")).isEmpty();
        assertThat(found("search_articles", "drought", "en")).containsExactly("w/1");
    }

    @Test
    void killTakesTheWordsInTheSameTransaction() throws Exception {
        write(article("w/1", "en", "Flood", "Water."), article("w/2", "en", "Flood", "Water."));
        articles.write(List.of(Articles.killed("w/1", 2)));

        assertThat(rows("SELECT article_id FROM SCHEMA.article_search")).containsExactly(Map.of("article_id", "w/2"));
        awaitIndexed();
        assertThat(found("search_articles", "flood", "en")).containsExactly("w/2");
    }

    @Test
    void nothingIsLeftOfAnErasedArticle() throws Exception {
        write(article("w/1", "en", "Flood", "Water."));
        articles.write(List.of(article("w/2", "en", "Flood", "Water.")));
        articles.erase(List.of("w/1", "w/2"));

        assertThat(
                        rows(
                                "SELECT article_id FROM SCHEMA.article_search UNION ALL SELECT article_id FROM SCHEMA.search_queue"))
                .isEmpty();
    }

    @Test
    void whatMayNotBePublishedIsNotFoundInPublic() throws Exception {
        EnrichedArticle withheld = article("w/1", "en", "Flood", "Water.");
        withheld.setPublishable(false);
        write(withheld, article("w/2", "en", "Flood", "Water."));

        assertThat(found("search_articles", "flood", "en")).containsExactlyInAnyOrder("w/1", "w/2");
        assertThat(found("public_search", "flood", "en")).containsExactly("w/2");
    }

    @Test
    void anEndlessTextIsFoundByItsBeginning() throws Exception {
        String words = new Random(5)
                .ints(300_000, 0x4E00, 0x9000)
                .collect(
                        StringBuilder::new, (text, c) -> text.appendCodePoint(c).append(' '), StringBuilder::append)
                .toString();
        write(article("w/1", "en", "Flood", "Water. " + words), article("w/2", "en", "Flood", "Mud."));

        assertThat(found("search_articles", "water", "en")).containsExactly("w/1");
        assertThat(found("search_articles", "mud", "en")).containsExactly("w/2");
    }

    @Test
    void twoTasksBringTheSearchUpToDateTogether() throws Exception {
        List<EnrichedArticle> many = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            many.add(article("w/" + i, "en", "Flood " + i, "Water."));
        }
        try (PostgresArticleStore other = PostgresArticleStore.open(settings, true)) {
            other.write(many.subList(0, 200));
            write(many.subList(200, 450).toArray(EnrichedArticle[]::new));
        }
        assertThat(rows("SELECT count(*) AS n FROM SCHEMA.article_search")).containsExactly(Map.of("n", 450L));
    }

    @Test
    void searchUsesItsIndex() throws Exception {
        TestPostgres.execute("ALTER ROLE postgres SET enable_seqscan = off");
        try {
            assertThat(rows("EXPLAIN SELECT article_id FROM SCHEMA.article_search"
                                    + " WHERE words @@ websearch_to_tsquery('english', 'flood')")
                            .toString())
                    .contains("article_search_words");
        } finally {
            TestPostgres.execute("ALTER ROLE postgres RESET enable_seqscan");
        }
    }

    private static EnrichedArticle article(String id, String language, String headline, String body) {
        EnrichedArticle article = Articles.current(id, 1);
        article.getArticle().setLanguage(language);
        article.getArticle().setHeadline(headline);
        article.getArticle().setStandfirst(null);
        article.getArticle().setBody(List.of(body));
        return article;
    }

    private void write(EnrichedArticle... batch) throws StoreUnavailableException {
        assertThat(articles.write(List.of(batch))).isEmpty();
        awaitIndexed();
    }

    private void awaitIndexed() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        rows("SELECT count(*) AS n FROM SCHEMA.search_queue"))
                .containsExactly(Map.of("n", 0L)));
    }

    private List<Object> found(String function, String query, String language) throws SQLException {
        return rows("SELECT article_id FROM SCHEMA." + function + "('" + query + "', '" + language + "')").stream()
                .map(row -> row.get("article_id"))
                .toList();
    }

    private List<Map<String, Object>> rows(String sql) throws SQLException {
        return TestPostgres.rows(settings, sql);
    }
}
