package dev.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaNormalization;

/**
 * State outlives releases, so every schema that an entry has had is kept: {@code -Dstate.history.write=true} adds the
 * current one where it is missing.
 */
public final class StateHistories {
    private static final Path HISTORY = Path.of("src/main/resources/state-history");

    private StateHistories() {}

    /**
     * The current schema is the newest of its history, and reads what was written with each older one.
     *
     * @param history as the running application reads it, oldest first
     */
    public static void check(Schema entry, List<Schema> history) throws IOException {
        boolean recorded = !history.isEmpty() && fingerprint(history.get(history.size() - 1)) == fingerprint(entry);
        if (Boolean.getBoolean("state.history.write") && !recorded) {
            Path folder = Files.createDirectories(HISTORY.resolve(entry.getName()));
            Files.writeString(folder.resolve(history.size() + 1 + ".avsc"), plain(entry) + "\n");
            return; // packed by the next build
        }

        assertThat(recorded)
                .as("%s has changed: add its new schema with -Dstate.history.write=true", entry.getName())
                .isTrue();
        assertThat(history)
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
