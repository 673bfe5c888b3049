package dev.dateline.ingest.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whose token it is. The file is looked at once a second and read again when it has changed. */
final class Tokens {
    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
    private static final long BETWEEN_LOOKS = Duration.ofSeconds(1).toNanos();

    private final Path file;
    private final LongSupplier nanos;
    private volatile List<TokenFile.Entry> entries;
    private Stamp stamp;
    private long lookedAt;

    private record Stamp(FileTime modified, long size, Object key) {}

    /** @throws IllegalArgumentException if the file cannot be used */
    Tokens(Path file, LongSupplier nanos) {
        this.file = file;
        this.nanos = nanos;
        this.stamp = stamp();
        this.lookedAt = nanos.getAsLong();
        this.entries = TokenFile.entries(file);
    }

    /** The provider; null when nobody has this token. Takes the same time for every token of a length. */
    String provider(String token) {
        look();
        byte[] digest = Token.digest(token);
        String provider = null;
        for (TokenFile.Entry entry : entries) {
            if (MessageDigest.isEqual(entry.digest(), digest)) {
                provider = entry.provider();
            }
        }
        return provider;
    }

    private synchronized void look() {
        long now = nanos.getAsLong();
        if (now - lookedAt < BETWEEN_LOOKS) {
            return;
        }
        lookedAt = now;
        Stamp seen = stamp();
        if (seen != null && !seen.equals(stamp)) {
            stamp = seen;
            try {
                entries = TokenFile.entries(file);
                LOG.info("{}: {} tokens", file, entries.size());
            } catch (IllegalArgumentException e) {
                LOG.error("the tokens of before stay in force: {}", e.getMessage());
            }
        }
    }

    /** Null while there is no file, as between the two steps of replacing it: the tokens of before stay in force. */
    private Stamp stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        } catch (IOException e) {
            return null;
        }
    }
}
