package dev.dateline.bench.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A small disk in memory, which can be filled. Mounting one takes root. */
final class Disk implements AutoCloseable {
    private static final int SIZE_MIB = 256;
    private static final int BLOCK = 1 << 20;

    private final Path directory;

    private Disk(Path directory) {
        this.directory = directory;
    }

    /** Mounted on a directory, which is made; empty where that is not allowed. */
    static Optional<Disk> mount(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Process mount = new ProcessBuilder(
                        "mount", "-t", "tmpfs", "-o", "size=" + SIZE_MIB + "m", "tmpfs", directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return mount.waitFor() == 0 ? Optional.of(new Disk(directory)) : Optional.empty();
    }

    private Path filler() {
        return directory.resolve("filler");
    }

    /** Leaves no byte. */
    void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(filler())) {
            byte[] block = new byte[BLOCK];
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space left")) {
                throw e;
            }
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(filler());
    }

    @Override
    public void close() throws IOException {
        Process umount = new ProcessBuilder("umount", "-l", directory.toString())
                .redirectErrorStream(true)
                .start();
        try {
            if (umount.waitFor() != 0) {
                throw new IOException(new String(umount.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
