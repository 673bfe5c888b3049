package dev.dateline.ingest.feed;

/**
 * What a server says by which its answer can be told from a later one, RFC 9110 section 8.8; sent back as it came.
 *
 * @param etag or null
 * @param lastModified or null
 */
record Validators(String etag, String lastModified) {
    static final Validators NONE = new Validators(null, null);

    private static final int LONGEST = 512;

    /** The same without what is too long to be kept for each feed. */
    static Validators of(String etag, String lastModified) {
        return new Validators(bounded(etag), bounded(lastModified));
    }

    boolean isEmpty() {
        return etag == null && lastModified == null;
    }

    private static String bounded(String value) {
        return value == null || value.isBlank() || value.length() > LONGEST ? null : value;
    }
}
