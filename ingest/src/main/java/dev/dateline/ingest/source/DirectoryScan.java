package dev.dateline.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks through a watched directory. */
public final class DirectoryScan {

    /**
     * One look.
     *
     * @param files what is to be taken, the oldest first, settled or not
     * @param leftAlone what is not taken though its name does not say so, with the reason and the way out
     */
    record Result(List<Found> files, Map<Path, String> leftAlone) {}

    /** A file and its state when it was seen. */
    record Found(Path path, FileStamp stamp) {}

    private static final Comparator<Found> OLDEST_FIRST =
            Comparator.comparing((Found found) -> found.stamp().modified()).thenComparing(Found::path);

    private final DirectorySourceConfig config;

    DirectoryScan(DirectorySourceConfig config) {
        this.config = config;
    }

    /**
     * The files that a {@link DirectorySourceConnector} of these settings would still take, those being written or
     * waiting for Kafka's acknowledgement included: a file leaves the directory only when Kafka has it. Empty means idle.
     *
     * @param connector configuration of the connector
     */
    public static List<Path> pending(Map<String, String> connector) {
        return new DirectoryScan(DirectorySourceConfig.of(connector))
                .scan().files().stream().map(Found::path).toList();
    }

    Result scan() {
        Visitor visitor = new Visitor();
        try {
            Files.walkFileTree(config.directory(), visitor);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the visitor lets none pass
        }
        visitor.files.sort(OLDEST_FIRST);
        return new Result(visitor.files, visitor.leftAlone);
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final List<Found> files = new ArrayList<>();
        private final Map<Path, String> leftAlone = new TreeMap<>();

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean watched = directory.equals(config.directory());
            boolean skipped = !watched
                    && (directory.equals(config.done())
                            || directory.equals(config.failed())
                            || directory.getFileName().toString().startsWith("."));
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.equals(config.directory())) {
                leftAlone.put(file, "it is not a directory: put one in its place or change the setting 'directory'");
            } else if (config.files().takes(config.directory().relativize(file))) {
                if (attributes.isRegularFile()) {
                    files.add(new Found(file, FileStamp.of(attributes)));
                } else {
                    String kind = attributes.isSymbolicLink() ? "a symbolic link" : "not a regular file";
                    leftAlone.put(file, "it is " + kind + ": put the file itself here");
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return leaveAlone(file, failure);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) {
            return failure == null ? FileVisitResult.CONTINUE : leaveAlone(directory, failure);
        }

        private FileVisitResult leaveAlone(Path path, IOException failure) {
            if (failure instanceof AccessDeniedException) {
                leftAlone.put(path, "no permission to read it: give it to the user that runs the worker");
            } else if (failure instanceof NoSuchFileException || failure instanceof NotDirectoryException) {
                if (path.equals(config.directory())) {
                    leftAlone.put(path, "it does not exist: create or mount it, or change the setting 'directory'");
                } // anything else went away while we looked
            } else {
                leftAlone.put(path, failure.toString());
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
