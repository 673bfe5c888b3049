package dev.dateline.app.e2e;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Watched directories, one per provider, and what is delivered into them. */
record Wire(Path root, List<String> providers) {
    /** The same at each delivery, as the files of a real wire keep theirs. */
    private static final FileTime RECEIVED = FileTime.from(Instant.parse("2026-10-31T12:00:00Z"));

    /** Settings that watch the directories. */
    Map<String, String> settings() throws IOException {
        Map<String, String> settings = new HashMap<>();
        for (String provider : providers) {
            Path directory = Files.createDirectories(root.resolve(provider));
            settings.put("source." + provider + ".directory", directory.toString());
            settings.put("source." + provider + ".provider", provider);
        }
        return settings;
    }

    /** A dispatch of the sample wire, for example {@code meridian/001-philippines-typhoon-v2.xml}. */
    static byte[] sample(String path) throws IOException {
        try (InputStream in = Wire.class.getResourceAsStream("/sample-wire/" + path)) {
            if (in == null) {
                throw new IOException("the sample wire has no " + path);
            }
            return in.readAllBytes();
        }
    }

    /** Writes a file as a careful sender does: whole, then in place. */
    void deliver(String path, byte[] bytes) throws IOException {
        Path file = root.resolve(path);
        Path hidden = file.resolveSibling("." + file.getFileName());
        Files.write(hidden, bytes);
        Files.setLastModifiedTime(hidden, RECEIVED);
        Files.move(hidden, file, ATOMIC_MOVE);
    }
}
