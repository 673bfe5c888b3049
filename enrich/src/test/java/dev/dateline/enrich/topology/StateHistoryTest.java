package dev.dateline.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.gate.GateEntry;
import dev.dateline.enrich.gate.SlugEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * State outlives releases, so every schema that an entry has had is kept: {@code -Dstate.history.write=true} adds the
 * current one where it is missing.
 */
class StateHistoryTest {
    private static final Path HISTORY = Path.of("src/main/resources/state-history");

    static Stream<Schema> entries() {
        return Stream.of(GateEntry.getClassSchema(), SlugEntry.getClassSchema());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void theCurrentSchemaIsTheNewestOfItsHistory(Schema entry) throws IOException {
        List<Schema> history = StateSerdes.history(entry);
        boolean recorded = !history.isEmpty() && fingerprint(history.get(history.size() - 1)) == fingerprint(entry);
        if (Boolean.getBoolean("state.history.write") && !recorded) {
            Path folder = Files.createDirectories(HISTORY.resolve(entry.getName()));
            Files.writeString(folder.resolve(history.size() + 1 + ".avsc"), plain(entry) + "\n");
            return; // packed by the next build
        }

        assertThat(recorded)
                .as("%s has changed: add its new schema with -Dstate.history.write=true", entry.getName())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyEarlierSchemaIsRead(Schema entry) {
        assertThat(StateSerdes.history(entry))
                .allSatisfy(older -> assertThat(SchemaCompatibility.checkReaderWriterCompatibility(entry, older)
                                .getResult()
                                .getIncompatibilities())
                        .isEmpty());
    }

    /** What the first bytes of every entry name. */
    private static long fingerprint(Schema schema) {
        return SchemaNormalization.parsingFingerprint64(schema);
    }

    private static String plain(Schema schema) {
        return new Schema.Parser()
                .parse(schema.toString().replace(",\"avro.java.string\":\"String\"", ""))
                .toString(true);
    }
}
