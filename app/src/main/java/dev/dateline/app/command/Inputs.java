package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.ingest.document.Opened;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The PATH arguments of commands that read files. */
final class Inputs {
    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "File, directory (walked, hidden files left out) or - for standard input; .gz, .zip and .jsonl"
                            + " are opened.")
    private List<String> paths = new ArrayList<>();

    @Mixin
    private Delivery delivery;

    /**
     * Gives each document, or what cannot be one, to {@code consumer}, in order, one at a time in memory.
     *
     * @throws IOException if a path does not exist; before anything is read
     */
    void forEach(Environment environment, Consumer<Opened> consumer) throws IOException {
        delivery.forEach(environment, paths, consumer);
    }
}
