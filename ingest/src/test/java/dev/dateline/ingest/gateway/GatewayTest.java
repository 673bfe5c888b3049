package dev.dateline.ingest.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.model.Document;
import dev.dateline.model.Topics;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gateway takes, and how it answers. */
class GatewayTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        gateway = RunningGateway.start(directory, true);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aBodyIsADocumentUnderTheIdThatTheAnswerTells() throws Exception {
        HttpResponse<String> answer = gateway.post(
                "<nitf/>", "Content-Type", "Text/XML; charset=windows-1252", "Content-Location", "sport/a%20b.xml");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        ProducerRecord<String, byte[]> record = gateway.records().get(0);
        assertThat(record.topic()).isEqualTo(Topics.DOCUMENTS.name());
        Document document = Document.of(record.headers(), record.value());
        assertThat(document.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("<nitf/>");
        assertThat(document.source()).isEqualTo("gateway");
        assertThat(document.provider()).isEqualTo("agency");
        assertThat(document.uri()).isEqualTo("agency/sport/a b.xml");
        assertThat(document.contentType()).isEqualTo("text/xml");
        assertThat(document.charset()).isEqualTo("windows-1252");
        assertThat(document.receivedAt()).isEqualTo(RunningGateway.NOW);
        assertThat(record.key())
                .isEqualTo(document.id())
                .isEqualTo(json(answer).path("id").asText());
        assertThat(json(answer).path("sha256").asText()).isEqualTo(document.sha256());
    }

    @Test
    void theSameKeyAndBytesGiveTheSameIdAndOtherBytesAnother() throws Exception {
        String first = id(gateway.post("one", "Idempotency-Key", "\"8e03978e-40d5\""));
        assertThat(id(gateway.post("one", "Idempotency-Key", "8e03978e-40d5"))).isEqualTo(first);
        assertThat(id(gateway.post("two", "Idempotency-Key", "\"8e03978e-40d5\"")))
                .isNotEqualTo(first);
        assertThat(id(gateway.post("one", "Idempotency-Key", "\"another\""))).isNotEqualTo(first);
        assertThat(first).startsWith("gateway/agency/keys/8e03978e-40d5@");
        assertThat(id(gateway.post("one", "Idempotency-Key", "../x"))).startsWith("gateway/agency/keys/..%2Fx@");
    }

    @Test
    void withoutKeyAndNameTheDigestIsTheAddress() throws Exception {
        String first = id(gateway.post("one"));
        assertThat(first).matches("gateway/agency/sha256/([0-9a-f]{16})@\\1");
        assertThat(id(gateway.post("one"))).isEqualTo(first);
        assertThat(id(gateway.post("two"))).isNotEqualTo(first);
    }

    @Test
    void eachPartOfMultipartIsADocument() throws Exception {
        String body = """
                --cut\r
                Content-Disposition: form-data; name="a"; filename="a.xml"\r
                Content-Type: text/xml; charset=utf-8\r
                \r
                <a/>\r
                --cut\r
                Content-Disposition: form-data; name="b"; filename="../b.xml"\r
                \r
                <b/>\r
                --cut\r
                Content-Disposition: form-data; name="c"\r
                Content-Location: desk/c%C3%A4.txt\r
                \r
                C\r
                --cut--\r
                """;
        HttpResponse<String> answer = gateway.post(body, "Content-Type", "multipart/form-data; boundary=cut");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode list = json(answer);
        assertThat(list.path("accepted").asInt()).isEqualTo(2);
        assertThat(list.path("refused").asInt()).isEqualTo(1);
        assertThat(list.path("documents").findValuesAsText("outcome"))
                .containsExactly("accepted", "refused", "accepted");
        assertThat(list.path("documents").path(1).path("detail").asText()).contains("..");
        assertThat(documents()).extracting(Document::uri).containsExactly("agency/a.xml", "agency/desk/cä.txt");
        assertThat(documents()).extracting(Document::contentType).containsExactly("text/xml", null);
        assertThat(keys())
                .containsExactly(
                        list.path("documents").path(0).path("id").asText(),
                        list.path("documents").path(2).path("id").asText());
    }

    @Test
    void eachLineIsADocument() throws Exception {
        HttpResponse<String> answer = gateway.post(
                "{\"a\":1}\n\n{\"a\":2}\n", "Content-Type", "application/x-ndjson", "Content-Location", "batch-7");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(documents())
                .extracting(Document::uri)
                .containsExactly("agency/batch-7.ndjson#1", "agency/batch-7.ndjson#3");
        assertThat(json(answer).path("documents").findValuesAsText("id")).isEqualTo(keys());
    }

