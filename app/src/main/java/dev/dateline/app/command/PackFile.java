package dev.dateline.app.command;

import dev.dateline.enrich.pack.Pack;
import dev.dateline.enrich.pack.PackReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A pack in a file.
 *
 * @param yaml the file as it is written
 */
record PackFile(Path path, String yaml, Pack pack) {
    /** @throws dev.dateline.enrich.pack.PackException with every fault and its line */
    static PackFile read(PackReader reader, Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        Pack pack = reader.read(path.toString(), bytes);
        return new PackFile(path, new String(bytes, StandardCharsets.UTF_8), pack);
    }
}
