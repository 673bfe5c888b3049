package dev.dateline.app.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The one directory under which everything embedded keeps its data; held by one process at a time. */
public final class DataDirectory implements AutoCloseable {
    private final Path root;
    private final FileChannel channel;

    private DataDirectory(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /**
     * Creates the directory if needed and takes its lock.
     *
     * @throws IOException naming the directory and the way out when it is held by another process or cannot be written
     */
    public static DataDirectory open(Path directory) throws IOException {
        Path root = directory.toAbsolutePath().normalize();
        FileChannel channel;
        try {
            Files.createDirectories(root);
            channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IOException(
                    "cannot write to the data directory " + root + " (" + e + "): make it writable or give another with"
                            + " --data-dir",
                    e);
        }
        if (tryLock(channel) == null) {
            channel.close();
            throw new IOException("the data directory " + root
                    + " is in use by another `dateline run`: stop that one or" + " give another with --data-dir");
        }
        return new DataDirectory(root, channel);
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    public Path root() {
        return root;
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path registry() {
        return root.resolve("registry.jsonl");
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    /** The lock goes with the channel. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
