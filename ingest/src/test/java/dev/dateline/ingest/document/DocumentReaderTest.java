package dev.dateline.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Document;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentReaderTest {
    private static final Instant RECEIVED = Instant.parse("2025-06-01T12:00:00Z");
    private static final Limits SMALL = new Limits(1_000, 5, 100, 100_000);

    @TempDir
    private Path folder;

    @Test
    void aPlainFileIsOneDocument() throws IOException {
        List<Opened> opened = open("dir/a.xml", bytes("<a/>"));

        assertThat(opened).hasSize(1);
        Document document = ((Opened.Readable) opened.get(0)).document();
        assertThat(document.uri()).isEqualTo("dir/a.xml");
        assertThat(document.source()).isEqualTo("desk");
        assertThat(document.provider()).isEqualTo("acme");
        assertThat(document.receivedAt()).isEqualTo(RECEIVED);
        assertThat(document.bytes()).isEqualTo(bytes("<a/>"));
    }

    @Test
    void gzipIsOpenedWhateverItsName() throws IOException {
        assertThat(texts(open("a.xml.gz", gzip(bytes("<a/>"))))).containsExactly(Map.entry("a.xml.gz", "<a/>"));
        assertThat(texts(open("a.xml", gzip(bytes("<a/>"))))).containsExactly(Map.entry("a.xml", "<a/>"));
    }

    @Test
    void linesOfAJsonlAreNumberedFromOneAndBlankOnesLeftOut() throws IOException {
        byte[] lines = bytes("{\"a\":1}\n\n  \r\n{\"b\":2}\r\n{\"c\":3}");

        assertThat(texts(open("c.jsonl", lines)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("c.jsonl#1", "{\"a\":1}", "c.jsonl#4", "{\"b\":2}\r", "c.jsonl#5", "{\"c\":3}"));
        assertThat(texts(open("c.jsonl.gz", gzip(lines)))).containsKeys("c.jsonl.gz#1", "c.jsonl.gz#4", "c.jsonl.gz#5");
    }

    @Test
    void entriesOfAZipAreDocumentsAndTheirNamesOnlyIdentifiers() throws IOException {
        byte[] zip = zip(Map.of(
                "a.xml",
                bytes("<a/>"),
                "../../etc/passwd",
                bytes("<b/>"),
                "dir/c.jsonl",
                bytes("1\n2"),
                "dir/.hidden",
                bytes("x")));

        assertThat(texts(open("z.zip", zip)))
                .containsOnly(
                        Map.entry("z.zip!/a.xml", "<a/>"),
                        Map.entry("z.zip!/../../etc/passwd", "<b/>"),
                        Map.entry("z.zip!/dir/c.jsonl#1", "1"),
                        Map.entry("z.zip!/dir/c.jsonl#2", "2"));
    }

    @Test
    void archivesWithinArchivesAreNamedAndNotOpened() throws IOException {
        byte[] inner = zip(Map.of("a.xml", bytes("<a/>")));

        assertThat(open("z.zip", zip(Map.of("inner.zip", inner))))
                .singleElement()
                .isInstanceOf(Opened.Unreadable.class);
        assertThat(open("z.zip.gz", gzip(inner))).singleElement().isInstanceOf(Opened.Unreadable.class);
        assertThat(open("z.zip", zip(Map.of("a.gz", gzip(bytes("<a/>"))))))
                .singleElement()
                .isInstanceOf(Opened.Unreadable.class);
    }

    @Test
    void whatIsTooLargeIsNamedWithSizeAndDigestAndTheRestIsRead() throws IOException {
        byte[] large = new byte[1_001];
        String lines = "{\"a\":1}\n" + "x".repeat(5_000) + "\n{\"b\":2}";

        assertThat(open("a.bin", large)).singleElement().isInstanceOfSatisfying(Opened.Oversized.class, oversized -> {
            assertThat(oversized.size()).isEqualTo(1_001);
            assertThat(oversized.sha256())
                    .isEqualTo(Document.of("s", "p", "u", RECEIVED, large).sha256());
        });
        List<Opened> opened = open("c.jsonl", bytes(lines));
        assertThat(opened).extracting(Opened::uri).containsExactly("c.jsonl#1", "c.jsonl#2", "c.jsonl#3");
        assertThat(opened.get(1)).isInstanceOfSatisfying(Opened.Oversized.class, oversized -> {
            assertThat(oversized.size()).isEqualTo(5_000);
            assertThat(oversized.sha256())
                    .isEqualTo(Document.of("s", "p", "u", RECEIVED, bytes("x".repeat(5_000)))
                            .sha256());
        });
        assertThat(open("z.zip", zip(new TreeMap<>(Map.of("a", large, "b", bytes("ok"))))))
                .extracting(Object::getClass)
                .extracting(Class::getSimpleName)
                .containsExactly("Oversized", "Readable");
    }

    @Test
    void aBombIsNotExpanded() throws IOException {
        byte[] zeros = new byte[50_000_000];

        assertThat(open("bomb.gz", gzip(zeros)))
                .singleElement()
                .isInstanceOfSatisfying(Opened.Unreadable.class, bomb -> assertThat(bomb.reason())
                        .contains("times its size"));
        assertThat(open("bomb.zip", zip(Map.of("a", zeros))))
                .singleElement()
                .isInstanceOfSatisfying(Opened.Unreadable.class, bomb -> assertThat(bomb.reason())
                        .contains("times its size"));
    }

    @Test
    void tooManyEntriesAreCutAndNamed() throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        for (int i = 0; i < 9; i++) {
            entries.put("e" + i, bytes("x"));
        }

        List<Opened> opened = open("z.zip", zip(entries));
        assertThat(opened).hasSize(6);
        assertThat(opened.get(5)).isInstanceOfSatisfying(Opened.Unreadable.class, rest -> assertThat(rest.reason())
                .contains("5 entries"));
    }

    @Test
    void damageIsNamedAndNeverThrown() throws IOException {
        byte[] gzip = gzip(bytes("{\"a\":1}\n".repeat(100)));
        byte[] zip = zip(Map.of("a.xml", bytes("<a/>".repeat(100))));

        assertThat(open("c.jsonl.gz", Arrays.copyOf(gzip, gzip.length / 2)))
                .last()
                .isInstanceOf(Opened.Unreadable.class);
        assertThat(open("z.zip", Arrays.copyOf(zip, 40))).last().isInstanceOf(Opened.Unreadable.class);
        assertThat(open("a.gz", new byte[] {0x1f, (byte) 0x8b, 9, 9}))
                .singleElement()
                .isInstanceOf(Opened.Unreadable.class);
        assertThat(new DocumentReader("desk", "acme").open(folder.resolve("absent"), "absent", RECEIVED))
                .singleElement()
                .isInstanceOf(Opened.Unreadable.class);
    }

    @Test
    void anEmptyFileIsADocumentSoThatItIsReported() throws IOException {
        assertThat(texts(open("a.xml", new byte[0]))).containsExactly(Map.entry("a.xml", ""));
    }

    @Test
    void aFileIsReadLineByLineAsItIsConsumed() {
        InputStream endless = new InputStream() {
            private long at;

            @Override
            public int read() {
                return at++ % 10 == 9 ? '\n' : 'x';
            }
        };
        try (Stream<Opened> lines = new DocumentReader("desk", "acme").open(endless, "c.jsonl", RECEIVED)) {
            assertThat(lines.limit(1_000)).hasSize(1_000);
        }
    }

    @Test
    void standardInputMayBeAZip() throws IOException {
        try (Stream<Opened> opened = new DocumentReader("desk", "acme")
                .open(new ByteArrayInputStream(zip(Map.of("a", bytes("x")))), "-", RECEIVED)) {
            assertThat(opened).extracting(Opened::uri).containsExactly("-!/a");
        }
    }

    @Test
    void hiddenFilesAreLeftOutAndTheRestIsSorted() throws IOException {
        for (String name : List.of("b.xml", "a/c.xml", ".hidden", ".git/x", "a/.d.tmp")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), "x");
        }

        assertThat(DocumentFiles.below(folder)).containsExactly(folder.resolve("a/c.xml"), folder.resolve("b.xml"));
        assertThat(DocumentFiles.below(folder.resolve("b.xml"))).containsExactly(folder.resolve("b.xml"));
    }

    private List<Opened> open(String uri, byte[] content) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "in", ".bin"), content);
        try (Stream<Opened> opened = new DocumentReader("desk", "acme", SMALL).open(file, uri, RECEIVED)) {
            return opened.toList();
        }
    }

    private static Map<String, String> texts(List<Opened> opened) {
        Map<String, String> texts = new TreeMap<>();
        for (Opened one : opened) {
            texts.put(one.uri(), new String(((Opened.Readable) one).document().bytes(), StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }
}
