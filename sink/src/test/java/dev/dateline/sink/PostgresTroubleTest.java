package dev.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dateline.sink.postgres.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody has to mend: it is told in one line, waited for, and nothing is skipped once it is mended. */
class PostgresTroubleTest {
    private final String schema = TestPostgres.newSchema();
    private final String role = schema + "_desk";
    private final FakeContext context = new FakeContext();
    private final PostgresSinkTask task = new PostgresSinkTask(InstantSource.system());
    private Records records;
    private long revision;

    @BeforeEach
    void roleWithASchema() throws Exception {
        records = new Records(schema);
        TestPostgres.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'hush'");
        TestPostgres.execute("CREATE SCHEMA " + schema + " AUTHORIZATION " + role);
    }

    @AfterEach
    void stop() {
        task.stop();
        records.close();
    }

    @Test
    void aWrongPasswordIsToldToWhoeverCreatesTheConnectorWithoutPrintingIt() throws Exception {
        TestPostgres.askForPasswordOf(role);
        assertThat(problems(Map.of("connection.password", "hush"))).isEmpty();

        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                        problems(Map.of("connection.password", "wrong hush")))
                .singleElement()
                .asString()
                .startsWith("jdbc:postgresql://")
                .contains("password authentication failed for user \"" + role + "\"")
                .doesNotContain("hush", "\n"));
    }

    @Test
    void aServerThatIsDownIsNoProblemOfTheConfiguration() {
        assertThat(problems(Map.of("connection.url", "jdbc:postgresql://127.0.0.1:" + TestKafka.freePort() + "/x")))
                .isEmpty();
    }

    @Test
    void aRoleThatMayNotMakeItsSchemaIsTold() {
        assertThat(problems(Map.of("connection.schema", schema + "_other")))
                .singleElement()
                .asString()
                .endsWith("there is no schema " + schema + "_other, and role " + role
                        + " may not make it: CREATE SCHEMA " + schema + "_other AUTHORIZATION " + role);
    }

    @Test
    void aRoleThatMayNotUseTheSchemaIsTold() throws Exception {
        TestPostgres.execute("CREATE SCHEMA " + schema + "_other");

        assertThat(problems(Map.of("connection.schema", schema + "_other")))
                .singleElement()
                .asString()
                .endsWith(
                        "role " + role + " may not use schema " + schema + "_other: GRANT dateline_writer TO " + role);
    }

    @Test
    void aTaskWaitsUntilItsPasswordIsRight() throws Exception {
        TestPostgres.askForPasswordOf(role);
        TestPostgres.execute("ALTER ROLE " + role + " PASSWORD 'another'");
        start(Map.of("connection.password", "hush"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> refused("password authentication failed"));
        TestPostgres.execute("ALTER ROLE " + role + " PASSWORD 'hush'");

        assertEverythingIsStored();
    }

    @Test
    void aTaskWaitsUntilItHasItsPrivilegesBack() throws Exception {
        startAndStoreOne();
        TestPostgres.execute("ALTER TABLE " + schema + ".article OWNER TO postgres");
        refused("permission denied for table article");
        TestPostgres.execute("ALTER TABLE " + schema + ".article OWNER TO " + role);

        assertEverythingIsStored();
    }

    @Test
    void aTaskWaitsWhileTheDatabaseIsReadOnly() throws Exception {
        TestPostgres.execute("ALTER ROLE " + role + " SET default_transaction_read_only = on");
        start(Map.of());
        refused("read-only transaction");
        TestPostgres.execute("ALTER ROLE " + role + " RESET default_transaction_read_only");
        put();
        TestPostgres.execute("ALTER ROLE " + role + " SET default_transaction_read_only = on");
        disconnect();
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> refused("read-only transaction"));
        TestPostgres.execute("ALTER ROLE " + role + " RESET default_transaction_read_only");

        assertEverythingIsStored();
    }

    @Test
    void aTaskWaitsUntilAColumnIsBack() throws Exception {
        startAndStoreOne();
        TestPostgres.execute("ALTER TABLE " + schema + ".article RENAME COLUMN genre TO genre_away");
        refused("column \"genre\"");
        TestPostgres.execute("ALTER TABLE " + schema + ".article RENAME COLUMN genre_away TO genre");

        assertEverythingIsStored();
    }

    @Test
    void aTaskWaitsUntilATableIsBack() throws Exception {
        startAndStoreOne();
        TestPostgres.execute("ALTER TABLE " + schema + ".erased RENAME TO erased_away");
        refused("erased");
        TestPostgres.execute("ALTER TABLE " + schema + ".erased_away RENAME TO erased");

        assertEverythingIsStored();
    }

    @Test
    void aTaskWaitsWhileSomebodyHoldsTheTable() throws Exception {
        start(Map.of("statement.timeout.ms", "1000"));
        put();
        try (Connection other = DriverManager.getConnection(TestPostgres.url())) {
            other.setAutoCommit(false);
            other.createStatement().execute("LOCK TABLE " + schema + ".article");
            refused("statement timeout");
            other.rollback();
        }

        assertEverythingIsStored();
    }

    @Test
    void aSessionThatTheServerEndsCostsNothing() throws Exception {
        startAndStoreOne();
        disconnect();

        assertEverythingIsStored();
    }

    private void disconnect() throws Exception {
        TestPostgres.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + role + "'");
    }

    private void startAndStoreOne() {
        start(Map.of());
        put();
    }

    private void start(Map<String, String> more) {
        task.initialize(context);
        task.start(properties(more));
    }

    private SinkRecord next() {
        revision++;
        return records.of(Articles.current("w/" + revision, revision));
    }

    private void put() {
        task.put(List.of(next()));
    }

    /** The task asks for the records again, and says why in one line. */
    private void refused(String reason) {
        List<SinkRecord> batch = List.of(next());
        revision--;
        assertThatExceptionOfType(RetriableException.class)
                .isThrownBy(() -> task.put(batch))
                .withMessageContaining(reason)
                .withMessageNotContainingAny("\n", "hush", "River port");
    }

    /** Connect puts the same records again until the task takes them. */
    private void assertEverythingIsStored() throws Exception {
        List<SinkRecord> batch = List.of(next(), next());
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .ignoreExceptionsInstanceOf(RetriableException.class)
                .untilAsserted(() -> task.put(batch));
        assertThat(TestPostgres.query("SELECT count(*) AS n FROM " + schema + ".article"))
                .containsExactly(Map.of("n", revision));
        assertThat(context.deadLetters).isEmpty();
    }

    private List<String> problems(Map<String, String> more) {
        return new PostgresSinkConnector()
                .validate(properties(more)).configValues().stream()
                        .map(ConfigValue::errorMessages)
                        .flatMap(List::stream)
                        .toList();
    }

    private Map<String, String> properties(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(PostgresSinkConfigTest.minimal());
        properties.put("connection.url", TestPostgres.url().replaceAll("[?].*", ""));
        properties.put("connection.user", role);
        properties.put("connection.schema", schema);
        properties.put("retry.backoff.ms", "10");
        properties.put("retry.backoff.max.ms", "100");
        properties.put("connection.timeout.ms", "1000");
        properties.put("search.index", "false");
        properties.putAll(records.registry);
        properties.putAll(more);
        return properties;
    }
}