    @Test
    void compressedBodiesAndArchivesAreOpened() throws Exception {
        gateway.post(gzip("<way/>"), "Content-Encoding", "gzip", "Content-Location", "way.xml");
        gateway.post(gzip("<file/>"), "Content-Location", "file.xml.gz");
        gateway.post(zip("x/a.xml", "<x/>", "b.txt", "y"), "Content-Type", "application/zip");

        assertThat(documents())
                .extracting(document -> new String(document.bytes(), StandardCharsets.UTF_8))
                .containsExactly("<way/>", "<file/>", "<x/>", "y");
        assertThat(documents()).extracting(Document::uri).element(0).isEqualTo("agency/way.xml");
        assertThat(documents()).extracting(Document::uri).element(2).asString().endsWith(".zip!/x/a.xml");
    }

    @Test
    void nothingIsAnsweredBeforeTheBrokersHaveIt() throws Exception {
        try (RunningGateway waiting = RunningGateway.start(directory, false)) {
            CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> unchecked(waiting));
            Awaitility.await().until(() -> waiting.records().size() == 1);
            Awaitility.await().during(Duration.ofMillis(300)).until(() -> !answer.isDone());
            waiting.producer().completeNext();
            assertThat(answer.join().statusCode()).isEqualTo(201);
        }
    }

    @Test
    void whatTheBrokersDoNotAcknowledgeIsAnsweredWith503() throws Exception {
        try (RunningGateway waiting = RunningGateway.start(directory, false)) {
            CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> unchecked(waiting));
            Awaitility.await().until(() -> waiting.records().size() == 1);
            waiting.producer().errorNext(new TimeoutException("expired"));
            assertThat(answer.join().statusCode()).isEqualTo(503);
            assertThat(answer.join().headers().firstValue("retry-after")).contains("1");
            assertThat(json(answer.join()).path("detail").asText()).contains("send it again");
        }
    }

    @Test
    void aChangedTokensFileCountsWithoutARestart() throws Exception {
        String other = "another-token";
        Files.writeString(gateway.tokens(), Token.line("desk", other) + "\n");
        Files.setLastModifiedTime(gateway.tokens(), FileTime.from(RunningGateway.NOW));
        Awaitility.await().until(() -> gateway.post("x").statusCode() == 401);
        Files.writeString(gateway.tokens(), "broken\n");
        Awaitility.await()
                .during(Duration.ofMillis(1_500))
                .atMost(Duration.ofSeconds(5))
                .until(() -> gateway.send(gateway.request()
                                        .setHeader("Authorization", "Bearer " + other)
                                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("y")))
                                .statusCode()
                        == 201);
    }

    @Test
    void metricsCountDocumentsByProviderAndOutcome() throws Exception {
        gateway.post("one");
        gateway.post("");
        assertThat(gateway.get("/metrics").body())
                .contains("dateline_gateway_documents_total{outcome=\"accepted\",provider=\"agency\"} 1.0")
                .contains("dateline_gateway_documents_total{outcome=\"refused\",provider=\"agency\"} 1.0")
                .contains("dateline_gateway_request_seconds_bucket{status=\"201\",le=\"0.005\"}")
                .contains("dateline_gateway_inflight_bytes 0.0");
    }

    @Test
    void itIsAliveWithoutBrokersAndNotReady() throws Exception {
        assertThat(gateway.get("/livez").statusCode()).isEqualTo(200);
        HttpResponse<String> ready = gateway.get("/readyz");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(json(ready).path("detail").asText())
                .contains("wire.documents.v1")
                .contains("dateline topics apply");
    }

    @Test
    void whatIsUnderWayIsAnsweredBeforeItStops() throws Exception {
        try (RunningGateway waiting = RunningGateway.start(directory, false)) {
            CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> unchecked(waiting));
            Awaitility.await().until(() -> waiting.records().size() == 1);
            CompletableFuture<Void> stopping = CompletableFuture.runAsync(waiting::close);
            Awaitility.await().during(Duration.ofMillis(1_500)).until(() -> !stopping.isDone() && !answer.isDone());
            waiting.producer().completeNext();
            assertThat(answer.join().statusCode()).isEqualTo(201);
            stopping.join();
        }
    }

    private static HttpResponse<String> unchecked(RunningGateway gateway) {
        try {
            return gateway.post("held");
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Document> documents() {
        return gateway.records().stream()
                .map(record -> Document.of(record.headers(), record.value()))
                .toList();
    }

    private List<String> keys() {
        return gateway.records().stream().map(ProducerRecord::key).toList();
    }

    private static String id(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).path("id").asText();
    }

    static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }

    static byte[] gzip(String text) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] zip(String... namesAndTexts) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
