package dev.dateline.ingest.feed;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Reads bodies, bounded both as sent and expanded. */
final class Bodies {
    /** A body and what it weighed under way. */
    record Read(byte[] bytes, long transferred) {}

    /** More than is taken. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        TooLargeException(int limit) {
            super("more than the " + limit + " bytes that " + FeedSourceConfig.MAX_FEED_BYTES + " allows");
        }
    }

    private static final int BUFFER = 16 * 1024;
    private static final int MOST_ENCODINGS = 2;
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int ZLIB_METHOD = 8;

    private Bodies() {}

    /**
     * Reads to the end.
     *
     * @param contentEncoding the header's value, or null; a body that is gzip without saying so is expanded too
     */
    static Read read(InputStream in, String contentEncoding, int limit) throws IOException {
        Counting counting = new Counting(in, limit);
        InputStream expanded = new BufferedInputStream(counting);
        List<String> encodings = encodings(contentEncoding);
        for (int i = encodings.size() - 1; i >= 0; i--) {
            expanded = expand(expanded, encodings.get(i));
        }
        expanded = startsWithGzip(expanded) ? new GZIPInputStream(expanded, BUFFER) : expanded;
        byte[] bytes = bounded(expanded, limit);
        return new Read(bytes, counting.count);
    }

    private static List<String> encodings(String header) throws IOException {
        List<String> encodings = header == null
                ? List.of()
                : Arrays.stream(header.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty() && !name.equals("identity") && !name.equals("none"))
                        .toList();
        if (encodings.size() > MOST_ENCODINGS) {
            throw new IOException("encoded " + encodings.size() + " times over");
        }
        return encodings;
    }

    private static InputStream expand(InputStream in, String encoding) throws IOException {
        return switch (encoding) {
            // Some servers declare it and send plain text.
            case "gzip", "x-gzip" -> startsWithGzip(in) ? new BufferedInputStream(new GZIPInputStream(in, BUFFER)) : in;
            case "deflate" -> new BufferedInputStream(inflated(in));
            default -> throw new IOException("encoded as '" + encoding + "', which was not asked for");
        };
    }

    /** Some servers send the bare form, without the header of zlib that RFC 9110 asks for. */
    private static InputStream inflated(InputStream in) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        boolean zlib = (first & 0x0f) == ZLIB_METHOD && ((first << 8) + second) % 31 == 0;
        return new InflaterInputStream(in, new Inflater(!zlib), BUFFER);
    }

    private static boolean startsWithGzip(InputStream in) throws IOException {
        in.mark(2);
        int magic = (in.read() << 8) + in.read();
        in.reset();
        return magic == GZIP_MAGIC;
    }

    private static byte[] bounded(InputStream in, int limit) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER);
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (bytes.size() + read > limit) {
                throw new TooLargeException(limit);
            }
            bytes.write(buffer, 0, read);
        }
        return bytes.toByteArray();
    }

    private static final class Counting extends FilterInputStream {
        private final int limit;
        private long count;

        Counting(InputStream in, int limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(read, 0);
            if (count > limit) {
                throw new TooLargeException(limit);
            }
            return read;
        }
    }
}
