package dev.dateline.ingest.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.model.Topics;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway does not take, and what it says then. */
class GatewayRefusalsTest {
    private static final int MIB = 1 << 20;
    private static final String AUTHORIZED = "Authorization: Bearer " + RunningGateway.TOKEN + "\r\n";

    @TempDir
    Path directory;

    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        gateway = RunningGateway.start(directory, true, 12 * MIB, 30L * MIB);
    }

    @AfterEach
    void nothingCameThroughAndNothingIsHeld() throws Exception {
        assertThat(gateway.records()).isEmpty();
        Awaitility.await().until(() -> gateway.get("/metrics").body().contains("dateline_gateway_inflight_bytes 0.0"));
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer wrong", "Basic YTpi", "Bearer a-token-of-the-test"})
    void withoutAKnownTokenNothingIsTaken(String authorization) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.uri("/documents")).POST(HttpRequest.BodyPublishers.ofString("x"));
        HttpResponse<String> answer =
                gateway.send(authorization.isEmpty() ? request : request.header("Authorization", authorization));

        isProblem(answer, 401, "token");
        assertThat(answer.headers().firstValue("www-authenticate")).contains("Bearer");
        assertThat(answer.body()).doesNotContain("a-token");
    }

    @Test
    void aDocumentLargerThanADocumentMayBeIsRefusedAlone() throws Exception {
        isProblem(gateway.post(new byte[Topics.MAX_DOCUMENT_BYTES + 1]), 413, "split it");
    }

    @Test
    void aRequestLargerThanARequestMayBeIsAnsweredThoughItIsStillBeingSent() throws Exception {
        isProblem(gateway.post(new byte[13 * MIB]), 413, "split it");
    }

    @Test
    void aRequestWithoutALengthIsBoundedAsWell() throws Exception {
        HttpResponse<String> answer = gateway.send(gateway.request()
                .POST(HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofByteArray(new byte[13 * MIB]))));
        isProblem(answer, 413, "split it");
    }

    @Test
    void whatExpandsToMoreThanARequestMayBeIsRefused() throws Exception {
        isProblem(gateway.post(GatewayTest.gzip(" ".repeat(13 * MIB)), "Content-Encoding", "gzip"), 413, "expanded");
    }

    @Test
    void whatIsNotCompressedAsDeclaredIsRefused() throws Exception {
        isProblem(gateway.post("plain", "Content-Encoding", "gzip"), 400, "gzip");
        HttpResponse<String> answer = gateway.post("x", "Content-Encoding", "br");
        isProblem(answer, 415, "gzip");
        assertThat(answer.headers().firstValue("accept-encoding")).contains("gzip");
    }

    @Test
    void anEmptyBodyAndOneWithoutDocumentsAreRefused() throws Exception {
        isProblem(gateway.post(""), 422, "nothing in it");
        isProblem(gateway.post("\n\n", "Content-Type", "application/x-ndjson"), 422, "no document");
    }

    @Test
    void damagedMultipartIsRefused() throws Exception {
        isProblem(gateway.post("x", "Content-Type", "multipart/form-data"), 400, "boundary");
        isProblem(gateway.post("x", "Content-Type", "multipart/form-data; boundary=a"), 400, "multipart");
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < 1_001; i++) {
            parts.append("--a\r\nContent-Disposition: form-data; name=\"p\"\r\n\r\nx\r\n");
        }
        isProblem(gateway.post(parts + "--a--\r\n", "Content-Type", "multipart/form-data; boundary=a"), 413, "parts");
    }

    @Test
    void tooManyDocumentsAreRefusedWhole() throws Exception {
        isProblem(gateway.post("1\n".repeat(10_001), "Content-Type", "application/jsonl"), 413, "10000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/../b", "/etc/passwd", "a/%2e%2e/b", "a%0Ab", "a\\..\\b", "%FF", "%", "%20", "."})
    void addressesWithTricksAreRefused(String location) throws Exception {
        isProblem(gateway.post("x", "Content-Location", location), 400, "Content-Location");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "é"})
    void keysThatAreNoneAreRefused(String key) throws Exception {
        assertThat(gateway.raw("POST /documents HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + AUTHORIZED
                        + "Idempotency-Key: " + key + "\r\nContent-Length: 1\r\n\r\nx"))
                .startsWith("HTTP/1.1 400 ")
                .contains("Idempotency-Key");
    }

    @ParameterizedTest
    @CsvSource({"/documents,GET,POST", "/metrics,POST,'GET, HEAD'", "/documents,DELETE,POST", "/livez,TRACE,'GET, HEAD'"
    })
    void otherMethodsAreTold(String path, String method, String allowed) throws Exception {
        String answer = gateway.raw(method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 405 ")
                .contains("Allow: " + allowed)
                .contains("problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/documents/",
                "/documents/../metrics",
                "/documents/%2e%2e/metrics",
                "/%64ocuments",
                "//documents",
                "/documents;a=b",
                "/metrics%2f",
                "/.%2e/metrics",
                "/metrics\\",
                "/metrics%00"
            })
    void noSpellingOfAPathLeadsToAnother(String path) throws Exception {
        String answer = gateway.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1\\.1 40[04] .*problem\\+json.*").doesNotContain("dateline_gateway");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n",
                "Content-Length: 1\r\nContent-Length: 2\r\n",
                "Content-Length: +1\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Content-Length : 1\r\n",
                "X: a\r\n folded\r\nContent-Length: 1\r\n",
                "Host: y\r\nContent-Length: 1\r\n"
            })
    void requestsWithTwoReadingsAreRefusedAndTheConnectionIsClosed(String headers) throws Exception {
        String answer = gateway.raw("POST /documents HTTP/1.1\r\nHost: x\r\n" + AUTHORIZED + headers
                + "\r\n0\r\n\r\nGET /livez HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(answer)
                .matches("(?s)HTTP/1\\.1 (400|501) .*problem\\+json.*")
                .doesNotContain("alive");
    }

    @Test
    void oversizedHeadersAreRefused() throws Exception {
        String answer = gateway.raw("GET /livez HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(9_000) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 431 ").contains("8192").contains("problem+json");
        assertThat(gateway.raw("GET /" + "y".repeat(9_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ")
                .contains("problem+json");
    }

    @Test
    void whatIsNotHttpIsRefused() throws Exception {
        assertThat(gateway.raw("\u0016\u0003\u0001\u0002\r\n\r\n")).contains(" 400 ");
        assertThat(gateway.raw("GET /livez HTTP/9.9\r\nHost: x\r\n\r\n")).contains(" 505 ");
    }

    @Test
    void aBodyThatDoesNotArriveInTimeIsRefused() throws Exception {
        String answer = gateway.raw(
                "POST /documents HTTP/1.1\r\nHost: x\r\n" + AUTHORIZED + "Content-Length: 100\r\n\r\nonly a part");
        assertThat(answer).startsWith("HTTP/1.1 408 ").contains("problem+json");
    }

    @Test
    void headersThatTrickleAreGivenUp() throws Exception {
        try (Socket socket = gateway.connect()) {
            socket.getOutputStream().write("POST /documents HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !takes(socket));
        }
    }

    private static boolean takes(Socket socket) throws IOException {
        try {
            socket.getOutputStream().write('x');
            return socket.getInputStream().available() > 0
                    || socket.getInputStream().read() >= 0;
        } catch (SocketException e) {
            return false;
        }
    }

    @Test
    void whatDoesNotFitBesideTheRestIsToldToComeLater() throws Exception {
        try (RunningGateway waiting = RunningGateway.start(directory, false, 4 * MIB, 8L * MIB)) {
            CompletableFuture<HttpResponse<String>> first = post(waiting, new byte[3 * MIB]);
            Awaitility.await().until(() -> waiting.records().size() == 1);

            HttpResponse<String> second = waiting.post(new byte[3 * MIB]);
            isProblem(second, 429, "send it again");
            assertThat(second.headers().firstValue("retry-after")).contains("1");

            waiting.producer().completeNext();
            assertThat(first.join().statusCode()).isEqualTo(201);
            CompletableFuture<HttpResponse<String>> third = post(waiting, new byte[3 * MIB]);
            Awaitility.await().until(() -> waiting.producer().completeNext());
            assertThat(third.join().statusCode()).isEqualTo(201);
        }
    }

    private static CompletableFuture<HttpResponse<String>> post(RunningGateway gateway, byte[] body) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return gateway.post(body);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void isProblem(HttpResponse<String> answer, int status, String detail) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        JsonNode problem = GatewayTest.json(answer);
        assertThat(problem.path("type").asText()).isEqualTo("about:blank");
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asText()).contains(detail).doesNotContain("\n");
    }
}
