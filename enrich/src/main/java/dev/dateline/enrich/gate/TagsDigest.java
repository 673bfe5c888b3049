package dev.dateline.enrich.gate;

import dev.dateline.model.Evidence;
import dev.dateline.model.Tag;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/** Tells whether tags are what they were, reasons included: a reader of a tag may show its evidence. */
final class TagsDigest {
    private TagsDigest() {}

    static ShortDigest of(List<Tag> tags) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Tag tag : tags) {
                write(tag, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ShortDigest(Arrays.copyOf(
                sha256(bytes.toByteArray()), ShortDigest.getClassSchema().getFixedSize()));
    }

    private static void write(Tag tag, DataOutputStream out) throws IOException {
        write(tag.getScheme(), out);
        write(tag.getCode(), out);
        write(tag.getName(), out);
        out.writeDouble(tag.getScore());
        write(tag.getMethod(), out);
        out.writeInt(tag.getEvidence().size());
        for (Evidence evidence : tag.getEvidence()) {
            write(evidence.getField(), out);
            out.writeInt(evidence.getStart());
            out.writeInt(evidence.getEnd());
            write(evidence.getText(), out);
        }
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] utf8 = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8 == null ? -1 : utf8.length);
        if (utf8 != null) {
            out.write(utf8);
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
