package dev.dateline.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.model.ArticleJson;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.sink.Articles;
import dev.dateline.sink.StoreUnavailableException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresViewsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PostgresSettings settings = TestPostgres.settings();
    private PostgresArticleStore articles;

    @BeforeEach
    void open() throws StoreUnavailableException {
        articles = PostgresArticleStore.open(settings, false);
    }

    @AfterEach
    void close() {
        articles.close();
    }

    @Test
    void anArticleAsJsonIsWhatTheTopicHas() throws Exception {
        EnrichedArticle full = Articles.current("w/1", 3);
        EnrichedArticle bare = Articles.current("w/2", 1);
        bare.setTags(List.of());
        bare.setReasons(List.of());
        bare.setQuotes(List.of());
        bare.getArticle().setDateline(null);
        bare.getArticle().setBody(List.of());
        bare.getArticle().setRights(null);
        bare.getArticle().setUtcOffset(null);
        bare.getArticle().setVersionCreated(Instant.parse("2026-10-12T09:30:00.250Z"));
        bare.getArticle().setExpires(null);
        articles.write(List.of(full, bare));

        for (EnrichedArticle article : List.of(full, bare)) {
            String document = (String) rows("SELECT document::text AS d FROM SCHEMA.article_json WHERE article_id = '"
                            + article.getArticleId() + "'")
                    .get(0)
                    .get("d");
            assertThat(JSON.readTree(document)).isEqualTo(JSON.readTree(ArticleJson.write(article)));
        }
    }

    @Test
    void killedArticleAsJsonHasNoText() throws Exception {
        articles.write(List.of(Articles.killed("w/1", 1)));

        assertThat(rows("SELECT document::text AS d FROM SCHEMA.article_json").toString())
                .contains("\"state\":\"KILLED\"")
                .doesNotContainIgnoringCase("reopens", "spelling", "Quispe", "crane");
    }

    @Test
    void personsAndOrganisationsAreRows() throws Exception {
        EnrichedArticle open = Articles.current("w/1", 1);
        open.setTags(List.of(
                Articles.tag("person", "ana-quispe", "Ana Quispe", 0.9),
                Articles.tag("organisation", "port-authority", "Port Authority", 0.4),
                Articles.tag("country", "PE", "Peru", 0.9)));
        EnrichedArticle withheld = Articles.current("w/2", 1);
        withheld.setTags(open.getTags());
        withheld.setPublishable(false);
        articles.write(List.of(open, withheld));

        String all =
                "SELECT article_id || ' ' || scheme || ' ' || code || ' ' || name || ' ' || score AS e FROM SCHEMA.";
        assertThat(rows(all + "entity ORDER BY 1"))
                .extracting(row -> row.get("e"))
                .containsExactly(
                        "w/1 organisation port-authority Port Authority 0.4",
                        "w/1 person ana-quispe Ana Quispe 0.9",
                        "w/2 organisation port-authority Port Authority 0.4",
                        "w/2 person ana-quispe Ana Quispe 0.9");
        assertThat(rows(all + "public_entity ORDER BY 1"))
                .extracting(row -> row.get("e"))
                .containsExactly(
                        "w/1 organisation port-authority Port Authority 0.4", "w/1 person ana-quispe Ana Quispe 0.9");
    }

    @Test
    void everythingIsExplainedInTheDatabase() throws Exception {
        PostgresEventStore.open(settings, Period.ofDays(90), () -> Instant.parse("2026-10-12T09:31:00Z"))
                .close();
        String ours = " FROM pg_class c WHERE c.relnamespace = 'SCHEMA'::regnamespace AND c.relkind IN ('r', 'p', 'v')"
                + " AND c.relname NOT LIKE 'flyway%'";
        assertThat(rows("SELECT c.relname" + ours)).hasSizeGreaterThan(12);
        assertThat(rows("SELECT c.relname" + ours
                        + " AND coalesce(obj_description(c.oid, 'pg_class'), '') NOT LIKE '%.'"))
                .as("tables and views without a comment")
                .isEmpty();
        assertThat(rows("SELECT c.relname, a.attname"
                        + ours.replace(" WHERE", " JOIN pg_attribute a ON a.attrelid = c.oid WHERE")
                        + " AND a.attnum > 0 AND NOT a.attisdropped AND col_description(c.oid, a.attnum) IS NULL"))
                .as("columns without a comment")
                .isEmpty();
        assertThat(rows("SELECT proname FROM pg_proc WHERE pronamespace = 'SCHEMA'::regnamespace"
                        + " AND obj_description(oid, 'pg_proc') IS NULL"))
                .as("functions without a comment")
                .isEmpty();
    }

    private List<Map<String, Object>> rows(String sql) throws SQLException {
        return TestPostgres.rows(settings, sql);
    }
}
