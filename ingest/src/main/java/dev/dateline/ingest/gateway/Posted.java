package dev.dateline.ingest.gateway;

import dev.dateline.ingest.document.DocumentReader;
import dev.dateline.ingest.document.Opened;
import dev.dateline.model.Document;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Opens a request's body into documents: one, the parts of multipart, lines, or what a compressed file holds. */
final class Posted {
    private static final int MAX_DOCUMENTS = 10_000;
    private static final int BUFFER = 64 * 1024;

    private final String source;
    private final String provider;
    private final String key;
    private final Instant receivedAt;
    private final int limit;
    private final InFlight.Share share;
    private final List<Opened> documents = new ArrayList<>();
    private boolean several;
    private long expanded;

    /**
     * What was found, in the order of the request.
     *
     * @param several whether the client sent what can hold several, and so awaits a list
     */
    record Found(List<Opened> documents, boolean several) {}

    private Posted(String source, String provider, String key, Instant receivedAt, int limit, InFlight.Share share) {
        this.source = source;
        this.provider = provider;
        this.key = key;
        this.receivedAt = receivedAt;
        this.limit = limit;
        this.share = share;
    }

    /**
     * Opens a body.
     *
     * @param key idempotency key, or null
     * @param limit most bytes that it may expand to
     * @param share holds what it expands to
     * @throws Refusal 400, 413 or 429 when the request is not taken as a whole
     */
    static Found open(
            byte[] body,
            Declared declared,
            String source,
            String provider,
            String key,
            Instant receivedAt,
            int limit,
            InFlight.Share share) {
        Posted posted = new Posted(source, provider, key, receivedAt, limit, share);
        byte[] plain = declared.gzip() ? posted.gunzip(body) : body;
        if (declared.isMultipart()) {
            posted.several = true;
            List<Multipart.Part> parts = Multipart.parse(plain, declared.boundary());
            for (int i = 0; i < parts.size(); i++) {
                posted.addPart(parts.get(i), i + 1);
            }
        } else {
            posted.add(plain, declared, declared.name());
        }
        return new Found(posted.documents, posted.several);
    }

    private void addPart(Multipart.Part part, int number) {
        Declared declared;
        try {
            declared = part.declared();
        } catch (Refusal e) {
            documents.add(new Opened.Unreadable("part " + number, e.getMessage(), part.bytes().length));
            return;
        }
        // A key stands for the whole request, so that it has to be told which part is which.
        String name = declared.name() == null && key != null ? "part-" + number : declared.name();
        add(declared.gzip() ? gunzip(part.bytes()) : part.bytes(), declared, name);
    }

    private void add(byte[] bytes, Declared declared, String name) {
        String within = declared.named(Address.of(key, name, () -> Document.of(source, provider, "", receivedAt, bytes)
                .sha256()));
        String address = provider + "/" + within;
        if (bytes.length == 0) {
            documents.add(new Opened.Unreadable(address, "there is nothing in it", 0));
            return;
        }
        try (Stream<Opened> opened =
                new DocumentReader(source, provider).open(new ByteArrayInputStream(bytes), address, receivedAt)) {
            opened.forEach(one -> add(one, declared, address));
        }
    }

    private void add(Opened one, Declared declared, String address) {
        if (documents.size() == MAX_DOCUMENTS) {
            throw new Refusal(413, "a request may hold " + MAX_DOCUMENTS + " documents; split it");
        }
        boolean itself = one.uri().equals(address);
        several |= !itself;
        if (!(one instanceof Opened.Readable readable)) {
            documents.add(one);
            return;
        }
        Document document = readable.document();
        expand(document.bytes().length);
        // The type of an archive, or of lines, is not that of what they hold; a charset of lines is theirs.
        documents.add(new Opened.Readable(new Document(
                document.source(),
                document.provider(),
                document.uri(),
                itself ? declared.type() : null,
                declared.charset(),
                document.receivedAt(),
                document.sha256(),
                document.bytes())));
    }

    private void expand(int bytes) {
        expanded += bytes;
        if (expanded > limit) {
            throw BodyReader.tooLarge(limit);
        }
        share.add(bytes);
    }

    private byte[] gunzip(byte[] compressed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(limit, 4 * compressed.length));
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed), BUFFER)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (read > limit - out.size()) {
                    throw BodyReader.tooLarge(limit);
                }
                share.add(read);
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new Refusal(400, "Content-Encoding is gzip and the body is not, or is damaged: " + e.getMessage());
        }
        return out.toByteArray();
    }
}
