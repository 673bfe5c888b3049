package dev.dateline.ingest.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The entries of a ZIP archive in its order. Their names are only part of an address and never a path to write to. */
final class ZipEntries implements Iterator<Opened> {
    private final ZipInputStream zip;
    private final InputStream content;
    private final String uri;
    private final Origin origin;
    private int entries;
    private Iterator<Opened> lines;
    private Opened next;
    private boolean ended;

    ZipEntries(InputStream in, String uri, Origin origin) {
        Counted compressed = new Counted(in);
        this.zip = new ZipInputStream(compressed, StandardCharsets.ISO_8859_1);
        this.content = new Expanding(zip, compressed, origin.limits());
        this.uri = uri;
        this.origin = origin;
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ended) {
            try {
                next = advance();
            } catch (IOException | IllegalArgumentException e) {
                String cause =
                        e instanceof IOException io ? DocumentReader.describe(io) : "an entry has no readable name";
                next = new Opened.Unreadable(uri, "damaged after " + entries + " entries: " + cause, -1);
                ended = true;
            }
        }
        return next != null;
    }

    @Override
    public Opened next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Opened entry = next;
        next = null;
        return entry;
    }

    /** The next document, or null for a folder or a hidden file. */
    private Opened advance() throws IOException {
        if (lines != null && lines.hasNext()) {
            return lines.next();
        }
        lines = null;
        ZipEntry entry = zip.getNextEntry();
        if (entry == null) {
            ended = true;
            return entries == 0 ? new Opened.Unreadable(uri, "the archive has no entries or is damaged", -1) : null;
        }
        entries++;
        if (entries > origin.limits().entries()) {
            ended = true;
            return new Opened.Unreadable(
                    uri,
                    "more than " + origin.limits().entries() + " entries; the rest was not read, split the archive",
                    -1);
        }
        return entry.isDirectory() || isHidden(entry.getName()) ? null : open(uri + "!/" + entry.getName());
    }

    private Opened open(String address) throws IOException {
        BufferedInputStream entry = new BufferedInputStream(content);
        byte[] magic = DocumentReader.peek(entry);
        if (DocumentReader.isGzip(magic)
                || (DocumentReader.isZip(magic)
                        && address.toLowerCase(Locale.ROOT).endsWith(".zip"))) {
            return origin.nested(address);
        }
        if (DocumentReader.isLines(address)) {
            lines = new Lines(entry, address, origin);
            return lines.hasNext() ? lines.next() : null;
        }
        Opened document = origin.read(entry, address);
        if (document instanceof Opened.Unreadable) {
            // what follows a damaged entry cannot be found
            ended = true;
        }
        return document;
    }

    /** Files of the system that packed the archive: ".DS_Store", "__MACOSX/". */
    private static boolean isHidden(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return file.startsWith(".") || name.startsWith("__MACOSX/");
    }
}
