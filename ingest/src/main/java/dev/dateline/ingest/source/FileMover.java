package dev.dateline.ingest.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.UnaryOperator;

/** Moves files so that at every moment, a crash included, one complete copy exists and no other file is overwritten. */
final class FileMover {
    private static final DateTimeFormatter SUFFIX =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private FileMover() {}

    /**
     * Moves a file to its relative path below another directory. When the name is taken the file's last-modified time is
     * added to it, and a number if that is taken too.
     *
     * @return where it is now; null when it is gone or no longer what {@code stamp} says, and stays where it is
     */
    static Path move(Path file, FileStamp stamp, Path directory, Path relative) throws IOException {
        if (!isUnchanged(file, stamp)) {
            return null;
        }
        Path target = freeName(directory(directory, relative.getParent()), relative.getFileName(), stamp.modified());
        rename(file, target);
        return target;
    }

    /** Writes one line beside a file. */
    static void writeReason(Path file, String reason) throws IOException {
        Files.writeString(
                sibling(file, name -> name + ".reason.txt"), reason + System.lineSeparator(), StandardCharsets.UTF_8);
    }

    private static boolean isUnchanged(Path file, FileStamp stamp) throws IOException {
        try {
            return FileStamp.of(file).equals(stamp);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /** The directory, created when absent; a name on the way that belongs to a file gets a suffix. */
    private static Path directory(Path base, Path relative) throws IOException {
        Path directory = created(base);
        if (relative != null) {
            for (Path name : relative) {
                directory = directory.resolve(name);
                while (Files.exists(directory) && !Files.isDirectory(directory)) {
                    directory = sibling(directory, taken -> taken + ".d");
                }
                created(directory);
            }
        }
        return directory;
    }

    private static Path created(Path directory) throws IOException {
        return Files.isDirectory(directory) ? directory : Files.createDirectories(directory);
    }

    /**
     * A name that no file has. Nothing is put there to reserve it, because renaming over a file is several times slower on
     * journaling file systems; so a directory is for one connector alone.
     */
    private static Path freeName(Path directory, Path name, Instant modified) {
        Path wanted = directory.resolve(name);
        String suffix = "." + SUFFIX.format(modified);
        Path candidate = wanted;
        for (int i = 1; Files.exists(candidate, LinkOption.NOFOLLOW_LINKS); i++) {
            String added = i == 1 ? suffix : suffix + "-" + i;
            candidate = sibling(wanted, taken -> beforeExtension(taken, added));
        }
        return candidate;
    }

    private static void rename(Path file, Path target) throws IOException {
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            copy(file, target);
            Files.delete(file);
        }
    }

    private static void copy(Path file, Path target) throws IOException {
        Path part = sibling(target, name -> "." + name + ".part");
        try {
            Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            force(part, StandardOpenOption.WRITE);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            force(target.getParent(), StandardOpenOption.READ);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void force(Path path, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    private static String beforeExtension(String name, String added) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name + added : name.substring(0, dot) + added + name.substring(dot);
    }

    /** Names are bytes to the system; one that the locale cannot spell is respelled in ASCII. */
    private static Path sibling(Path path, UnaryOperator<String> change) {
        String name = change.apply(path.getFileName().toString());
        try {
            return path.resolveSibling(name);
        } catch (InvalidPathException e) {
            return path.resolveSibling(name.replaceAll("[^\\x20-\\x7E]", "_"));
        }
    }
}
