package dev.dateline.ingest.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** One document for each line that is not blank, named by the number of the line from 1. */
final class Lines implements Iterator<Opened> {
    private final InputStream in;
    private final String uri;
    private final Origin origin;
    private long number;
    private Opened next;
    private boolean ended;
    private final byte[] buffer = new byte[64 * 1024];
    private int from;
    private int to;

    Lines(InputStream in, String uri, Origin origin) {
        this.in = in;
        this.uri = uri;
        this.origin = origin;
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ended) {
            try {
                next = readLine();
            } catch (IOException e) {
                next = new Opened.Unreadable(
                        uri + "#" + number, "damaged from this line on: " + DocumentReader.describe(e), -1);
                ended = true;
            }
        }
        return next != null;
    }

    @Override
    public Opened next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Opened line = next;
        next = null;
        return line;
    }

    /** The next line, or null for a blank one and at the end. */
    private Opened readLine() throws IOException {
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        MessageDigest digest = null;
        long size = 0;
        for (boolean complete = false; !complete && fill(); ) {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            complete = end < to;
            size += end - from;
            if (digest == null && size > origin.limits().documentBytes()) {
                digest = Origin.sha256();
                digest.update(line.toByteArray());
                line.reset();
            }
            if (digest == null) {
                line.write(buffer, from, end - from);
            } else {
                digest.update(buffer, from, end - from);
            }
            from = complete ? end + 1 : end;
        }
        String address = uri + "#" + number;
        if (digest != null) {
            return origin.oversized(address, size, digest);
        }
        byte[] bytes = line.toByteArray();
        return isBlank(bytes) ? null : origin.document(address, bytes);
    }

    /** Whether there are bytes in the buffer, or at least were any to put there. */
    private boolean fill() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, in.read(buffer));
            ended = to == 0;
        }
        return !ended;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
