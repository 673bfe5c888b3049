package dev.dateline.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Outcome;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Stage;
import dev.dateline.sink.EventRecord;
import dev.dateline.sink.StoreUnavailableException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresEventStoreTest {
    private static final Instant NOW = Instant.parse("2026-10-12T09:31:00Z");

    private final PostgresSettings settings = TestPostgres.settings();
    private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
    private PostgresEventStore events;

    @BeforeEach
    void open() throws StoreUnavailableException {
        events = PostgresEventStore.open(settings, Period.ofDays(90), clock::get);
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void everyFieldHasAColumn() throws Exception {
        write(event(7, NOW));

        assertThat(rows("SELECT * FROM SCHEMA.event")).singleElement().satisfies(row -> assertThat(row.values())
                .extracting(String::valueOf)
                .containsExactly(
                        "2026-10-12 09:31:00.0",
                        "3",
                        "7",
                        "p/1",
                        "inbox/a@1",
                        "a",
                        "2",
                        "5",
                        "GATE",
                        "CURRENT",
                        "newest"));
    }

    @Test
    void aRepeatChangesNothing() throws Exception {
        write(event(1, NOW), event(2, NOW), event(1, NOW));
        write(event(2, NOW), event(3, NOW));

        assertThat(offsets()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void eachMonthHasItsPartitionAndTheComingOneIsThereInTime() throws Exception {
        write(
                event(1, NOW),
                event(2, Instant.parse("2026-08-31T23:59:59.999Z")),
                event(3, Instant.parse("2026-09-01T00:00:00Z")));
        events.catchUp();
        assertThat(partitions()).containsExactly("event_2026_08", "event_2026_09", "event_2026_10");
        assertThat(rows("SELECT kafka_offset AS o FROM SCHEMA.event_2026_08")).containsExactly(Map.of("o", 2L));

        clock.set(Instant.parse("2026-10-26T00:00:00Z"));
        events.catchUp();
        assertThat(partitions()).endsWith("event_2026_10", "event_2026_11");
    }

    @Test
    void monthsThatAreOlderThanTheyHaveToBeKeptAreDropped() throws Exception {
        write(event(1, Instant.parse("2026-07-31T23:00:00Z")), event(2, NOW));
        events.catchUp();
        clock.set(Instant.parse("2026-10-29T23:00:00Z")); // 90 days after the end of July
        events.catchUp();
        assertThat(offsets()).as("a day is left for clocks that differ").containsExactly(1L, 2L);

        clock.set(Instant.parse("2026-10-31T00:00:01Z"));
        events.catchUp();

        assertThat(offsets()).containsExactly(2L);
        assertThat(partitions()).doesNotContain("event_2026_07");
    }

    @Test
    void eventsOlderThanTheyHaveToBeKeptAreLeftOut() throws Exception {
        write(event(1, NOW.minus(Duration.ofDays(91))), event(2, NOW.minus(Duration.ofDays(89))));

        assertThat(offsets()).containsExactly(2L);
    }

    @Test
    void anEventFromTheFutureIsRefused() throws Exception {
        EventRecord future = event(1, NOW.plus(Duration.ofDays(2)));

        assertThat(events.write(List.of(future, event(2, NOW)))).singleElement().satisfies(refused -> {
            assertThat(refused.value()).isSameAs(future);
            assertThat(refused.reason()).contains("2026-10-14T09:31:00Z");
        });
        assertThat(offsets()).containsExactly(2L);
    }

    @Test
    void anAddressMayBeLongAndOddCharactersCostNoEvent() throws Exception {
        EventRecord odd = event(1, NOW);
        odd.event().setUri("https://example.org/" + "\u4E2D".repeat(5_000));
        odd.event().setReason("what\0ever");
        write(event(2, NOW), odd);

        assertThat(rows("SELECT length(uri) AS n, reason FROM SCHEMA.event WHERE kafka_offset = 1"))
                .containsExactly(Map.of("n", 5_020, "reason", "what\uFFFDever"));
    }

    @Test
    void whatBecameOfAnArticleOutlivesItsErasure() throws Exception {
        write(event(1, NOW));
        try (PostgresArticleStore articles = PostgresArticleStore.open(settings, true)) {
            articles.erase(List.of("p/1"));
        }
        assertThat(offsets()).containsExactly(1L);
    }

    @Test
    void anEventIsFoundByArticleDocumentOrAddressThroughAnIndex() throws Exception {
        write(event(1, NOW));
        TestPostgres.execute("ALTER ROLE postgres SET enable_seqscan = off");
        try {
            for (Map.Entry<String, String> known : Map.of("article_id", "p/1", "document_id", "inbox/a@1", "uri", "a")
                    .entrySet()) {
                String find = "SELECT kafka_offset AS o FROM SCHEMA.event WHERE " + known.getKey() + " = '"
                        + known.getValue() + "'";
                assertThat(rows(find)).containsExactly(Map.of("o", 1L));
                assertThat(rows("EXPLAIN " + find).toString()).contains("event_2026_10_" + known.getKey() + "_idx");
            }
        } finally {
            TestPostgres.execute("ALTER ROLE postgres RESET enable_seqscan");
        }
    }

    private void write(EventRecord... batch) throws StoreUnavailableException {
        assertThat(events.write(List.of(batch))).isEmpty();
    }

    private List<Object> offsets() throws SQLException {
        return rows("SELECT kafka_offset AS o FROM SCHEMA.event ORDER BY 1").stream()
                .map(row -> row.get("o"))
                .toList();
    }

    private List<Object> partitions() throws SQLException {
        return rows(
                        "SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'SCHEMA.event'::regclass"
                                + " ORDER BY 1")
                .stream()
                .map(row -> (Object) ((String) row.get("name")).replaceFirst(".*[.]", ""))
                .toList();
    }

    private List<Map<String, Object>> rows(String sql) throws SQLException {
        return TestPostgres.rows(settings, sql);
    }

    private static EventRecord event(long offset, Instant at) {
        return new EventRecord(
                new PipelineEvent("inbox/a@1", "a", "p/1", "2", 5L, Stage.GATE, Outcome.CURRENT, "newest", at),
                3,
                offset);
    }
}
