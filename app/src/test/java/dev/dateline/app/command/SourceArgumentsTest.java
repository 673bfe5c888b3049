package dev.dateline.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.app.settings.SettingsException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceArgumentsTest {
    @TempDir
    Path directory;

    @Test
    void aDirectoryIsWatchedUnderItsNameOrTheOneGiven() {
        assertThat(SourceArguments.settings(List.of("AP=" + directory)))
                .containsEntry("source.ap.directory", directory.toString())
                .containsEntry("source.ap.provider", "ap");
    }

    @Test
    void anAddressIsAFeedOfItsHostOrOfTheProviderGiven() {
        assertThat(SourceArguments.settings(List.of(
                        "https://www.bbc.example/rss?a=b",
                        "guardian=https://g.example/a",
                        "guardian=http://g.example/b")))
                .containsOnly(
                        java.util.Map.entry("source.bbc-example.feeds", "https://www.bbc.example/rss?a=b"),
                        java.util.Map.entry("source.bbc-example.provider", "bbc-example"),
                        java.util.Map.entry("source.guardian.feeds", "https://g.example/a http://g.example/b"),
                        java.util.Map.entry("source.guardian.provider", "guardian"));
    }

    @Test
    void whatCannotBeIsNamedAtOnce() {
        assertThatThrownBy(() -> SourceArguments.settings(List.of(
                        "x=" + directory.resolve("absent"), "x=" + directory, "x=https://x.example/", "http://")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("there is no directory")
                .hasMessageContaining("another source is called x too")
                .hasMessageContaining("write PROVIDER=URL");
    }
}
