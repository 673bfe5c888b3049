package dev.dateline.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DirectoryScanTest {
    @TempDir
    Path root;

    @Test
    void findsFilesAtEveryDepthTheOldestFirst() throws IOException {
        write("b.xml", 2);
        write("sport/tennis/a.xml", 1);
        write("c.xml", 3);

        assertThat(names(scan())).containsExactly("sport/tennis/a.xml", "b.xml", "c.xml");
    }

    @Test
    void leavesOutDotFilesUnfinishedOnesAndItsOwnShelves() throws IOException {
        for (String name : List.of(
                ".hidden.xml", ".git/config", "a.xml.part", "a.tmp", "a.filepart", "done/a.xml", "failed/b.xml")) {
            write(name, 1);
        }
        write("sport/done/a.xml", 1);

        DirectoryScan.Result result = scan();

        assertThat(names(result)).containsExactly("sport/done/a.xml");
        assertThat(result.leftAlone()).isEmpty();
    }

    @Test
    void leavesOutShelvesThatAreNamedThroughALink() throws IOException {
        write("a.xml", 1);
        write("away/b.xml", 1);
        Path link = Files.createSymbolicLink(root.resolveSibling(root.getFileName() + "-link"), root);
        try {
            DirectorySourceConfig config = config(Map.of(
                    "directory",
                    link.toString(),
                    "done.directory",
                    link.resolve("away").toString()));

            assertThat(new DirectoryScan(config).scan().files()).hasSize(1);
        } finally {
            Files.delete(link);
        }
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void linksAreNamedAndNotFollowedRoundInCircles() throws IOException {
        write("sport/a.xml", 1);
        Files.createSymbolicLink(root.resolve("sport/loop"), root);
        Files.createSymbolicLink(root.resolve("self"), root.resolve("self"));
        Files.createSymbolicLink(root.resolve("dangling.xml"), root.resolve("absent.xml"));

        DirectoryScan.Result result = scan();

        assertThat(names(result)).containsExactly("sport/a.xml");
        assertThat(result.leftAlone())
                .containsOnlyKeys(real("sport/loop"), real("self"), real("dangling.xml"))
                .allSatisfy((path, reason) -> assertThat(reason).contains("symbolic link", "put the file itself here"));
    }

    @Test
    void aDirectoryWithoutPermissionIsNamedAndTheRestRead() throws IOException {
        write("sport/a.xml", 1);
        write("world/b.xml", 1);
        Files.setPosixFilePermissions(root.resolve("sport"), PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(root.resolve("sport")), "this user may read everything");
            DirectoryScan.Result result = scan();

            assertThat(names(result)).containsExactly("world/b.xml");
            assertThat(result.leftAlone()).containsOnlyKeys(real("sport"));
        } finally {
            Files.setPosixFilePermissions(root.resolve("sport"), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aDirectoryThatIsGoneIsNamedWithTheWayOut() throws IOException {
        DirectorySourceConfig config = config(Map.of());
        Files.delete(root);

        DirectoryScan.Result result = new DirectoryScan(config).scan();
        assertThat(result.files()).isEmpty();
        assertThat(result.leftAlone().get(config.directory())).contains("does not exist", "mount it");

        Files.createFile(root);
        assertThat(new DirectoryScan(config).scan().leftAlone().get(config.directory()))
                .contains("not a directory");
    }

    @Test
    void pendingNamesWhatWouldStillBeTaken() throws IOException {
        assertThat(DirectoryScan.pending(settings(Map.of()))).isEmpty();
        write("a.xml", 1);
        write("b.json", 1);
        write("done/c.xml", 1);

        assertThat(DirectoryScan.pending(settings(Map.of("include", "*.xml")))).containsExactly(real("a.xml"));
    }

    private DirectoryScan.Result scan() {
        return new DirectoryScan(config(Map.of())).scan();
    }

    private DirectorySourceConfig config(Map<String, String> more) {
        return DirectorySourceConfig.of(settings(more));
    }

    private Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings =
                new HashMap<>(Map.of("name", "files", "directory", root.toString(), "provider", "andes"));
        settings.putAll(more);
        return settings;
    }

    private void write(String name, int modified) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(modified)));
    }

    private Path real(String name) throws IOException {
        return root.toRealPath().resolve(name);
    }

    private List<String> names(DirectoryScan.Result result) throws IOException {
        Path real = root.toRealPath();
        return result.files().stream()
                .map(file -> real.relativize(file.path()).toString())
                .toList();
    }
}
