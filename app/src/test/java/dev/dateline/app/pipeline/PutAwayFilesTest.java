package dev.dateline.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.app.pipeline.PutAwayFiles.PutAway;
import dev.dateline.app.settings.SettingsLoader;
import dev.dateline.model.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PutAwayFilesTest {
    @TempDir
    private Path directory;

    private Path done;
    private PutAwayFiles files;

    @BeforeEach
    void configure() throws IOException {
        done = Files.createDirectories(directory.resolve("done/sport"));
        files = new PutAwayFiles(SettingsLoader.load(
                null,
                Map.of(),
                Map.of("source.wire.directory", directory.toString(), "source.wire.provider", "testwire")));
    }

    @Test
    void aFileIsFoundByItsAddressAndItsBytes() throws IOException {
        Path file = Files.writeString(done.resolve("a.xml"), "text");

        assertThat(files.of(List.of(id("sport/a.xml", "text")))).containsExactly(new PutAway(file, 0));
        assertThat(files.of(List.of(id("sport/a.xml", "other text")))).isEmpty();
        assertThat(files.of(List.of(id("sport/b.xml", "text")))).isEmpty();
        assertThat(files.of(List.of(id("a.xml", "text")))).isEmpty();
    }

    @Test
    void aFileThatGotAnotherNameBecauseItsOwnWasTakenIsFound() throws IOException {
        Files.writeString(done.resolve("a.xml"), "an earlier one");
        Path second = Files.writeString(done.resolve("a.20261031T120000000Z.xml"), "text");
        Path third = Files.writeString(done.resolve("a.20261031T120000000Z-2.xml"), "text");
        Files.writeString(done.resolve("a.b.xml"), "text");

        assertThat(files.of(List.of(id("sport/a.xml", "text"))))
                .extracting(PutAway::file)
                .containsExactlyInAnyOrder(second, third);
    }

    @Test
    void whatFailedIsLookedThroughToo() throws IOException {
        Path failed = Files.createDirectories(directory.resolve("failed"));
        Path file = Files.writeString(failed.resolve("a.xml"), "text");

        assertThat(files.of(List.of(id("a.xml", "text"))))
                .extracting(PutAway::file)
                .containsExactly(file);
    }

    @Test
    void aFileOfManyDocumentsTellsHowManyOthersItHolds() throws IOException {
        Path lines = Files.writeString(done.resolve("c.jsonl"), "{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n");
        Path zip = done.resolve("a.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            entry(out, "b.xml", "text");
            entry(out, "c.xml", "other text");
        }
        Path gzip = done.resolve("d.xml.gz");
        Files.write(gzip, gzipped("text"));

        assertThat(files.of(List.of(id("sport/c.jsonl#2", "{\"a\":2}")))).containsExactly(new PutAway(lines, 2));
        assertThat(files.of(List.of(id("sport/a.zip!/b.xml", "text")))).containsExactly(new PutAway(zip, 1));
        assertThat(files.of(List.of(id("sport/a.zip!/b.xml", "text"), id("sport/a.zip!/c.xml", "other text"))))
                .containsExactly(new PutAway(zip, 0));
        assertThat(files.of(List.of(id("sport/d.xml.gz", "text")))).containsExactly(new PutAway(gzip, 0));
    }

    @Test
    void anAddressThatLeadsElsewhereFindsNothing() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret.xml"), "text");

        assertThat(files.of(List.of(id("../secret.xml", "text"), id(secret.toString(), "text"), "no id")))
                .isEmpty();
    }

    @Test
    void sourcesThatAreNotConfiguredHereAreNamed() {
        assertThat(files.elsewhere(
                        List.of(id("a.xml", "text"), "other/b.xml@0123456789abcdef", "other/c@d.xml@0123456789abcdef")))
                .isEqualTo(Map.of("other", Set.of("b.xml", "c@d.xml")));
    }

    private static String id(String uri, String text) {
        return Document.of("wire", "testwire", uri, Instant.EPOCH, text.getBytes(StandardCharsets.UTF_8))
                .id();
    }

    private static void entry(ZipOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }

    private static byte[] gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
