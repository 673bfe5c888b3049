package dev.dateline.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.dateline.model.ArticleState;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Quote;
import dev.dateline.sink.ArticleStore;
import dev.dateline.sink.ArticleStoreContract;
import dev.dateline.sink.Articles;
import dev.dateline.sink.StoreException;
import dev.dateline.sink.StoreUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PostgresArticleStoreTest extends ArticleStoreContract {
    private static final PostgresSettings SETTINGS = TestPostgres.settings();
    private static PostgresArticleStore store;

    @Override
    protected ArticleStore store() throws Exception {
        if (store == null) {
            store = PostgresArticleStore.open(SETTINGS, true);
        }
        return store;
    }

    @AfterAll
    @AfterContainer
    static void closeStore() {
        if (store != null) {
            store.close();
            store = null;
        }
    }

    @Override
    protected Stored stored(String articleId) throws Exception {
        List<Map<String, Object>> rows = rows("SELECT revision, state, publishable, headline, a::text AS raw,"
                + " (a.xmin, a.ctid, a.stored_at)::text AS mark FROM SCHEMA.article a WHERE article_id = '" + articleId
                + "'");
        if (rows.isEmpty()) {
            return null;
        }
        Map<String, Object> row = rows.get(0);
        return new Stored(
                (Long) row.get("revision"),
                (String) row.get("state"),
                (Boolean) row.get("publishable"),
                (String) row.get("headline"),
                (String) row.get("raw"),
                row.get("mark"));
    }

    @Override
    protected EnrichedArticle unstorable() {
        // Too long for an entry of an index, and too random to be compressed.
        String longId = new Random(3)
                .ints(6_000, 0x4E00, 0x9000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Articles.current(newId() + longId, 1);
    }

    @Override
    protected ArticleStore unreachable() {
        return new PostgresArticleStore(
                TestPostgres.settings("jdbc:postgresql://127.0.0.1:" + closedPort() + "/none", "dateline"), false);
    }

    @Test
    void everyFieldHasAColumn() throws Exception {
        String id = newId();
        write(Articles.current(id, 3));

        assertThat(rows("SELECT * FROM SCHEMA.article WHERE article_id = '" + id + "'")
                        .get(0))
                .hasEntrySatisfying("stored_at", at -> assertThat(at).isNotNull())
                .extractingByKeys(COLUMNS_IN_ORDER)
                .extracting(String::valueOf)
                .containsExactly(
                        id,
                        "3",
                        "CURRENT",
                        "true",
                        "{\"reason one\",\"reason \\\"two\\\"\"}",
                        "harbour-wire",
                        "inbox",
                        "guid of " + id,
                        "v3",
                        "USABLE",
                        "CORRECTION",
                        "CORRECTED-",
                        "{CORRECTED,\"UPDATE 2\"}",
                        "changes a spelling",
                        "3",
                        "analysis",
                        "en-GB",
                        "River port reopens, revision 3",
                        "CORRECTED-River port reopens",
                        "Ships leave after nine days",
                        "PORT-FLOOD/",
                        "{\"First Writer\",\"Second \\\\ {Writer}, \\\"quoted\\\"\"}",
                        "LIMA, Oct 12 (Harbour)",
                        "{Lima,Callao}",
                        "PE",
                        "2026-10-12",
                        "Harbour",
                        "The port opened at dawn.\n\nCranes moved – “slowly” \uD83D\uDEA2.\n\nMore to come.",
                        "Harbour Wire",
                        "[{\"href\": \"crane.jpg\", \"type\": \"picture\", \"credit\": \"Desk/HARBOUR\", \"caption\": \"A crane\", \"contentType\": \"image/jpeg\"}]",
                        "[{\"rel\": \"about\", \"uri\": \"urn:subject\", \"code\": \"20000151\", \"name\": \"subject name\", \"type\": \"abstract\", \"scheme\": \"medtop\", \"creator\": \"desk\", \"relevance\": 90}]",
                        "[{\"rel\": \"located\", \"uri\": \"urn:place\", \"code\": \"PE\", \"name\": \"place name\", \"scheme\": \"iso3166-1a2\", \"country\": \"PE\", \"latitude\": -12.05, \"longitude\": -77.04}]",
                        "{\"dataMining\": \"plusvocab:DMI-PROHIBITED\", \"usageTerms\": \"rights terms\", \"copyrightHolder\": \"rights holder\", \"copyrightNotice\": \"rights notice\"}",
                        "note to editors",
                        "[{\"rel\": \"related\", \"href\": \"urn:link\", \"title\": \"link title\", \"section\": \"World\", \"summary\": \"link summary\", \"published\": \"2 hours ago\"}]",
                        "2026-10-12 07:00:00.0",
                        "2026-10-12 09:30:00.0",
                        "-05:00",
                        "2026-10-12 09:30:04.5",
                        "2026-10-12 09:00:00.0",
                        "true",
                        "2027-01-01 00:00:00.0",
                        "{slug-missing}",
                        "c0ffee",
                        "inbox/port.xml@1",
                        "port.xml",
                        "ab12",
                        "2",
                        "newsml-g2",
                        "2.29",
                        "4",
                        "harbour",
                        "5",
                        "{\"sent\": 0, \"time\": 0, \"number\": 3, \"parser\": 1}",
                        "{country:PE,medtop:20000151}",
                        "{country:CL}",
                        "7",
                        "7+desk@3",
                        "{data-mining-prohibited,usage-terms}",
                        "2026-10-12 09:30:05.125");
        assertThat(rows("SELECT count(*) AS columns FROM information_schema.columns WHERE table_name = 'article'"
                                + " AND table_schema = 'SCHEMA'")
                        .get(0))
                .as("every column but tags and stored_at is in the list above")
                .containsExactly(entry("columns", COLUMNS_IN_ORDER.length + 2L));
    }

    @Test
    void whatTheSenderLeftOutIsNull() throws Exception {
        EnrichedArticle bare = Articles.current(newId(), 1);
        bare.setTags(List.of());
        bare.setReasons(List.of());
        bare.getArticle().setDateline(null);
        bare.getArticle().setBody(List.of());
        bare.getArticle().setUrgency(null);
        bare.getArticle().setRights(null);
        bare.getArticle().setVersionCreated(null);
        write(bare);

        assertThat(rows("SELECT num_nonnulls(tags, reasons, dateline_text, dateline_places, body, urgency, rights,"
                        + " version_created) AS n FROM SCHEMA.article WHERE article_id = '" + bare.getArticleId()
                        + "'"))
                .containsExactly(Map.of("n", 0));
    }

    @Test
    void whatIsChangedToFitIsFlagged() throws Exception {
        EnrichedArticle odd = Articles.current(newId(), 1);
        odd.getArticle().setHeadline("River\0port");
        odd.getArticle().setVersionCreated(Instant.ofEpochMilli(Long.MAX_VALUE));
        odd.getArticle().getDateline().setDate("2026-02-30");
        odd.getTags().get(0).getEvidence().get(0).setText("evi\0dence, and \\u0000 as six letters");
        write(odd);

        assertThat(rows("SELECT headline, version_created, dateline_date, flags::text AS flags,"
                        + " tags -> 0 -> 'evidence' -> 0 ->> 'text' AS evidence FROM SCHEMA.article"
                        + " WHERE article_id = '" + odd.getArticleId() + "'"))
                .singleElement()
                .satisfies(row -> assertThat(row.values())
                        .containsExactly(
                                "River\uFFFDport",
                                null,
                                null,
                                "{slug-missing,nul-character-replaced,time-unstorable,dateline-date-unstorable}",
                                "evi\uFFFDdence, and \\u0000 as six letters"));
        assertThat(odd.getArticle().getHeadline()).as("the caller's record").isEqualTo("River\0port");
    }

    @Test
    void theDatabaseItselfRefusesTextInAKilledRow() throws Exception {
        String id = newId();
        write(Articles.current(id, 1));
        List<Map<String, Object>> texts = rows("SELECT column_name FROM information_schema.columns"
                + " WHERE table_schema = 'SCHEMA' AND table_name = 'article'");
        write(Articles.killed(id, 2));
        int guarded = 0;
        for (Map<String, Object> column : texts) {
            String name = (String) column.get("column_name");
            Object kept = rows("SELECT " + name + " AS value FROM SCHEMA.article WHERE article_id = '" + id + "'")
                    .get(0)
                    .get("value");
            if (kept == null) {
                guarded++;
                assertThatExceptionOfType(SQLException.class)
                        .as(name)
                        .isThrownBy(() -> TestPostgres.execute(("UPDATE SCHEMA.article SET " + name
                                        + " = (SELECT " + name + " FROM SCHEMA.article WHERE " + name
                                        + " IS NOT NULL LIMIT 1) WHERE article_id = '" + id + "'")
                                .replace("SCHEMA", SETTINGS.schema())))
                        .withMessageContaining("killed_article_has_no_text");
            }
        }
        assertThat(guarded).isEqualTo(22);
    }

    @Test
    void tagsShowAsRows() throws Exception {
        String id = newId();
        write(Articles.current(id, 1));

        assertThat(rows("SELECT scheme, code, name, score, method, evidence::text AS evidence, rules"
                        + " FROM SCHEMA.article_tag"
                        + " WHERE article_id = '" + id + "' ORDER BY score DESC"))
                .hasSize(3)
                .first()
                .isEqualTo(
                        Map.of(
                                "scheme", "country",
                                "code", "PE",
                                "name", "Peru",
                                "score", 0.92,
                                "method", "gazetteer",
                                "rules", "7+desk@3",
                                "evidence",
                                        "[{\"end\": 9, \"text\": \"evidence of Peru\", \"field\": \"body[0]\", \"start\": 4}]"));
    }

    @Test
    void quotesAreRowsWithEveryFieldInItsColumn() throws Exception {
        String id = newId();
        write(Articles.current(id, 1));

        assertThat(quotes(id, "*")).hasSize(2).first().satisfies(row -> assertThat(row.values())
                .map(String::valueOf)
                .containsExactly(
                        id,
                        "0",
                        "body[1]",
                        "4",
                        "31",
                        "We sail at dawn, revision 1",
                        "person",
                        "ana-quispe",
                        "Ana Quispe",
                        "{\"end\": 6, \"text\": \"Quispe\", \"field\": \"body[0]\", \"start\": 0}",
                        "{\"end\": 11, \"text\": \"said\", \"field\": \"body[0]\", \"start\": 7}",
                        "0.95",
                        "named"));
        assertThat(quotes(id, "position, text").get(1)).isEqualTo(Map.of("position", 1, "text", "So \"it\" is."));
    }

    @Test
    void quotesAreThoseOfTheNewestRevision() throws Exception {
        String id = newId();
        write(Articles.current(id, 3));
        EnrichedArticle newer = Articles.current(id, 5);
        newer.setQuotes(List.of(Articles.quote("We stay.")));
        write(newer, Articles.current(newId(), 1));
        write(Articles.current(id, 4));
        write(Articles.current(id, 5));
        assertThat(quotes(id, "text")).containsExactly(Map.of("text", "We stay."));

        newer.setRevision(6L);
        newer.setQuotes(List.of());
        write(newer);
        assertThat(quotes(id, "text")).isEmpty();
    }

    @Test
    void killTakesTheQuotesAndNoneComesBack() throws Exception {
        String id = newId();
        write(Articles.current(id, 1));
        write(Articles.killed(id, 3));
        assertThat(quotes(id, "text")).isEmpty();
        write(Articles.current(id, 2));
        assertThat(quotes(id, "text")).isEmpty();
    }

    @Test
    void quotesThatNobodyMayPublishAreNotPublic() throws Exception {
        EnrichedArticle open = Articles.current(newId(), 1);
        EnrichedArticle embargoed = Articles.current(newId(), 1);
        embargoed.setPublishable(false);
        write(open, embargoed);
        assertThat(quotes(embargoed.getArticleId(), "text")).hasSize(2);
        assertThat(rows("SELECT DISTINCT article_id FROM SCHEMA.public_quotes WHERE article_id IN ('"
                        + open.getArticleId() + "', '" + embargoed.getArticleId() + "')"))
                .containsExactly(Map.of("article_id", open.getArticleId()));
    }

    @Test
    void quoteOfNobodyHasNoSpeakerAndNulIsReplacedInQuotesToo() throws Exception {
        EnrichedArticle article = Articles.current(newId(), 1);
        Quote quote = Articles.quote("We\0sail.");
        quote.setSpeakerScheme(null);
        quote.setSpeakerCode(null);
        quote.setSpeakerName(null);
        quote.setSpeaker(null);
        quote.setCue(null);
        article.setQuotes(List.of(quote));
        write(article);
        assertThat(quotes(
                        article.getArticleId(),
                        "text, num_nonnulls(speaker_scheme, speaker_code, speaker_name, speaker, cue) AS n"))
                .containsExactly(Map.of("text", "We\uFFFDsail.", "n", 0));
    }

    private static List<Map<String, Object>> quotes(String articleId, String columns) throws SQLException {
        return rows(
                "SELECT " + columns + " FROM SCHEMA.quotes WHERE article_id = '" + articleId + "' ORDER BY position");
    }

    @Test
    void articlesAreFoundByTagThroughAnIndex() throws Exception {
        EnrichedArticle about = Articles.current(newId(), 1);
        about.setTags(List.of(Articles.tag("country", "TV", "Tuvalu", 0.5)));
        EnrichedArticle mentions = Articles.current(newId(), 1);
        mentions.setTags(List.of(Articles.tag("country", "TV", "Tuvalu", 0.49)));
        write(about, mentions);

        for (Map.Entry<String, EnrichedArticle> found :
                Map.of("about", about, "mentions", mentions).entrySet()) {
            String find = "SELECT article_id FROM SCHEMA.article WHERE " + found.getKey() + " @> '{country:TV}'";
            assertThat(rows(find))
                    .containsExactly(Map.of("article_id", found.getValue().getArticleId()));
            assertThat(plan(find)).contains("article_" + found.getKey());
        }
    }

    /** How the server would run a query if the table were too large to be read whole. */
    private static String plan(String query) throws SQLException {
        TestPostgres.execute("ALTER ROLE postgres SET enable_seqscan = off");
        try {
            return rows("EXPLAIN " + query).toString();
        } finally {
            TestPostgres.execute("ALTER ROLE postgres RESET enable_seqscan");
        }
    }

    @Test
    void thePublicViewHasWhatMayBePublishedAndNothingInternal() throws Exception {
        EnrichedArticle open = Articles.current(newId(), 1);
        EnrichedArticle embargoed = Articles.current(newId(), 1);
        embargoed.setState(ArticleState.EMBARGOED);
        embargoed.setPublishable(false);
        EnrichedArticle killed = Articles.killed(newId(), 1);
        write(open, embargoed, killed);

        assertThat(rows("SELECT article_id FROM SCHEMA.public_article WHERE article_id IN ('" + open.getArticleId()
                        + "', '" + embargoed.getArticleId() + "', '" + killed.getArticleId() + "')"))
                .containsExactly(Map.of("article_id", open.getArticleId()));
        Map<String, Object> row = rows("SELECT * FROM SCHEMA.public_article WHERE article_id = '" + open.getArticleId()
                        + "'")
                .get(0);
        assertThat(row)
                .containsKeys("headline", "body", "tags", "about", "version_created")
                .doesNotContainKeys("ed_note", "document_uri", "document_id", "source", "flags", "headline_as_sent");
        assertThat(row.values().toString()).doesNotContain("note to editors", "port.xml", "inbox");
    }

    @Test
    void rowsAreNotCompressedTheSlowWay() throws Exception {
        store();
        boolean lz4 = (Boolean) rows("SELECT 'lz4' = ANY (enumvals) AS lz4 FROM pg_settings"
                        + " WHERE name = 'default_toast_compression'")
                .get(0)
                .get("lz4");
        String methods = rows("SELECT DISTINCT attcompression::text AS method FROM pg_attribute"
                        + " WHERE attrelid = 'SCHEMA.article'::regclass AND attnum > 0 AND attstorage = 'x'")
                .toString();
        String large = rows("SELECT DISTINCT attstorage::text AS storage FROM pg_attribute"
                        + " WHERE attrelid = 'SCHEMA.article'::regclass AND attname IN ('body', 'tags')")
                .toString();
        String options = rows("SELECT reloptions::text AS o FROM pg_class WHERE oid = 'SCHEMA.article'::regclass")
                .toString();

        assertThat(methods).isEqualTo(lz4 ? "[{method=l}]" : "[{method=}]");
        assertThat(large).isEqualTo(lz4 ? "[{storage=x}]" : "[{storage=e}]");
        assertThat(options).isEqualTo(lz4 ? "[{o=null}]" : "[{o={toast_tuple_target=8160}}]");
    }

    @Test
    void manyTasksMayOpenAFreshSchemaAtOnce() throws Exception {
        PostgresSettings fresh = TestPostgres.settings();
        List<Callable<Void>> tasks = Collections.nCopies(4, () -> {
            PostgresArticleStore.open(fresh, true).close();
            return null;
        });
        allOf(tasks);

        assertThat(TestPostgres.query("SELECT count(*) AS n FROM " + fresh.schema() + ".article"))
                .containsExactly(Map.of("n", 0L));
    }

    @Test
    void writersOfTheSameArticlesDoNotBlockEachOther() throws Exception {
        List<String> ids = IntStream.range(0, 60).mapToObj(i -> newId()).toList();
        List<Callable<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            Random random = new Random(writer);
            writers.add(() -> {
                try (PostgresArticleStore mine = PostgresArticleStore.open(SETTINGS, true)) {
                    for (int round = 1; round <= 10; round++) {
                        List<EnrichedArticle> batch = new ArrayList<>();
                        for (String id : ids) {
                            batch.add(Articles.current(id, round));
                        }
                        Collections.shuffle(batch, random);
                        assertThat(mine.write(batch)).isEmpty();
                    }
                }
                return null;
            });
        }
        allOf(writers);

        for (String id : ids) {
            assertThat(stored(id).revision()).isEqualTo(10);
        }
    }

    @Test
    void aServerThatIsDownAtTheStartIsATransientFailure() {
        PostgresSettings nowhere = TestPostgres.settings(
                "jdbc:postgresql://127.0.0.1:" + closedPort() + "/none?sslkey=secret", "dateline");

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> PostgresArticleStore.open(nowhere, true))
                .withMessageContaining("jdbc:postgresql://127.0.0.1:")
                .withMessageNotContaining("secret")
                .withMessageNotContaining("\n");
    }

    @Test
    void aDatabaseThatDoesNotExistHasToBeMended() {
        PostgresSettings missing =
                TestPostgres.settings(TestPostgres.url().replace("/postgres", "/missing"), "dateline");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> PostgresArticleStore.open(missing, true))
                .withMessageContaining("database \"missing\" does not exist");
    }

    @Test
    void aRoleWithoutPrivilegesHasToBeMended() throws Exception {
        TestPostgres.execute("CREATE ROLE nobody_much LOGIN");
        PostgresSettings weak = new PostgresSettings(
                TestPostgres.url(),
                "nobody_much",
                null,
                TestPostgres.newSchema(),
                1,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                20);

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> PostgresArticleStore.open(weak, true))
                .withMessageContaining("permission denied")
                .withMessageNotContaining("\n");
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(new PostgresSettings(
                        "jdbc:postgresql://h/d?sslpassword=hush",
                        "role",
                        "hush",
                        "dateline",
                        1,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        1))
                .hasToString("jdbc:postgresql://h/d, user role, schema dateline");
    }

    private static final String[] COLUMNS_IN_ORDER = ("article_id revision state publishable reasons provider source"
                    + " guid version pub_status signal signal_marker markers change_note urgency genre language headline"
                    + " headline_as_sent standfirst slugline bylines dateline_text dateline_places dateline_country"
                    + " dateline_date dateline_agency body credit media subjects places rights ed_note links"
                    + " first_created version_created utc_offset received_at embargoed_until embargoed_indefinitely"
                    + " expires flags content_hash document_id document_uri document_sha256 document_position format"
                    + " format_version parser_version dialect dialect_version version_order about mentions rules_version rules"
                    + " restrictions enriched_at")
            .split(" ");

    private static List<Map<String, Object>> rows(String sql) throws SQLException {
        return TestPostgres.query(sql.replace("SCHEMA", SETTINGS.schema()));
    }

    private static void allOf(List<Callable<Void>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            for (Future<Void> task : threads.invokeAll(tasks)) {
                task.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
