package dev.dateline.app.e2e;

import dev.dateline.app.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;

/** Kafka, a schema registry and PostgreSQL for a test, empty at the start and gone at the end. */
interface Stack extends AutoCloseable {

    /** The settings under which the pipeline finds this stack. */
    Settings connect(Settings settings);

    @Override
    void close() throws IOException;

    /**
     * Starts the stack that {@code -Dstack} asks for.
     *
     * @param choice {@code embedded}; {@code containers}, which fails where there is no container engine; {@code auto},
     *     which takes containers where their images are at hand and never waits for a download
     * @param directory where the embedded parts keep their data
     */
    static Stack start(String choice, Path directory) throws Exception {
        return switch (choice) {
            case "embedded" -> EmbeddedParts.start(directory);
            case "containers" -> OfficialImages.start();
            case "auto" -> OfficialImages.areAtHand() ? OfficialImages.start() : EmbeddedParts.start(directory);
            default ->
                throw new IllegalArgumentException(
                        "-Dstack=" + choice + " is unknown: choose embedded, containers or auto");
        };
    }
}
