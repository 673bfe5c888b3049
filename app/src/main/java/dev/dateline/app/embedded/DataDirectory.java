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
    /** What a fresh directory takes (110 MB measured with the sample) and the brokers' next segments, in bytes. */
    static final long MIN_FREE = 256L << 20;

    private final Path root;
    private final FileChannel channel;

    private DataDirectory(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /**
     * Creates the directory if needed and takes its lock.
     *
     * @throws IOException naming the directory and the way out when it is held by another process, cannot be written,
     *     or its disk has less than 256 MiB left
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
        long free = free(root);
        if (free < MIN_FREE) {
            channel.close();
            throw new IOException("the disk of the data directory " + root + " has only " + (free >> 20)
                    + " MiB left, " + (MIN_FREE >> 20)
                    + " MiB are needed: free some or give a directory on another disk with --data-dir");
        }
        return new DataDirectory(root, channel);
    }

    /** Bytes left on the disk of a directory. */
    static long free(Path directory) throws IOException {
        return Files.getFileStore(directory).getUsableSpace();
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
