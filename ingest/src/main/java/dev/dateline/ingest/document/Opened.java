package dev.dateline.ingest.document;

import dev.dateline.model.Document;

/** One thing found in a file: a document, or something that cannot be one, so that nothing is dropped silently. */
public sealed interface Opened {
    /** Address within the source: {@code dir/a.xml}, {@code a.zip!/b.xml}, {@code c.jsonl#12}. */
    String uri();

    /** A document. */
    record Readable(Document document) implements Opened {
        @Override
        public String uri() {
            return document.uri();
        }
    }

    /**
     * Larger than a document may be; its bytes were read past, not kept.
     *
     * @param reason what is wrong and what can be done, in one line
     * @param size bytes
     * @param sha256 SHA-256 of the bytes, lower-case hexadecimal
     */
    record Oversized(String uri, String reason, long size, String sha256) implements Opened {}

    /**
     * Not readable: damaged, encrypted, an archive within an archive, or beyond a limit.
     *
     * @param reason what is wrong and what can be done, in one line
     * @param size bytes read so far, or -1 when not known
     */
    record Unreadable(String uri, String reason, long size) implements Opened {}
}
