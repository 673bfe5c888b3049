package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.ingest.document.DocumentFiles;
import dev.dateline.ingest.document.DocumentReader;
import dev.dateline.ingest.document.Opened;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Files as if a source had delivered them: files, directories, or {@code -} for standard input. */
final class Delivery {
    private static final String STANDARD_INPUT = "-";

    @Option(
            names = "--provider",
            paramLabel = "ID",
            defaultValue = "local",
            description = "Provider under whose name the articles go; ${DEFAULT-VALUE} by default.")
    private String provider;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            defaultValue = "command",
            description = "Name of the source; ${DEFAULT-VALUE} by default.")
    private String source;

    /**
     * Gives each document, or what cannot be one, to {@code consumer}, in order, one at a time in memory.
     *
     * @throws IOException if a path does not exist; before anything is read
     */
    void forEach(Environment environment, List<String> paths, Consumer<Opened> consumer) throws IOException {
        for (String path : paths) {
            if (!path.equals(STANDARD_INPUT) && !Files.exists(Path.of(path))) {
                throw new NoSuchFileException(path);
            }
        }
        DocumentReader reader = new DocumentReader(source, provider);
        for (String path : paths) {
            if (path.equals(STANDARD_INPUT)) {
                try (Stream<Opened> documents = reader.open(
                        environment.in(), STANDARD_INPUT, environment.clock().instant())) {
                    documents.forEach(consumer);
                }
            } else {
                for (Path file : DocumentFiles.below(Path.of(path))) {
                    try (Stream<Opened> documents = reader.open(
                            file,
                            file.toString(),
                            Files.getLastModifiedTime(file).toInstant())) {
                        documents.forEach(consumer);
                    }
                }
            }
        }
    }
}
