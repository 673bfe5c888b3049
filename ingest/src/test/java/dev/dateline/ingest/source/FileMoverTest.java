package dev.dateline.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMoverTest {
    private static final Instant MODIFIED = Instant.parse("2026-10-12T09:00:00.250Z");

    @TempDir
    Path root;

    private Path inbox;
    private Path done;

    @BeforeEach
    void directories() throws IOException {
        inbox = Files.createDirectory(root.resolve("inbox"));
        done = root.resolve("done");
    }

    @Test
    void keepsTheRelativePath() throws IOException {
        Path file = write("sport/tennis/a.xml", "news");

        assertThat(move(file)).isEqualTo(done.resolve("sport/tennis/a.xml")).hasContent("news");
        assertThat(file).doesNotExist();
    }

    @Test
    void overwritesNothing() throws IOException {
        assertThat(move(write("a.xml", "first"))).isEqualTo(done.resolve("a.xml"));
        assertThat(move(write("a.xml", "second"))).isEqualTo(done.resolve("a.20261012T090000250Z.xml"));
        assertThat(move(write("a.xml", "third"))).isEqualTo(done.resolve("a.20261012T090000250Z-2.xml"));

        assertThat(files(done)).hasSize(3);
        assertThat(done.resolve("a.xml")).hasContent("first");
    }

    @Test
    void aFileAndADirectoryOfOneNameBothFindAPlace() throws IOException {
        move(write("sport", "a file"));
        Files.createDirectories(inbox.resolve("sport"));

        assertThat(move(write("sport/a.xml", "news")))
                .isEqualTo(done.resolve("sport.d/a.xml"))
                .hasContent("news");
    }

    @Test
    void aFileThatChangedStaysWhereItIs() throws IOException {
        Path file = write("a.xml", "old");
        FileStamp read = FileStamp.of(file);
        write("a.xml", "newer");

        assertThat(FileMover.move(file, read, done, inbox.relativize(file))).isNull();
        assertThat(file).hasContent("newer");
    }

    @Test
    void aFileThatIsGoneIsNoTrouble() throws IOException {
        Path file = write("a.xml", "old");
        FileStamp read = FileStamp.of(file);
        Files.delete(file);

        assertThat(FileMover.move(file, read, done, inbox.relativize(file))).isNull();
    }

    @Test
    void namesMayBeAnything() throws IOException {
        for (String name : List.of("two words.xml", "línea única – 新聞.xml", "line\nbreak.xml", "100% & \"more\".xml")) {
            move(write(name, "first"));
            Path second = move(write(name, "second"));
            FileMover.writeReason(second, "because");
        }

        assertThat(files(done)).hasSize(12);
        assertThat(done.resolve("línea única – 新聞.20261012T090000250Z.xml.reason.txt"))
                .hasContent("because");
    }

    @Test
    void aFailedMoveLeavesNothingBehind() throws IOException {
        Path file = write("a.xml", "news");
        Files.writeString(done, "a file in place of the directory");

        assertThatThrownBy(() -> move(file)).isInstanceOf(IOException.class);
        assertThat(file).hasContent("news");
        assertThat(files(root)).hasSize(2);
    }

    @Test
    void acrossFileSystemsTheFileIsCopied() throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeTrue(
                Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(root)),
                "no second file system at /dev/shm");
        Path other = Files.createTempDirectory(memory, "dateline-test");
        try {
            Path file = write("sport/a.xml", "news");

            Path moved = FileMover.move(file, FileStamp.of(file), other, inbox.relativize(file));

            assertThat(moved).isEqualTo(other.resolve("sport/a.xml")).hasContent("news");
            assertThat(Files.getLastModifiedTime(moved).toInstant()).isEqualTo(MODIFIED);
            assertThat(file).doesNotExist();
            assertThat(files(other)).hasSize(1);
        } finally {
            try (Stream<Path> all = Files.walk(other)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private Path move(Path file) throws IOException {
        return FileMover.move(file, FileStamp.of(file), done, inbox.relativize(file));
    }

    private Path write(String name, String text) throws IOException {
        Path file = inbox.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(MODIFIED));
        return file;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
