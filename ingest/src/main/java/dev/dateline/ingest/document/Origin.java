package dev.dateline.ingest.document;

import dev.dateline.model.Document;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/** Where documents come from, which is the same for all of one file, and how much of them is taken in. */
record Origin(String source, String provider, Instant receivedAt, Limits limits) {

    Opened document(String uri, byte[] bytes) {
        return new Opened.Readable(Document.of(source, provider, uri, receivedAt, bytes));
    }

    Opened nested(String uri) {
        return new Opened.Unreadable(uri, "an archive within an archive is not opened; unpack it first", -1);
    }

    Iterator<Opened> single(InputStream in, String uri) {
        return List.of(read(in, uri)).iterator();
    }

    /** All that is left of a stream as one document. */
    Opened read(InputStream in, String uri) {
        long size = 0;
        try {
            byte[] bytes = in.readNBytes(limits.documentBytes() + 1);
            size = bytes.length;
            return bytes.length <= limits.documentBytes() ? document(uri, bytes) : oversized(in, uri, bytes);
        } catch (IOException e) {
            return new Opened.Unreadable(uri, "cannot be read to its end: " + DocumentReader.describe(e), size);
        }
    }

    private Opened oversized(InputStream in, String uri, byte[] head) throws IOException {
        MessageDigest digest = sha256();
        digest.update(head);
        long size = head.length;
        byte[] buffer = new byte[64 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
            size += read;
        }
        return oversized(uri, size, digest);
    }

    Opened oversized(String uri, long size, MessageDigest digest) {
        return new Opened.Oversized(
                uri,
                size + " bytes, more than the " + limits.documentBytes() + " that a document may have; split it",
                size,
                HexFormat.of().formatHex(digest.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
