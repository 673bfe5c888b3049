package dev.dateline.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedDirectoryTest {
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    @TempDir
    Path directory;

    @Test
    void filesGoWhereTheirDocumentsWent() throws Exception {
        write("a.jsonl", "{\"a\":1}\n{\"a\":2}\n");
        write("b.xml", "<b/>");
        try (WatchedDirectory watched = open()) {
            List<WatchedDirectory.Entry> entries = watched.poll();
            assertThat(entries)
                    .extracting(WatchedDirectory.Entry::uri)
                    .containsExactly("a.jsonl#1", "a.jsonl#2", "b.xml");
            watched.taken(entries.get(0));
            watched.refused(entries.get(2), "too short");
            assertThat(watched.poll()).isEmpty();
            assertThat(directory.resolve("a.jsonl"))
                    .as("a line of it is under way")
                    .exists();
            watched.taken(entries.get(1));
        }
        assertThat(directory.resolve("done/a.jsonl")).exists();
        assertThat(directory.resolve("failed/b.xml")).exists();
        assertThat(directory.resolve("failed/b.xml.reason.txt")).hasContent("too short");
    }

    @Test
    void whatWasNotAnsweredForIsFoundAgainUnderTheSameAddress() throws Exception {
        write("sport/a.xml", "<a/>");
        try (WatchedDirectory watched = open()) {
            assertThat(watched.poll()).hasSize(1);
        }
        try (WatchedDirectory watched = open()) {
            assertThat(watched.poll()).extracting(WatchedDirectory.Entry::uri).containsExactly("sport/a.xml");
        }
    }

    @Test
    void whatIsNoDocumentSaysWhy() throws Exception {
        write("a.zip", "PK\u0003\u0004 and no more");
        try (WatchedDirectory watched = open()) {
            WatchedDirectory.Entry entry = watched.poll().get(0);
            assertThat(entry.bytes()).isNull();
            assertThat(entry.reason()).contains("damaged");
            watched.taken(entry);
        }
        assertThat(directory.resolve("failed/a.zip")).exists();
    }

    @Test
    void aDirectoryThatCannotBeWatchedIsNamed() {
        assertThatThrownBy(() -> WatchedDirectory.open(directory.resolve("none"), () -> NOW, System::nanoTime))
                .hasMessageContaining("none")
                .hasMessageContaining("does not exist");
    }

    private WatchedDirectory open() {
        return WatchedDirectory.open(directory, () -> NOW, System::nanoTime);
    }

    private void write(String name, String text) throws Exception {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(60)));
    }
}
