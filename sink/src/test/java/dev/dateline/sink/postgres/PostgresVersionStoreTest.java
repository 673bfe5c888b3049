package dev.dateline.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dateline.model.Article;
import dev.dateline.sink.Articles;
import dev.dateline.sink.StoreUnavailableException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresVersionStoreTest {
    private final PostgresSettings settings = TestPostgres.settings();
    private PostgresVersionStore versions;
    private PostgresArticleStore articles;

    @BeforeEach
    void open() throws StoreUnavailableException {
        versions = PostgresVersionStore.open(settings);
        articles = PostgresArticleStore.open(settings, true);
    }

    @AfterEach
    void close() {
        versions.close();
        articles.close();
    }

    @Test
    void everyFieldOfAVersionIsKept() throws Exception {
        write(Articles.article("w/1", 3));

        assertThat(rows("SELECT * FROM SCHEMA.article_version")).singleElement().satisfies(row -> {
            assertThat(row).containsKey("stored_at");
            row.remove("stored_at");
            assertThat(row.values())
                    .extracting(String::valueOf)
                    .containsExactly(
                            "w/1",
                            "inbox/port.xml@1",
                            "2",
                            "4",
                            "v3",
                            "3",
                            "0",
                            "0",
                            "1",
                            "USABLE",
                            "CORRECTION",
                            "CORRECTED-",
                            "River port reopens, revision 3",
                            "Ships leave after nine days",
                            "The port opened at dawn.\n\nCranes moved – “slowly” \uD83D\uDEA2.\n\nMore to come.",
                            "2026-10-12 09:30:00.0",
                            "2026-10-12 09:30:04.5",
                            String.valueOf(row.get("rest")));
        });
        assertThat(rows("SELECT jsonb_object_keys(rest) AS key FROM SCHEMA.article_version"))
                .extracting(row -> row.get("key"))
                .as("the fields of an article that have no column")
                .containsExactlyInAnyOrder(
                        "provider",
                        "source",
                        "guid",
                        "markers",
                        "changeNote",
                        "urgency",
                        "genre",
                        "language",
                        "headlineAsSent",
                        "slugline",
                        "bylines",
                        "dateline",
                        "credit",
                        "media",
                        "subjects",
                        "places",
                        "rights",
                        "edNote",
                        "firstCreated",
                        "utcOffset",
                        "embargoedUntil",
                        "embargoedIndefinitely",
                        "expires",
                        "links",
                        "flags",
                        "contentHash",
                        "provenance");
    }

    @Test
    void eachVersionHasARowAndARepeatChangesNothing() throws Exception {
        Article first = version("w/1", "inbox/a@1");
        Article second = version("w/1", "inbox/b@1");
        Article reparsed = version("w/1", "inbox/a@1");
        reparsed.getProvenance().setParserVersion(5);
        write(first, second, first, reparsed);
        List<Map<String, Object>> before = rows("SELECT v::text, v.xmin::text AS x FROM SCHEMA.article_version v");

        write(second, first);
        write(reparsed);

        assertThat(before).hasSize(3);
        assertThat(rows("SELECT v::text, v.xmin::text AS x FROM SCHEMA.article_version v"))
                .isEqualTo(before);
    }

    @Test
    void killTakesTheTextOfAllVersionsAndOfThoseThatComeLater() throws Exception {
        write(version("w/1", "inbox/a@1"), version("w/2", "inbox/b@1"));
        articles.write(List.of(Articles.killed("w/1", 2)));
        write(version("w/1", "inbox/c@1"), version("w/1", "inbox/a@1"));

        assertThat(withText()).containsExactly("inbox/b@1");
        assertThat(rows("SELECT document_id, headline, body, pub_status FROM SCHEMA.article_version"
                        + " WHERE article_id = 'w/1' ORDER BY document_id"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("headline", null)
                        .containsEntry("body", null)
                        .containsEntry("pub_status", "USABLE"));
    }

    @Test
    void killThatALaterRevisionHasLiftedTakesNothing() throws Exception {
        articles.write(List.of(Articles.current("w/1", 3)));
        write(version("w/1", "inbox/a@1"));
        articles.write(List.of(Articles.killed("w/1", 2)));

        assertThat(withText()).containsExactly("inbox/a@1");
    }

    @Test
    void versionsOfAReinstatedArticleHaveTheirTextAgainOnceTheyComeAgain() throws Exception {
        write(version("w/1", "inbox/a@1"));
        articles.write(List.of(Articles.killed("w/1", 2)));
        articles.write(List.of(Articles.current("w/1", 3)));
        assertThat(withText()).isEmpty();

        write(version("w/1", "inbox/a@1"));

        assertThat(withText()).containsExactly("inbox/a@1");
        assertThat(rows("SELECT headline FROM SCHEMA.article_version"))
                .containsExactly(Map.of("headline", "River port reopens, revision 1"));
    }

    @Test
    void nothingIsLeftOfAnErasedArticleAndNoVersionIsTakenAgain() throws Exception {
        write(version("w/1", "inbox/a@1"), version("w/2", "inbox/b@1"));
        articles.erase(List.of("w/1"));
        write(version("w/1", "inbox/a@1"), version("w/1", "inbox/c@1"));

        assertThat(rows("SELECT DISTINCT article_id FROM SCHEMA.article_version"))
                .containsExactly(Map.of("article_id", "w/2"));
    }

    @Test
    void theDatabaseItselfRefusesAVersionWithHalfItsText() throws Exception {
        write(version("w/1", "inbox/a@1"));

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(
                        () -> TestPostgres.execute("UPDATE " + settings.schema() + ".article_version SET rest = NULL"))
                .withMessageContaining("version_has_all_or_no_text");
    }

    @Test
    void oddCharactersAndTimesCostNoVersion() throws Exception {
        Article odd = version("w/1", "inbox/a@1");
        odd.setHeadline("River\0port");
        odd.setEdNote("\0note, and \\u0000 as six letters");
        odd.setVersionCreated(Instant.ofEpochMilli(Long.MAX_VALUE));
        write(odd, version("w/2", "inbox/b@1"));

        assertThat(rows("SELECT headline, version_created, rest ->> 'edNote' AS note, rest -> 'flags' ->> 1 AS flag"
                        + " FROM SCHEMA.article_version WHERE article_id = 'w/1'"))
                .singleElement()
                .satisfies(row -> assertThat(row.values())
                        .containsExactly(
                                "River\uFFFDport",
                                null,
                                "\uFFFDnote, and \\u0000 as six letters",
                                "nul-character-replaced"));
        assertThat(withText()).hasSize(2);
    }

    @Test
    void versionThatCannotBeStoredIsNamed() throws Exception {
        Article tooLong = version(
                "w/1",
                new Random(3)
                        .ints(6_000, 0x4E00, 0x9000)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());

        assertThat(versions.write(List.of(version("w/2", "inbox/b@1"), tooLong)))
                .singleElement()
                .satisfies(refused -> assertThat(refused.value()).isSameAs(tooLong));
        assertThat(withText()).containsExactly("inbox/b@1");
    }

    private static Article version(String articleId, String documentId) {
        Article version = Articles.article(articleId, 1);
        version.getProvenance().setDocumentId(documentId);
        return version;
    }

    private void write(Article... batch) throws StoreUnavailableException {
        assertThat(versions.write(List.of(batch))).isEmpty();
    }

    /** Documents of the versions that have their text. */
    private List<Object> withText() throws SQLException {
        return rows(
                        "SELECT document_id FROM SCHEMA.article_version WHERE num_nonnulls(headline, standfirst, body, rest) = 4"
                                + " ORDER BY document_id")
                .stream()
                .map(row -> row.get("document_id"))
                .toList();
    }

    private List<Map<String, Object>> rows(String sql) throws SQLException {
        return TestPostgres.rows(settings, sql);
    }
}
