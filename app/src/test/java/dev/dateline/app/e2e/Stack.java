package dev.dateline.app.e2e;

import dev.dateline.app.pipeline.TopicAdmin;
import dev.dateline.app.settings.Settings;
import dev.dateline.app.settings.SettingsLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Kafka, a schema registry and PostgreSQL for a test, empty at the start and gone at the end. */
interface Stack extends AutoCloseable {

    /** The settings under which the pipeline finds this stack. */
    Settings connect(Settings settings);

    /**
     * Settings under which commands and stages find this stack, with two partitions unless {@code more} says otherwise, after
     * all topics were made.
     *
     * @param directory the one that the stack was started with
     */
    default Settings prepare(Path directory, Map<String, String> more) throws Exception {
        Map<String, String> given = new HashMap<>(Map.of("data.dir", directory.toString(), "topics.partitions", "2"));
        given.putAll(more);
        Settings settings = connect(SettingsLoader.load(null, Map.of(), given));
        try (TopicAdmin topics = new TopicAdmin(settings)) {
            topics.apply();
        }
        return settings;
    }

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
