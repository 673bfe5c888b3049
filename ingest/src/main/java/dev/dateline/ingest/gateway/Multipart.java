package dev.dateline.ingest.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;

/** The parts of multipart/form-data (RFC 7578). */
final class Multipart {
    private static final int MAX_PARTS = 1_000;
    private static final int MAX_PART_HEADERS = 8 * 1024;

    private Multipart() {}

    /** One part: its bytes, and what its headers say. */
    record Part(byte[] bytes, HttpFields headers, String fileName) {
        /** @throws Refusal when the headers cannot be understood, or the file name is no address */
        Declared declared() {
            Declared declared = Declared.of(headers);
            return fileName == null || declared.name() != null
                    ? declared
                    : declared.orNamed(Address.name(fileName, "the part's file name"));
        }
    }

    /** @throws Refusal 400 or 413 */
    static List<Part> parse(byte[] body, String boundary) {
        if (boundary == null || boundary.isEmpty()) {
            throw new Refusal(400, "Content-Type is multipart/form-data without a boundary");
        }
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
        parser.setMaxParts(MAX_PARTS);
        parser.setPartHeadersMaxLength(MAX_PART_HEADERS);
        // The body is in memory already, and bounded.
        parser.setMaxMemoryFileSize(-1);
        parser.setMaxLength(-1);
        parser.setMaxFileSize(-1);
        try (MultiPartFormData.Parts parts =
                parser.parse(Content.Source.from(ByteBuffer.wrap(body))).join()) {
            List<Part> read = new ArrayList<>();
            for (MultiPart.Part part : parts) {
                try (InputStream in = Content.Source.asInputStream(part.getContentSource())) {
                    read.add(new Part(in.readAllBytes(), part.getHeaders(), part.getFileName()));
                }
            }
            return read;
        } catch (CompletionException | IOException e) {
            Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
            if (cause instanceof IllegalStateException) {
                throw new Refusal(413, "a request may have " + MAX_PARTS + " parts; split it");
            }
            throw new Refusal(400, "the body is not multipart/form-data: " + cause.getMessage());
        }
    }
}
