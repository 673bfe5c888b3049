package dev.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keeps the contract readable for whoever wrote or reads an older record: each topic's schema is the newest file of its
 * history, {@code src/main/schema-history/<subject>/<n>.avsc}, and reads and is read by all older ones.
 *
 * <p>To record a change run {@code mvn -pl model -am package -Dtest=SchemaHistoryTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dschema.history.write=next}; {@code =newest} overwrites the newest file
 * instead, which is right only while no release has carried it.
 */
class SchemaHistoryTest {
    private static final Path HISTORY = Path.of("src/main/schema-history");
    private static final String WRITE = System.getProperty("schema.history.write");

    static Stream<Topic> topicsWithSchema() {
        return Topics.ALL.stream().filter(topic -> topic.schema() != null);
    }

    @ParameterizedTest
    @MethodSource("topicsWithSchema")
    void theCurrentSchemaIsTheNewestOfItsHistory(Topic topic) {
        String current = topic.publishedSchema().toString(true) + "\n";
        List<Path> history = history(topic);
        if (WRITE != null && (history.isEmpty() || !current.equals(read(newest(history))))) {
            boolean overwrite = WRITE.equals("newest") && !history.isEmpty();
            write(topic, overwrite ? history.size() : history.size() + 1, current);
        }
        assertThat(history(topic))
                .as("%s has no history: add it with -Dschema.history.write=next", topic.subject())
                .isNotEmpty();
        assertThat(read(newest(history(topic))))
                .as("%s has changed: add its new version with -Dschema.history.write=next", topic.subject())
                .isEqualTo(current);
    }

    @ParameterizedTest
    @MethodSource("topicsWithSchema")
    void theCurrentSchemaReadsAndIsReadByEveryOlderOne(Topic topic) {
        Schema current = topic.publishedSchema();
        for (Path file : history(topic)) {
            Schema older = new Schema.Parser().parse(read(file));
            assertThat(incompatibilities(current, older))
                    .as("the current schema cannot read what %s wrote", file)
                    .isEmpty();
            assertThat(incompatibilities(older, current))
                    .as("%s cannot read what the current schema writes", file)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("topicsWithSchema")
    void theHistoryTravelsWithTheCode(Topic topic) {
        // What this very run writes is packed by the next.
        assertThat(SchemaHistory.of(topic)).hasSizeBetween(1, history(topic).size());
        assertThat(SchemaHistory.of(Topics.DOCUMENTS)).isEmpty();
    }

    /** The same check as the registry's FULL_TRANSITIVE. */
    private static List<Incompatibility> incompatibilities(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities();
    }

    /** The files of a subject, oldest first; they are numbered from 1 without a gap. */
    private static List<Path> history(Topic topic) {
        List<Path> files = new ArrayList<>();
        for (int n = 1; Files.exists(file(topic, n)); n++) {
            files.add(file(topic, n));
        }
        return files;
    }

    private static Path newest(List<Path> history) {
        return history.get(history.size() - 1);
    }

    private static Path file(Topic topic, int n) {
        return HISTORY.resolve(topic.subject()).resolve(n + ".avsc");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Topic topic, int n, String schema) {
        try {
            Files.createDirectories(file(topic, n).getParent());
            Files.writeString(file(topic, n), schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
