package dev.dateline.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dateline.model.Document;
import dev.dateline.model.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectorySourceTaskTest {
    private static final Instant NOW = Instant.parse("2026-10-12T09:00:00Z");
    private static final Instant MODIFIED = NOW.minus(Duration.ofHours(1));
    private static final RecordMetadata WRITTEN =
            new RecordMetadata(new TopicPartition(Topics.DOCUMENTS.name(), 0), 0, 0, 0, 0, 0);

    @TempDir
    Path root;

    private final Map<String, String> settings = new HashMap<>();
    private Duration elapsed = Duration.ZERO;
    private DirectorySourceTask task;

    @BeforeEach
    void start() {
        settings.put("name", "desk");
        settings.put("directory", root.toString());
        settings.put("provider", "andes");
        settings.put("poll.interval.ms", "1");
        restart();
    }

    @AfterEach
    void stop() {
        task.stop();
    }

    @Test
    void aFileBecomesADocumentAndIsDoneWhenKafkaHasIt() throws Exception {
        Path file = write("sport/a b.xml", "<news/>");

        SourceRecord record = poll().get(0);

        Document document = document(record);
        assertThat(document.source()).isEqualTo("desk");
        assertThat(document.provider()).isEqualTo("andes");
        assertThat(document.uri()).isEqualTo("sport/a b.xml");
        assertThat(document.receivedAt()).isEqualTo(MODIFIED);
        assertThat(new String(document.bytes(), StandardCharsets.UTF_8)).isEqualTo("<news/>");
        assertThat(record.topic()).isEqualTo("wire.documents.v1");
        assertThat(record.key()).isEqualTo(document.id());
        assertThat(record.keySchema()).isEqualTo(Schema.STRING_SCHEMA);
        assertThat(record.valueSchema().type()).isEqualTo(Schema.Type.BYTES);
        assertThat(record.sourceOffset()).isNull();

        assertThat(poll()).isEmpty();
        assertThat(file).exists();
        task.commitRecord(record, WRITTEN);
        task.commit();

        assertThat(file).doesNotExist();
        assertThat(root.resolve("done/sport/a b.xml")).hasContent("<news/>");
    }

    @Test
    void aCrashBetweenAcknowledgementAndMoveSendsTheSameAgain() throws Exception {
        write("a.xml", "<news/>");
        SourceRecord first = poll().get(0);
        restart();

        SourceRecord second = poll().get(0);

        assertThat(second.key()).isEqualTo(first.key());
        assertThat(second.value()).isEqualTo(first.value());
        assertThat(second.headers()).isEqualTo(first.headers());
    }

    @Test
    void aFileIsNotSentTwiceWhileItWaits() throws Exception {
        write("a.xml", "<news/>");
        Files.writeString(root.resolve("done"), "in place of the directory")
                .toFile()
                .setLastModified(0);
        settings.put("exclude", "done");
        restart();
        SourceRecord record = poll().get(0);
        assertThat(pollMany(5)).isEmpty();

        task.commitRecord(record, WRITTEN);
        assertThat(pollMany(5)).isEmpty();
    }

    @Test
    void aFileBeingWrittenIsLeftAloneUntilItIsComplete() throws Exception {
        Path file = root.resolve("a.xml");
        for (int i = 1; i <= 3; i++) {
            Files.writeString(file, "x".repeat(i));
            touch(file, NOW.plus(elapsed));
            assertThat(poll()).isEmpty();
            elapsed = elapsed.plusMillis(600);
            assertThat(poll()).isEmpty();
            elapsed = elapsed.plusMillis(300);
        }
        elapsed = elapsed.plusMillis(200);

        assertThat(document(poll().get(0)).bytes()).hasSize(3);
    }

    @Test
    void filesThatAreNotFinishedByNameAreLeftAlone() throws Exception {
        for (String name : List.of(".a.xml", "a.xml.part", "a.tmp", "a.filepart", ".incoming/a.xml")) {
            write(name, "<news/>");
        }

        assertThat(pollMany(3)).isEmpty();
    }

    @Test
    void theTimeOfReceptionIsNeverInTheFuture() throws Exception {
        settings.put("settle.ms", "0");
        restart();
        touch(write("a.xml", "<news/>"), NOW.plus(Duration.ofDays(1)));
        poll();

        assertThat(document(poll().get(0)).receivedAt()).isEqualTo(NOW.plus(elapsed));
    }

    @Test
    void namesMayBeAnything() throws Exception {
        List<String> names = List.of("two words.xml", "línea – 新聞.xml", "a#1?.xml", "line\nbreak.xml");
        for (String name : names) {
            write(name, name);
        }

        List<SourceRecord> records = acknowledge(pollMany(5));

        assertThat(records.stream().map(record -> document(record).uri()))
                .containsExactlyInAnyOrder("two words.xml", "línea – 新聞.xml", "a#1?.xml", "line%0Abreak.xml");
        assertThat(names).allSatisfy(name -> assertThat(root.resolve("done").resolve(name))
                .exists());
    }

    @Test
    void aNameThatIsTakenInDoneGetsASuffix() throws Exception {
        write("a.xml", "first");
        acknowledge(pollMany(2));
        write("a.xml", "second");
        acknowledge(pollMany(2));

        assertThat(root.resolve("done/a.xml")).hasContent("first");
        assertThat(root.resolve("done/a.20261012T080000000Z.xml")).hasContent("second");
    }

    @Test
    void aFileTooLargeIsReferredToAndNeverHeldInMemory() throws Exception {
        Path file = root.resolve("video.xml");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(200L * 1024 * 1024);
        }
        touch(file, MODIFIED);

        SourceRecord record = poll().get(0);

        assertThat(record.topic()).isEqualTo("dateline.ingest.dlq");
        assertThat(record.value()).isNull();
        assertThat(header(record, "dateline.error.path")).isEqualTo("video.xml");
        assertThat(header(record, "dateline.error.size")).isEqualTo("209715200");
        // sha256sum of 200 MiB of zeros
        assertThat(header(record, "dateline.error.sha-256"))
                .isEqualTo("72abf2ca8f36943ebe2e49ca3a51d409ca5f0bfcffab6c9d25643c17c32889da");
        assertThat(header(record, "dateline.error.reason")).contains("8388608");
        acknowledge(List.of(record));
        assertThat(root.resolve("failed/video.xml")).exists();
        assertThat(root.resolve("failed/video.xml.reason.txt")).content().contains("8388608");
    }

    @Test
    void aBrokenCompressedFileFails() throws Exception {
        byte[] compressed = gzip("<news>" + "x".repeat(5_000) + "</news>");
        write("a.xml.gz", Arrays.copyOf(compressed, compressed.length - 12));

        SourceRecord record = poll().get(0);

        assertThat(record.topic()).isEqualTo("dateline.ingest.dlq");
        acknowledge(List.of(record));
        assertThat(root.resolve("failed/a.xml.gz.reason.txt")).exists();
    }

    @Test
    void aFileWithoutPermissionFailsWithTheWayOut() throws Exception {
        Path file = write("a.xml", "<news/>");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "this user may read everything");

        SourceRecord record = poll().get(0);

        assertThat(header(record, "dateline.error.reason")).contains("permission");
        acknowledge(List.of(record));
        assertThat(root.resolve("failed/a.xml")).exists();
    }

    @Test
    void anArchiveIsDoneThoughOneOfItsEntriesIsADeadLetter() throws Exception {
        Path file = root.resolve("day.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "good.xml", "<news/>".getBytes(StandardCharsets.UTF_8));
            entry(zip, "large.xml", noise(Topics.MAX_DOCUMENT_BYTES + 1));
            entry(zip, "sport/also good.xml", "<news/>".getBytes(StandardCharsets.UTF_8));
        }
        touch(file, MODIFIED);

        List<SourceRecord> records = acknowledge(pollMany(5));

        assertThat(records).hasSize(3);
        assertThat(document(records.get(0)).uri()).isEqualTo("day.zip!/good.xml");
        assertThat(records.get(1).topic()).isEqualTo("dateline.ingest.dlq");
        assertThat(header(records.get(1), "uri")).isEqualTo("day.zip!/large.xml");
        assertThat(document(records.get(2)).uri()).isEqualTo("day.zip!/sport/also good.xml");
        assertThat(root.resolve("done/day.zip")).exists();
        assertThat(root.resolve("failed")).doesNotExist();
    }

    @Test
    void anArchiveWithNothingInItFails() throws Exception {
        Path file = root.resolve("empty.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            new ZipOutputStream(out).close();
        }
        touch(file, MODIFIED);

        List<SourceRecord> records = acknowledge(pollMany(3));

        assertThat(records).singleElement().satisfies(record -> assertThat(record.topic())
                .isEqualTo("dateline.ingest.dlq"));
        assertThat(root.resolve("failed/empty.zip.reason.txt")).exists();
    }

    @Test
    void aLongFileIsSentInBoundedBatchesAndDoneWithTheLastAcknowledgement() throws Exception {
        Path file = root.resolve("archive.jsonl");
        try (Stream<String> lines = Stream.iterate(0, i -> i + 1).limit(100_000).map(i -> "{\"uri\": \"" + i + "\"}")) {
            Files.write(file, (Iterable<String>) lines::iterator);
        }
        touch(file, MODIFIED);

        int sent = 0;
        List<SourceRecord> last = List.of();
        for (List<SourceRecord> batch = poll(); !batch.isEmpty(); batch = poll()) {
            assertThat(batch).hasSizeLessThanOrEqualTo(500);
            assertThat(file).exists();
            for (SourceRecord record : last) {
                task.commitRecord(record, WRITTEN);
            }
            last = batch;
            sent += batch.size();
        }

        assertThat(sent).isEqualTo(100_000);
        assertThat(document(last.get(last.size() - 1)).uri()).isEqualTo("archive.jsonl#100000");
        assertThat(file).exists();
        acknowledge(last);
        assertThat(root.resolve("done/archive.jsonl")).exists();
    }

    @Test
    void largeDocumentsAreNotGatheredInOneBatch() throws Exception {
        for (int i = 0; i < 4; i++) {
            Files.write(root.resolve(i + ".xml"), noise(3 * 1024 * 1024));
            touch(root.resolve(i + ".xml"), MODIFIED);
        }

        assertThat(poll()).hasSize(2);
        assertThat(poll()).hasSize(2);
    }

    @Test
    void aRecordThatWasDroppedOnTheWayMakesTheFileFail() throws Exception {
        write("a.xml", "<news/>");
        task.commitRecord(poll().get(0), null);
        task.commit();

        assertThat(root.resolve("failed/a.xml.reason.txt")).content().contains("dropped");
    }

    @Test
    void aFileReplacedWhileItWaitsIsSentToo() throws Exception {
        write("a.xml", "first");
        SourceRecord first = poll().get(0);
        touch(write("a.xml", "second"), MODIFIED.plusSeconds(1));
        acknowledge(List.of(first));

        List<SourceRecord> records = acknowledge(pollMany(3));

        assertThat(records).singleElement().satisfies(record -> assertThat(
                        document(record).bytes())
                .isEqualTo("second".getBytes(StandardCharsets.UTF_8)));
        assertThat(root.resolve("done/a.xml")).hasContent("second");
    }

    @Test
    void stoppingEndsAPauseAtOnce() throws Exception {
        settings.put("poll.interval.ms", "3600000");
        restart();
        Thread poller = new Thread(() -> {
            try {
                task.poll();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        poller.start();
        await().until(() -> poller.getState() == Thread.State.TIMED_WAITING);

        task.stop();

        await().atMost(Duration.ofSeconds(5)).until(() -> !poller.isAlive());
    }

    /** A new task over the same directory, as after a crash: nothing but the files is left. */
    private void restart() {
        task = new DirectorySourceTask(() -> NOW.plus(elapsed), () -> elapsed.toNanos());
        task.start(settings);
    }

    private List<SourceRecord> poll() throws InterruptedException {
        elapsed = elapsed.plusMillis(1);
        List<SourceRecord> records = task.poll();
        return records == null ? List.of() : records;
    }

    private List<SourceRecord> pollMany(int times) throws InterruptedException {
        List<SourceRecord> records = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            records.addAll(poll());
        }
        return records;
    }

    private List<SourceRecord> acknowledge(List<SourceRecord> records) {
        records.forEach(record -> task.commitRecord(record, WRITTEN));
        task.commit();
        return records;
    }

    private static Document document(SourceRecord record) {
        RecordHeaders headers = new RecordHeaders();
        for (Header header : record.headers()) {
            headers.add(header.key(), ((String) header.value()).getBytes(StandardCharsets.UTF_8));
        }
        return Document.of(headers, (byte[]) record.value());
    }

    private static String header(SourceRecord record, String name) {
        return (String) record.headers().lastWithName(name).value();
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return touch(file, MODIFIED);
    }

    private static Path touch(Path file, Instant modified) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
