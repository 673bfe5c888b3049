package dev.dateline.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.dateline.ingest.source.DirectoryScan.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ShelfTest {
    @TempDir
    Path root;

    private final Logger logger = (Logger) LoggerFactory.getLogger(Shelf.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private long elapsedMillis;
    private Shelf shelf;

    @BeforeEach
    void create() {
        DirectorySourceConfig config =
                DirectorySourceConfig.of(Map.of("name", "files", "directory", root.toString(), "provider", "andes"));
        shelf = new Shelf(config, () -> TimeUnit.MILLISECONDS.toNanos(elapsedMillis));
        logger.setLevel(Level.INFO);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void quiet() {
        logger.detachAppender(log);
    }

    @Test
    void aFileThatKafkaHasIsDone() throws IOException {
        Path file = finish("sport/a.xml");

        assertThat(shelf.holds(file)).isTrue();
        shelf.putAway();

        assertThat(root.resolve("done/sport/a.xml")).exists();
        assertThat(shelf.holds(file)).isFalse();
        assertThat(log.list).isEmpty();
    }

    @Test
    void aFileThatCannotBeTakenHasTheReasonBesideIt() throws IOException {
        Delivery delivery = delivery("a.xml");
        delivery.sentDeadLetter("too large");
        shelf.finished(delivery);

        shelf.putAway();

        assertThat(root.resolve("failed/a.xml")).exists();
        assertThat(root.resolve("failed/a.xml.reason.txt")).content().isEqualToIgnoringNewLines("too large");
        assertThat(messages()).singleElement().asString().contains("a.xml", "too large");
    }

    @Test
    void filesThatCannotBeMovedAreHeldWithOneLineInTheLogAndMovedLater() throws IOException {
        Files.writeString(root.resolve("done"), "in place of the directory");
        List<Path> files = List.of(finish("a.xml"), finish("b.xml"), finish("c.xml"));

        for (int second = 0; second < 100; second++) {
            elapsedMillis = second * 1_000L;
            shelf.putAway();
        }

        assertThat(files).allSatisfy(file -> {
            assertThat(file).exists();
            assertThat(shelf.holds(file)).isTrue();
        });
        assertThat(messages()).singleElement().asString().contains("Kafka has them", "done", "trying again");

        Files.delete(root.resolve("done"));
        elapsedMillis += 60_000;
        shelf.putAway();

        assertThat(root.resolve("done")).isDirectoryContaining("glob:**/{a,b,c}.xml");
        assertThat(files).noneMatch(shelf::holds);
        assertThat(messages()).hasSize(2).last().asString().contains("no longer in trouble");
    }

    @Test
    void movesAreTriedAgainLessAndLessOften() throws IOException {
        Files.writeString(root.resolve("done"), "in place of the directory");
        Path file = finish("a.xml");
        shelf.putAway();
        Files.delete(root.resolve("done"));

        elapsedMillis = 999;
        shelf.putAway();
        assertThat(file).exists();

        elapsedMillis = 1_000;
        shelf.putAway();
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileReplacedMeanwhileIsReleasedToBeTakenAgain() throws IOException {
        Path file = finish("a.xml");
        Files.writeString(file, "a newer file of the same name");

        shelf.putAway();

        assertThat(file).exists();
        assertThat(shelf.holds(file)).isFalse();
    }

    private Path finish(String name) throws IOException {
        Delivery delivery = delivery(name);
        delivery.sentDocument();
        shelf.finished(delivery);
        return delivery.file().path();
    }

    private Delivery delivery(String name) throws IOException {
        Path file = root.toRealPath().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "news");
        shelf.hold(file);
        return new Delivery(new Found(file, FileStamp.of(file)));
    }

    private List<String> messages() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
