package dev.dateline.app.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the client takes what a gateway answers. */
class GatewayClientTest {
    private static final List<PushedDocument> TWO = List.of(
            PushedDocument.of("../a b.xml", bytes("<a/>")), PushedDocument.of("/x/c.zip!/d.xml", bytes("<d/>")));

    private final Queue<String> answers = new ArrayDeque<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<Duration> pauses = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/documents", exchange -> {
            requests.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + exchange.getRequestBody().readAllBytes().length);
            String[] answer = answers.remove().split(" ", 2);
            exchange.getResponseHeaders().add("Retry-After", "3");
            exchange.getResponseHeaders().add("WWW-Authenticate", "Bearer");
            exchange.sendResponseHeaders(Integer.parseInt(answer[0]), 0);
            exchange.getResponseBody().write(bytes(answer[1]));
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatIsForLaterIsSentAgainUnchangedAfterThePauseThatWasAsked() throws Exception {
        answers.addAll(List.of(
                "429 {}",
                "503 {\"detail\":\"later\"}",
                "502 <html>",
                "200 {\"documents\":[{\"outcome\":\"accepted\"},{\"outcome\":\"refused\",\"detail\":\"no\"}]}"));
        assertThat(client().push(TWO)).containsExactly(null, "no");
        assertThat(requests).hasSize(4).allMatch(requests.get(0)::equals);
        assertThat(requests.get(0)).startsWith("Bearer secret multipart/form-data");
        assertThat(pauses).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(3));
    }

    @Test
    void whoIsTurnedAwayIsToldAtOnce() {
        answers.add("401 {\"detail\":\"nobody has this token\"}");
        assertThatThrownBy(() -> client().push(TWO))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("401: nobody has this token")
                .hasMessageNotContaining("secret");
    }

    @Test
    void whatIsTooMuchAtOnceIsSentInHalves() throws Exception {
        answers.addAll(List.of(
                "413 {\"detail\":\"split it\"}",
                "200 {\"documents\":[{\"outcome\":\"accepted\"}]}",
                "413 {\"detail\":\"split it\"}"));
        assertThat(client().push(TWO)).containsExactly(null, "split it");
    }

    @Test
    void itGivesUpWhenItsPatienceIsAtAnEndAndStopsWhenAsked() throws Exception {
        server.stop(0);
        GatewayClient impatient = new GatewayClient(url(), "secret", Duration.ZERO, time -> false);
        assertThatThrownBy(() -> impatient.push(TWO)).hasMessageContaining("is the gateway running?");
        assertThat(new GatewayClient(url(), "secret", Duration.ofMinutes(1), time -> true).push(TWO))
                .isNull();
    }

    @Test
    void addressesLeadNowhereElse() {
        assertThat(TWO).extracting(PushedDocument::address).containsExactly("a b.xml", "x/c.zip!/d.xml");
        assertThat(TWO).extracting(PushedDocument::location).containsExactly("a%20b.xml", "x/c.zip%21/d.xml");
        assertThat(PushedDocument.of("..\\..", bytes("")).address()).isEqualTo("-");
    }

    private GatewayClient client() {
        return new GatewayClient(url(), "secret", Duration.ofMinutes(1), time -> {
            pauses.add(time);
            return false;
        });
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
