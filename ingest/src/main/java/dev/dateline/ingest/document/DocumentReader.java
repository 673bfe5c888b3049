package dev.dateline.ingest.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/**
 * Opens files into documents: a plain file is one, gzip is opened, a ZIP archive holds one an entry, {@code .jsonl} one a
 * line. Whether something is compressed is told by its first bytes, whether it holds lines by its name. Memory stays
 * within a few times {@link dev.dateline.model.Topics#MAX_DOCUMENT_BYTES}, whatever the size of the file.
 */
public final class DocumentReader {
    private static final int BUFFER = 64 * 1024;

    private final String source;
    private final String provider;
    private final Limits limits;

    /**
     * @param source name of the source
     * @param provider id of the provider
     */
    public DocumentReader(String source, String provider) {
        this(source, provider, Limits.STANDARD);
    }

    DocumentReader(String source, String provider, Limits limits) {
        this.source = source;
        this.provider = provider;
        this.limits = limits;
    }

    /**
     * The documents of a file, read one by one as the stream is consumed. Close the stream to close the file.
     *
     * @param file the file
     * @param uri its address within the source
     * @param receivedAt when it was received, for example the file's last-modified time
     */
    public Stream<Opened> open(Path file, String uri, Instant receivedAt) {
        try {
            return open(Files.newInputStream(file), uri, receivedAt);
        } catch (IOException e) {
            return Stream.of(new Opened.Unreadable(uri, "the file cannot be opened: " + describe(e), -1));
        }
    }

    /** The documents of a stream of bytes, such as standard input, read as for a file. Closing the result closes it. */
    public Stream<Opened> open(InputStream in, String uri, Instant receivedAt) {
        Iterator<Opened> documents;
        try {
            documents = documents(new BufferedInputStream(in, BUFFER), uri, receivedAt);
        } catch (IOException e) {
            documents = List.<Opened>of(new Opened.Unreadable(uri, "cannot be read: " + describe(e), -1))
                    .iterator();
        }
        Stream<Opened> stream = StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(documents, Spliterator.ORDERED | Spliterator.NONNULL), false);
        return stream.onClose(() -> close(in));
    }

    private Iterator<Opened> documents(InputStream in, String uri, Instant receivedAt) throws IOException {
        Origin origin = new Origin(source, provider, receivedAt, limits);
        byte[] magic = peek(in);
        if (isGzip(magic)) {
            Counted compressed = new Counted(in);
            InputStream content = new BufferedInputStream(
                    new Expanding(new GZIPInputStream(compressed, BUFFER), compressed, limits), BUFFER);
            if (isZip(peek(content)) || isGzip(peek(content))) {
                return List.<Opened>of(origin.nested(uri)).iterator();
            }
            return isLines(withoutGz(uri)) ? new Lines(content, uri, origin) : origin.single(content, uri);
        }
        // Office documents are ZIP archives too: only what is called one, or has no name, is opened
        if (isZip(magic) && (uri.toLowerCase(Locale.ROOT).endsWith(".zip") || uri.equals("-"))) {
            return new ZipEntries(in, uri, origin);
        }
        return isLines(uri) ? new Lines(in, uri, origin) : origin.single(in, uri);
    }

    static boolean isLines(String uri) {
        String lower = uri.toLowerCase(Locale.ROOT);
        return lower.endsWith(".jsonl") || lower.endsWith(".ndjson");
    }

    static boolean isGzip(byte[] magic) {
        return magic.length >= 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
    }

    static boolean isZip(byte[] magic) {
        return magic.length >= 4
                && magic[0] == 'P'
                && magic[1] == 'K'
                && (magic[2] == 3 || magic[2] == 5)
                && (magic[3] == 4 || magic[3] == 6);
    }

    /** The first bytes, which stay to be read. */
    static byte[] peek(InputStream in) throws IOException {
        in.mark(8);
        byte[] magic = in.readNBytes(4);
        in.reset();
        return magic;
    }

    static String describe(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static String withoutGz(String uri) {
        return uri.toLowerCase(Locale.ROOT).endsWith(".gz") ? uri.substring(0, uri.length() - 3) : uri;
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
