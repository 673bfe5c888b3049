package dev.dateline.app.command;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The sample wire that ships in the jar: a folder per provider, delivered into directories that the pipeline watches. */
final class SampleWire {
    private static final String RESOURCE = "/sample-wire";
    /** The moment of the last dispatch; the same at each delivery, as the files of a real wire would keep theirs. */
    private static final Instant RECEIVED = Instant.parse("2026-10-31T12:00:00Z");

    private SampleWire() {}

    /** Copies the files below {@code target} and returns the settings that watch them. */
    static Map<String, String> deliver(Path target) throws IOException {
        try {
            URI uri = SampleWire.class.getResource(RESOURCE).toURI();
            if (uri.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                    return copy(jar.getPath(RESOURCE), target);
                }
            }
            return copy(Path.of(uri), target);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> copy(Path from, Path target) throws IOException {
        Map<String, String> settings = new HashMap<>();
        try (Stream<Path> providers = Files.list(from)) {
            for (Path provider : providers.sorted().toList()) {
                String name = provider.getFileName().toString().replace("/", "");
                Path directory = Files.createDirectories(target.resolve(name));
                copyFiles(provider, directory);
                settings.put("source." + name + ".directory", directory.toString());
                settings.put("source." + name + ".provider", name);
            }
        }
        return settings;
    }

    private static void copyFiles(Path from, Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(from)) {
            files = all.sorted().toList();
        }
        for (Path file : files) {
            Path hidden = directory.resolve("." + file.getFileName());
            Files.write(hidden, Files.readAllBytes(file));
            Files.setLastModifiedTime(hidden, FileTime.from(RECEIVED));
            Files.move(
                    hidden,
                    directory.resolve(file.getFileName().toString()),
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
