package dev.dateline.app.push;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Documents as one request of multipart/form-data, compressed.
 *
 * @param boundary stands between the parts; made of their digest, which none of them can hold
 * @param body the request's body
 */
record PushedBatch(String boundary, byte[] body) {
    static PushedBatch of(List<PushedDocument> documents) {
        MessageDigest digest = sha256();
        documents.forEach(document -> digest.update(document.bytes()));
        String boundary = "dateline-" + HexFormat.of().formatHex(digest.digest());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(body)) {
            for (PushedDocument document : documents) {
                write(
                        out,
                        "--" + boundary + "\r\nContent-Disposition: form-data; name=\"document\"\r\nContent-Location: "
                                + document.location() + "\r\n\r\n");
                out.write(document.bytes());
                write(out, "\r\n");
            }
            write(out, "--" + boundary + "--\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is no device
        }
        return new PushedBatch(boundary, body.toByteArray());
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
