package dev.dateline.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The endpoint as Confluent's own client sees it. */
class RegistryServerTest {
    private static final AvroSchema V1 = record("{\"name\":\"a\",\"type\":\"string\"}");
    private static final AvroSchema V2 =
            record("{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":\"int\",\"default\":0}");
    private static final AvroSchema BREAKING = record("{\"name\":\"c\",\"type\":\"string\"}");

    @TempDir
    Path directory;

    private RegistryServer server;
    private SchemaRegistryClient client;

    @BeforeEach
    void start() throws Exception {
        server = RegistryServer.start(directory.resolve("registry.jsonl"), 0);
        client = new CachedSchemaRegistryClient(server.url(), 10);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theSameSchemaKeepsItsIdAlsoUnderAnotherSubject() throws Exception {
        int id = client.register("s", V1);
        assertThat(client.register("s", V1)).isEqualTo(id);
        assertThat(client.register("other", V1)).isEqualTo(id);
        assertThat(client.register("s", V2)).isNotEqualTo(id);
        assertThat(client.getAllVersions("s")).containsExactly(1, 2);
        assertThat(client.getLatestSchemaMetadata("s").getVersion()).isEqualTo(2);
        assertThat(client.getSchemaById(id)).isEqualTo(V1);
        assertThat(client.getAllSubjects()).containsExactlyInAnyOrder("s", "other");
    }

    @Test
    void anIncompatibleSchemaIsRefused() throws Exception {
        client.updateCompatibility("s", "FULL_TRANSITIVE");
        client.register("s", V1);
        assertThat(client.testCompatibility("s", V2)).isTrue();
        assertThat(client.testCompatibility("s", BREAKING)).isFalse();
        assertThatThrownBy(() -> client.register("s", BREAKING))
                .isInstanceOfSatisfying(RestClientException.class, refused -> assertThat(refused.getStatus())
                        .isEqualTo(409));
    }

    @Test
    void whatIsUnknownAnswersWithConfluentsCodes() throws Exception {
        assertCode(40401, () -> client.getLatestSchemaMetadata("missing"));
        client.register("s", V1);
        assertCode(40402, () -> client.getSchemaMetadata("s", 7));
        assertCode(40403, () -> client.getId("s", V2));
        assertCode(40403, () -> client.getSchemaById(99));
        assertCode(42203, () -> client.updateCompatibility("s", "SOMETIMES"));
    }

    @Test
    void schemasSubjectsAndLevelsSurviveARestart() throws Exception {
        client.updateCompatibility("s", "FULL_TRANSITIVE");
        int first = client.register("s", V1);
        int second = client.register("s", V2);
        client.register("gone", V1);
        client.deleteSubject("gone");
        server.close();

        server = RegistryServer.start(directory.resolve("registry.jsonl"), 0);
        client = new CachedSchemaRegistryClient(server.url(), 10);
        assertThat(client.getAllSubjects()).containsExactly("s");
        assertThat(client.getId("s", V1)).isEqualTo(first);
        assertThat(client.getId("s", V2)).isEqualTo(second);
        assertThat(client.getCompatibility("s")).isEqualTo("FULL_TRANSITIVE");
        assertThat(
                        client.register(
                                "s",
                                record(
                                        "{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"z\",\"type\":\"long\",\"default\":1}")))
                .isGreaterThan(second);
    }

    private static void assertCode(int code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(RestClientException.class, failure -> assertThat(failure.getErrorCode())
                        .isEqualTo(code));
    }

    private static AvroSchema record(String fields) {
        return new AvroSchema("{\"type\":\"record\",\"name\":\"R\",\"fields\":[" + fields + "]}");
    }
}
