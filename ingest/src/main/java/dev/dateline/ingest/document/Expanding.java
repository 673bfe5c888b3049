package dev.dateline.ingest.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What comes out of a decompressor; refuses to go on when far more comes out than went in. */
final class Expanding extends FilterInputStream {
    private final Counted compressed;
    private final Limits limits;
    private long expanded;

    Expanding(InputStream decompressor, Counted compressed, Limits limits) {
        super(decompressor);
        this.compressed = compressed;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        expanded(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        expanded(Math.max(read, 0));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void expanded(int bytes) throws IOException {
        expanded += bytes;
        if (expanded > limits.ratioFrom() && expanded > limits.ratio() * Math.max(1, compressed.count())) {
            throw new IOException("expands to more than " + limits.ratio() + " times its size, which news never does");
        }
    }
}
