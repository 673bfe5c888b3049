package dev.dateline.enrich.gate;

import dev.dateline.enrich.tag.Tagging;
import dev.dateline.model.Evidence;
import dev.dateline.model.Quote;
import dev.dateline.model.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * Tells whether tags and quotes are what they were, reasons included: a reader of a tag may show its evidence. Field by field and
 * not by the schema, which refuses what does not fit it: that is for the writing to find out and to report.
 */
final class TaggingDigest {
    private final BinaryEncoder out;

    private TaggingDigest(BinaryEncoder out) {
        this.out = out;
    }

    static ShortDigest of(Tagging tagging) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            TaggingDigest digest = new TaggingDigest(out);
            out.writeInt(tagging.tags().size());
            for (Tag tag : tagging.tags()) {
                digest.add(tag);
            }
            for (Quote quote : tagging.quotes()) {
                digest.add(quote);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ShortDigest(Arrays.copyOf(sha256(bytes.toByteArray()), new ShortDigest().bytes().length));
    }

    private void add(Tag tag) throws IOException {
        add(tag.getScheme());
        add(tag.getCode());
        add(tag.getName());
        out.writeDouble(tag.getScore());
        add(tag.getMethod());
        add(tag.getEvidence());
    }

    private void add(Quote quote) throws IOException {
        add(quote.getField());
        out.writeInt(quote.getStart());
        out.writeInt(quote.getEnd());
        add(quote.getText());
        add(quote.getSpeakerScheme());
        add(quote.getSpeakerCode());
        add(quote.getSpeakerName());
        add(quote.getSpeaker() == null ? List.of() : List.of(quote.getSpeaker()));
        add(quote.getCue() == null ? List.of() : List.of(quote.getCue()));
        out.writeDouble(quote.getScore());
        add(quote.getMethod());
    }

    private void add(List<Evidence> evidence) throws IOException {
        out.writeInt(evidence.size());
        for (Evidence one : evidence) {
            add(one.getField());
            out.writeInt(one.getStart());
            out.writeInt(one.getEnd());
            add(one.getText());
        }
    }

    /** Its length goes first, so that no text runs into the next. */
    private void add(String text) throws IOException {
        out.writeIndex(text == null ? 0 : 1);
        if (text != null) {
            out.writeString(text);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
