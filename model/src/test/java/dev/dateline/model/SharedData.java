package dev.dateline.model;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real agency files beside the checkout, read in place. Where they are absent tests are skipped with a message; in CI they fail. */
public final class SharedData {
    private SharedData() {}

    /** A file or folder below {@code ../shared/data}. */
    public static Path path(String relative) {
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            Path candidate = dir.resolve("shared/data").resolve(relative);
            if (Files.exists(candidate)) {
                return candidate;
            }
        }
        String message = "shared/data/" + relative + " is not beside this checkout";
        if (System.getenv("CI") != null) {
            throw new AssertionError(message + ", and CI must not skip");
        }
        return abort(message);
    }

    /** All files below a folder of {@code ../shared/data}, sorted. */
    public static List<Path> files(String relative) {
        try (Stream<Path> files = Files.walk(path(relative))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
