package dev.dateline.ingest.document;

import dev.dateline.model.Topics;

/**
 * How much is read.
 *
 * @param documentBytes largest document
 * @param entries most entries of an archive
 * @param ratio largest ratio of expanded to compressed bytes, above {@code ratioFrom} expanded bytes
 * @param ratioFrom expanded bytes below which the ratio does not matter
 */
record Limits(int documentBytes, int entries, long ratio, long ratioFrom) {
    /** Text compresses to a twentieth; a bomb to a thousandth. */
    static final Limits STANDARD = new Limits(Topics.MAX_DOCUMENT_BYTES, 100_000, 200, 64L * 1024 * 1024);
}
