package dev.dateline.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Outcome;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Stage;
import dev.dateline.sink.Articles;
import dev.dateline.sink.EventRecord;
import dev.dateline.sink.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresRolesTest {
    private static final Instant NOW = Instant.parse("2026-10-12T09:31:00Z");

    private final PostgresSettings settings = TestPostgres.settings();
    private PostgresArticleStore articles;

    @BeforeEach
    void store() throws Exception {
        articles = PostgresArticleStore.open(settings, true);
        EnrichedArticle open = Articles.current("w/open", 1);
        open.getArticle().setHeadline("Open harbour");
        EnrichedArticle secret = Articles.current("w/secret", 1);
        secret.getArticle().setHeadline("Secret harbour");
        secret.setPublishable(false);
        open.setTags(List.of(Articles.tag("person", "ana-quispe", "Ana Quispe", 0.9)));
        secret.setTags(open.getTags());
        articles.write(List.of(open, secret));
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        TestPostgres.rows(settings, "SELECT FROM SCHEMA.search_queue"))
                .isEmpty());
    }

    @AfterEach
    void close() {
        articles.close();
    }

    @Test
    void readerReachesWhatIsPublicAndNothingElse() throws Exception {
        List<String> relations = TestPostgres.rows(
                        settings,
                        "SELECT relname FROM pg_class WHERE relnamespace = 'SCHEMA'::regnamespace"
                                + " AND relkind IN ('r', 'p', 'v', 'm')")
                .stream()
                .map(row -> (String) row.get("relname"))
                .toList();
        assertThat(relations).contains("article", "public_article", "article_json", "event", "erased");
        for (String relation : relations) {
            String select = "SELECT * FROM SCHEMA." + relation;
            if (relation.startsWith("public_")) {
                assertThat(as("dateline_reader", select).toString())
                        .as(relation)
                        .contains("w/open")
                        .doesNotContain("w/secret", "Secret harbour");
            } else {
                assertRefused("dateline_reader", select);
            }
            assertRefused("dateline_reader", "DELETE FROM SCHEMA." + relation);
        }
        assertThat(as("dateline_reader", "SELECT article_id FROM SCHEMA.public_search('harbour', 'en')"))
                .containsExactly("w/open");
        assertRefused("dateline_reader", "SELECT * FROM SCHEMA.search_articles('harbour', 'en')");
        assertRefused("dateline_reader", "SELECT SCHEMA.index_articles('{w/open}')");
        assertRefused("dateline_reader", "SELECT SCHEMA.drop_event_partitions(now())");
        assertRefused("dateline_reader", "SELECT SCHEMA.grant_roles()");
    }

    @Test
    void readersFunctionInAQuerySeesOnlyWhatIsPublic() throws Exception {
        List<String> seen = new ArrayList<>();
        try (Connection connection = Connections.plain(settings).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE dateline_reader");
            statement.execute("CREATE FUNCTION pg_temp.peek(text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001"
                    + " AS $$ BEGIN RAISE NOTICE 'peeked: %', $1; RETURN true; END $$");
            for (String view : List.of("public_article", "public_quotes", "public_entity")) {
                statement.execute("SELECT article_id FROM " + settings.schema() + "." + view
                        + " WHERE pg_temp.peek(article_id) AND pg_temp.peek(" + view + "::text)");
                for (SQLWarning warning = statement.getWarnings();
                        warning != null;
                        warning = warning.getNextWarning()) {
                    seen.add(warning.getMessage());
                }
            }
        }
        assertThat(seen).anyMatch(line -> line.contains("w/open")).noneMatch(line -> line.contains("ecret"));
    }

    @Test
    void editorReadsEverythingAndWritesNothing() throws Exception {
        for (String relation :
                List.of("article", "article_version", "event", "article_json", "quotes", "article_search", "entity")) {
            as("dateline_editor", "SELECT * FROM SCHEMA." + relation);
            assertRefused("dateline_editor", "DELETE FROM SCHEMA." + relation);
        }
        assertThat(as("dateline_editor", "SELECT article_id FROM SCHEMA.search_articles('harbour', 'en')"))
                .containsExactlyInAnyOrder("w/open", "w/secret");
    }

    @Test
    void writerWritesWhatSinksWriteAndMakesNoTables() throws Exception {
        PostgresSettings writer = login("dateline_writer");
        try (PostgresArticleStore mine = PostgresArticleStore.open(writer, true);
                PostgresVersionStore versions = PostgresVersionStore.open(writer);
                PostgresEventStore events = PostgresEventStore.open(writer, Period.ofDays(90), () -> NOW)) {
            assertThat(mine.write(List.of(Articles.current("w/1", 1), Articles.current("w/2", 1))))
                    .isEmpty();
            assertThat(mine.write(List.of(Articles.killed("w/1", 2)))).isEmpty();
            mine.erase(List.of("w/2"));
            assertThat(versions.write(List.of(Articles.article("w/3", 1)))).isEmpty();
            PipelineEvent event = new PipelineEvent("d", "u", "w/1", "2", 3L, Stage.GATE, Outcome.CURRENT, null, NOW);
            assertThat(events.write(List.of(new EventRecord(event, 0, 1)))).isEmpty();
            events.catchUp();
            assertThat(mine.write(List.of(Articles.current("w/4", 1)))).isEmpty();
            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                            TestPostgres.rows(settings, "SELECT FROM SCHEMA.article_search WHERE article_id = 'w/4'"))
                    .hasSize(1));
        }
        assertRefused("dateline_writer", "CREATE TABLE SCHEMA.mine (a int)");
        assertRefused("dateline_writer", "ALTER TABLE SCHEMA.article ADD COLUMN mine int");
        assertRefused("dateline_writer", "DROP TABLE SCHEMA.article");
        assertRefused("dateline_writer", "UPDATE SCHEMA.flyway_schema_history SET success = false");
    }

    @Test
    void roleThatMayNotMakeRolesMigratesWithoutThem() throws Exception {
        String owner = settings.schema() + "_owner";
        TestPostgres.execute("CREATE ROLE " + owner + " LOGIN");
        TestPostgres.execute("CREATE SCHEMA " + owner + " AUTHORIZATION " + owner);
        PostgresSettings modest = new PostgresSettings(
                TestPostgres.url(), owner, null, owner, 1, Duration.ofSeconds(2), Duration.ofSeconds(10), 20);
        TestPostgres.execute("ALTER ROLE dateline_reader RENAME TO dateline_reader_away");
        try {
            PostgresArticleStore.open(modest, false).close();
            assertThat(TestPostgres.query("SELECT FROM pg_roles WHERE rolname = 'dateline_reader'"))
                    .isEmpty();
        } finally {
            TestPostgres.execute("ALTER ROLE dateline_reader_away RENAME TO dateline_reader");
        }
        String select = "SELECT * FROM " + owner + ".public_article";
        assertRefused("dateline_reader", select);

        TestPostgres.execute("SELECT " + owner + ".grant_roles()");

        assertThat(as("dateline_reader", select)).isEmpty();
    }

    @Test
    void writerCannotBringTheSchemaUpToDate() throws Exception {
        PostgresSettings fresh = login("dateline_writer", TestPostgres.newSchema());

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> PostgresArticleStore.open(fresh, true))
                .withMessageContaining("permission denied");
    }

    private PostgresSettings login(String group) throws SQLException {
        return login(group, settings.schema());
    }

    private PostgresSettings login(String group, String schema) throws SQLException {
        String role = schema + "_login";
        TestPostgres.execute("CREATE ROLE " + role + " LOGIN IN ROLE " + group);
        return new PostgresSettings(
                TestPostgres.url(), role, null, schema, 1, Duration.ofSeconds(2), Duration.ofSeconds(10), 20);
    }

    private void assertRefused(String role, String sql) {
        assertThatExceptionOfType(SQLException.class)
                .as(role + ": " + sql)
                .isThrownBy(() -> as(role, sql))
                .withMessageMatching("(?s).*(permission denied|must be owner|cannot delete).*");
    }

    /** Each row as the text of its first column. */
    private List<String> as(String role, String sql) throws SQLException {
        try (Connection connection = Connections.plain(settings).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL ROLE " + role);
            List<String> rows = new ArrayList<>();
            if (statement.execute(sql.replace("SCHEMA", settings.schema()))) {
                try (ResultSet result = statement.getResultSet()) {
                    while (result.next()) {
                        StringBuilder row = new StringBuilder(String.valueOf(result.getString(1)));
                        for (int i = 2; i <= result.getMetaData().getColumnCount(); i++) {
                            row.append(' ').append(result.getString(i));
                        }
                        rows.add(row.toString());
                    }
                }
            }
            connection.rollback();
            return rows;
        }
    }
}
