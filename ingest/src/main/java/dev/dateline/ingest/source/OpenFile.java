package dev.dateline.ingest.source;

import dev.dateline.ingest.document.DocumentReader;
import dev.dateline.ingest.document.Opened;
import dev.dateline.ingest.source.DirectoryScan.Found;
import dev.dateline.model.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file being read, record by record: its documents, and references to what in it cannot be taken. */
final class OpenFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenFile.class);

    private final DirectorySourceConfig config;
    private final Delivery delivery;
    private final String uri;
    private final Instant receivedAt;
    private final Stream<Opened> stream;
    private final Iterator<Opened> rest;
    private boolean empty = true;

    private OpenFile(DirectorySourceConfig config, Delivery delivery, Instant receivedAt, Stream<Opened> stream) {
        this.config = config;
        this.delivery = delivery;
        this.uri = uriOf(config, delivery.file().path());
        this.receivedAt = receivedAt;
        this.stream = stream;
        this.rest = stream.iterator();
    }

    /**
     * Opens a file. One that may not be read has one reference to itself.
     *
     * @param now bound of the time of reception, which is the file's last-modified time, the same at every delivery
     * @throws IOException if it cannot be opened for now, or is gone
     */
    static OpenFile of(Found found, DirectorySourceConfig config, Instant now) throws IOException {
        Instant modified = found.stamp().modified();
        Instant receivedAt = (modified.isAfter(now) ? now : modified).truncatedTo(ChronoUnit.MILLIS);
        String uri = uriOf(config, found.path());
        Stream<Opened> stream;
        try {
            InputStream in = Files.newInputStream(found.path());
            stream = new DocumentReader(config.source(), config.provider()).open(in, uri, receivedAt);
        } catch (AccessDeniedException e) {
            stream = Stream.of(new Opened.Unreadable(
                    uri,
                    "no permission to read it; give it to the user that runs the worker and move it back",
                    found.stamp().size()));
        }
        return new OpenFile(config, new Delivery(found), receivedAt, stream);
    }

    Delivery delivery() {
        return delivery;
    }

    /** The next record, or null at the end. */
    FileRecord next() {
        Opened opened = advance();
        if (opened == null) {
            return null;
        }
        empty = false;
        if (opened instanceof Opened.Readable readable) {
            Document document = withPlainUri(readable.document());
            int size = document.bytes().length;
            if (size > config.maxDocumentBytes()) {
                return deadLetter(
                        document.uri(),
                        size,
                        document.sha256(),
                        size + " bytes, more than the " + config.maxDocumentBytes() + " of "
                                + DirectorySourceConfig.MAX_DOCUMENT_BYTES + "; split it or raise the setting");
            }
            delivery.sentDocument();
            return FileRecord.document(config.topic(), document, delivery);
        }
        if (opened instanceof Opened.Oversized oversized) {
            return deadLetter(plain(oversized.uri()), oversized.size(), oversized.sha256(), oversized.reason());
        }
        Opened.Unreadable unreadable = (Opened.Unreadable) opened;
        if (unreadable.uri().equals(uri)) {
            Path file = delivery.file().path();
            return deadLetter(uri, delivery.file().stamp().size(), Sha256.of(file), unreadable.reason());
        }
        return deadLetter(plain(unreadable.uri()), unreadable.size(), null, unreadable.reason());
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (UncheckedIOException e) {
            LOG.debug("{} did not close", uri, e);
        }
    }

    /** The next element; one for the file itself if there is nothing in it or it cannot be read on; null at the end. */
    private Opened advance() {
        try {
            if (rest.hasNext()) {
                return rest.next();
            }
            return empty ? new Opened.Unreadable(uri, "there is no document in it", -1) : null;
        } catch (RuntimeException e) {
            LOG.warn("Reading {} failed", uri, e);
            return new Opened.Unreadable(uri, "reading failed with " + e + "; keep the file and report it", -1);
        }
    }

    private FileRecord deadLetter(String address, long size, String sha256, String reason) {
        delivery.sentDeadLetter(reason);
        Reference reference =
                new Reference(config.source(), config.provider(), address, uri, size, sha256, receivedAt, reason);
        return FileRecord.deadLetter(config.deadLetterTopic(), reference, delivery);
    }

    /** Path below the watched directory, with slashes, whatever the system. */
    private static String uriOf(DirectorySourceConfig config, Path file) {
        Path relative = config.directory().relativize(file);
        return plain(relative.toString().replace(relative.getFileSystem().getSeparator(), "/"));
    }

    private static Document withPlainUri(Document document) {
        String plain = plain(document.uri());
        return plain.equals(document.uri())
                ? document
                : new Document(
                        document.source(),
                        document.provider(),
                        plain,
                        document.contentType(),
                        document.charset(),
                        document.receivedAt(),
                        document.sha256(),
                        document.bytes());
    }

    /** Keys and addresses stay on one line: control characters in names are percent-encoded. */
    private static String plain(String address) {
        if (address.chars().noneMatch(Character::isISOControl)) {
            return address;
        }
        StringBuilder plain = new StringBuilder();
        address.chars().forEach(c -> {
            if (Character.isISOControl(c)) {
                plain.append(String.format("%%%02X", c));
            } else {
                plain.append((char) c);
            }
        });
        return plain.toString();
    }
}
