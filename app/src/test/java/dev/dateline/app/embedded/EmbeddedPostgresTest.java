package dev.dateline.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    Path directory;

    @Test
    void serverOfAnotherProcessOnThePortIsNotTakenForOurs() throws Exception {
        try (EmbeddedPostgres other = EmbeddedPostgres.start(directory.resolve("other"), Ports.any());
                EmbeddedPostgres ours = EmbeddedPostgres.startOn(directory.resolve("ours"), other.port())) {
            assertThat(ours.jdbcUrl()).isNotEqualTo(other.jdbcUrl());
        }
    }
}
