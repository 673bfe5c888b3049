package dev.dateline.ingest.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayConfigTest {
    @TempDir
    Path directory;

    @Test
    void allProblemsAreNamedAtOnce() throws Exception {
        Path tokens = Files.writeString(directory.resolve("tokens"), "agency swordfish\nbad/name sha256:00\n");
        GatewayConfig config = new GatewayConfig(
                URI.create("https://127.0.0.1:8085"),
                "a/b",
                tokens,
                null,
                null,
                100,
                100,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Map.of());

        assertThat(config.problems())
                .hasSize(5)
                .anyMatch(problem -> problem.contains("gateway.tls.keystore.file"))
                .anyMatch(problem -> problem.contains("gateway.source"))
                .anyMatch(problem -> problem.contains("line 1 is not PROVIDER sha256:HEX"))
                .anyMatch(problem -> problem.contains("line 2 does not name a provider"))
                .anyMatch(problem -> problem.contains("gateway.inflight.bytes"))
                .noneMatch(problem -> problem.contains("swordfish"));
    }

    @Test
    void aFreshTokenIsLetInByItsLineAndIsNotInIt() throws Exception {
        SecureRandom random = new SecureRandom();
        String token = Token.fresh(random);
        Path tokens = Files.writeString(directory.resolve("tokens"), Token.line("agency", token) + "\n");

        assertThat(token).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(Token.fresh(random));
        assertThat(Files.readString(tokens)).doesNotContain(token);
        assertThat(new Tokens(tokens, System::nanoTime).provider(token)).isEqualTo("agency");
        assertThat(new Tokens(tokens, System::nanoTime).provider(token + "x")).isNull();
        assertThatThrownBy(() -> Token.line("a/b", token)).hasMessageContaining("cannot name a provider");
    }
}
