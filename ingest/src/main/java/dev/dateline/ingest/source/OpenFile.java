package dev.dateline.ingest.source;

import dev.dateline.ingest.source.DirectoryScan.Found;
import java.io.IOException;
import java.time.InstantSource;

final class OpenFile {
    static OpenFile of(Found found, DirectorySourceConfig config, InstantSource clock, Shelf shelf) throws IOException {
        throw new IOException("stub");
    }

    FileRecord next() {
        return null;
    }

    void close() {}
}
