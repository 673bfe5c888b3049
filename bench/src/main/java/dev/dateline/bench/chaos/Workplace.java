package dev.dateline.bench.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The directory of a run. One that was not asked for is removed in the end, also on Ctrl-C; processes are ended then. */
final class Workplace implements AutoCloseable {
    private final Path directory;
    private final boolean temporary;
    private Thread hook;

    private Workplace(Path directory, boolean temporary) {
        this.directory = directory;
        this.temporary = temporary;
    }

    /**
     * A new directory, or the one that is asked for.
     *
     * @throws IOException if that one is not empty
     */
    static Workplace open(Path wanted) throws IOException {
        if (wanted == null) {
            return new Workplace(Files.createTempDirectory("dateline-chaos"), true);
        }
        Path directory = Files.createDirectories(wanted).toRealPath();
        try (Stream<Path> files = Files.list(directory)) {
            if (files.findAny().isPresent()) {
                throw new IOException(directory + " is not empty: give a new directory, a run starts from nothing");
            }
        }
        return new Workplace(directory, false);
    }

    Path directory() {
        return directory;
    }

    /** Ends these, and removes the directory, when the process is ended from outside. */
    void onShutdown(Parts parts) {
        hook = new Thread(
                () -> {
                    try {
                        parts.close();
                        remove();
                    } catch (IOException e) {
                        System.err.println("chaos: not everything could be cleaned up: " + e);
                    }
                },
                "clean-up");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void remove() throws IOException {
        if (!temporary || !Files.exists(directory)) {
            return;
        }
        // Away from whoever may still be writing files into it.
        Path away = Files.move(directory, directory.resolveSibling(directory.getFileName() + ".removed"));
        List<Path> all;
        try (Stream<Path> walk = Files.walk(away)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (hook != null) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        } catch (IllegalStateException e) {
            return; // the hook is at work already
        }
        remove();
    }
}
