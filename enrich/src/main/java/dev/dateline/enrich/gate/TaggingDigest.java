package dev.dateline.enrich.gate;

import dev.dateline.enrich.tag.Tagging;
import dev.dateline.model.Quote;
import dev.dateline.model.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/** Tells whether tags and quotes are what they were, reasons included: a reader of a tag may show its evidence. */
final class TaggingDigest {
    private static final DatumWriter<Tag> TAGS = new SpecificDatumWriter<>(Tag.class);
    private static final DatumWriter<Quote> QUOTES = new SpecificDatumWriter<>(Quote.class);

    private TaggingDigest() {}

    static ShortDigest of(Tagging tagging) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            out.writeInt(tagging.tags().size());
            for (Tag tag : tagging.tags()) {
                TAGS.write(tag, out);
            }
            for (Quote quote : tagging.quotes()) {
                QUOTES.write(quote, out);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ShortDigest(Arrays.copyOf(sha256(bytes.toByteArray()), new ShortDigest().bytes().length));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
