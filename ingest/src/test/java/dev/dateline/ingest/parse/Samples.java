package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.model.Article;
import dev.dateline.model.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Documents for tests. */
final class Samples {
    static final Instant RECEIVED = Instant.parse("2025-06-01T12:00:00Z");
    static final Parsers PARSERS = new Parsers(Dialects.shipped());

    private Samples() {}

    static List<Parsed> parse(byte[] bytes) {
        return PARSERS.parse(Document.of("desk", "acme", "item", RECEIVED, bytes));
    }

    static List<Parsed> parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Parsed> parse(Path file) {
        try {
            return parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a file, decompressed when its name ends in .gz. */
    static byte[] unzipped(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return file.toString().endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only article of a text. */
    static Article article(String text) {
        return article(parse(text));
    }

    static Article article(List<Parsed> parsed) {
        if (parsed.size() != 1 || !(parsed.get(0) instanceof Parsed.Accepted accepted)) {
            throw new AssertionError("expected one article, found " + parsed);
        }
        return accepted.article();
    }

    static Parsed.Rejected rejected(List<Parsed> parsed) {
        if (parsed.size() != 1 || !(parsed.get(0) instanceof Parsed.Rejected rejected)) {
            throw new AssertionError("expected one rejection, found " + parsed);
        }
        return rejected;
    }

    /** A newsItem with the given children of itemMeta, contentMeta and contentSet. */
    static String newsItem(String itemMeta, String contentMeta, String contentSet) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:acme:1" version="3" standard="NewsML-G2" standardversion="2.29" conformance="power" xml:lang="en">
                  <itemMeta><itemClass qcode="ninat:text"/><provider literal="acme"/><versionCreated>2025-05-01T10:00:00+02:00</versionCreated>%s</itemMeta>
                  <contentMeta>%s</contentMeta>
                  <contentSet>%s</contentSet>
                </newsItem>
                """.formatted(itemMeta, contentMeta, contentSet);
    }

    static String xhtml(String body) {
        return "<inlineXML contenttype=\"application/xhtml+xml\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><body>"
                + body + "</body></html></inlineXML>";
    }
}
