package dev.dateline.ingest.parse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells by content alone what a document is. */
final class Sniffer {
    /** What the text looks like; the parser of that shape decides the rest. */
    enum Shape {
        EMPTY,
        XML,
        HTML,
        JSON,
        TEXT
    }

    private static final int HEAD = 4096;
    /** First elements of pages and of fragments that are HTML and no XML of an agency. */
    private static final Set<String> HTML = Set.of(
            "!doctype html",
            "html",
            "head",
            "body",
            "div",
            "p",
            "table",
            "span",
            "h1",
            "article",
            "section",
            "script",
            "meta",
            "title",
            "link",
            "base",
            "style",
            "noscript",
            "main",
            "nav",
            "center",
            "font",
            "h2",
            "ul",
            "ol",
            "figure",
            "blockquote",
            "b",
            "br",
            "a",
            "img");

    private static final Pattern NAME = Pattern.compile("!doctype\\s+[\\w:.-]+|[\\w:.-]+", Pattern.CASE_INSENSITIVE);

    private record Magic(int at, String bytes, String kind) {}

    private static final List<Magic> MAGIC = List.of(
            new Magic(0, "\u00ff\u00d8\u00ff", "a JPEG image"),
            new Magic(0, "\u0089PNG", "a PNG image"),
            new Magic(0, "GIF8", "a GIF image"),
            new Magic(0, "RIFF", "a RIFF file (WebP, WAV or AVI)"),
            new Magic(0, "%PDF", "a PDF file"),
            new Magic(0, "PK\u0003\u0004", "a ZIP archive or an Office document"),
            new Magic(0, "\u001f\u008b", "gzip-compressed data"),
            new Magic(0, "BZh", "bzip2-compressed data"),
            new Magic(0, "\u00fd7zXZ", "xz-compressed data"),
            new Magic(0, "7z\u00bc\u00af", "a 7-Zip archive"),
            new Magic(0, "\u00d0\u00cf\u0011\u00e0", "an old Office document"),
            new Magic(0, "ID3", "an MP3 file"),
            new Magic(4, "ftyp", "an MP4 file"),
            new Magic(0, "II*\u0000", "a TIFF image"),
            new Magic(0, "MM\u0000*", "a TIFF image"),
            new Magic(0, "\u007fELF", "a program"));

    private Sniffer() {}

    /** Why bytes cannot be text, if they cannot. */
    static Optional<String> reasonAgainst(byte[] bytes) {
        if (bytes.length == 0) {
            return Optional.of("empty document");
        }
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        for (Magic known : MAGIC) {
            if (head.startsWith(known.bytes(), known.at())) {
                return Optional.of("not text: looks like " + known.kind());
            }
        }
        return head.indexOf('\0') >= 0 && isBinary(bytes)
                ? Optional.of("not text: has bytes that no character set of text uses")
                : Optional.empty();
    }

    /** NUL bytes outside UTF-16, which has a byte order mark or an XML declaration. */
    private static boolean isBinary(byte[] bytes) {
        boolean utf16 = bytes.length > 3
                && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
                        || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff)
                        || (bytes[0] == '<' && bytes[1] == 0)
                        || (bytes[0] == 0 && bytes[1] == '<'));
        int nul = 0;
        int length = Math.min(bytes.length, HEAD);
        for (int i = 0; i < length; i++) {
            nul += bytes[i] == 0 ? 1 : 0;
        }
        return !utf16 && nul > length / 100;
    }

    static Shape shapeOf(String text) {
        int start = 0;
        while (start < text.length() && isPadding(text.charAt(start))) {
            start++;
        }
        if (start == text.length()) {
            return Shape.EMPTY;
        }
        char first = text.charAt(start);
        if (first == '{' || first == '[') {
            return Shape.JSON;
        }
        if (first != '<') {
            return Shape.TEXT;
        }
        String head = text.substring(start, Math.min(text.length(), start + HEAD));
        return HTML.contains(rootOf(head)) && !head.toLowerCase(Locale.ROOT).contains("iptc.org/std/nar")
                ? Shape.HTML
                : Shape.XML;
    }

    /** Name of the first element, or "!doctype html"; what stands before it is skipped. */
    private static String rootOf(String head) {
        int at = 0;
        while (at < head.length()) {
            int open = head.indexOf('<', at);
            if (open < 0 || open + 1 == head.length()) {
                return "";
            }
            String end = head.startsWith("<!--", open) ? "-->" : head.charAt(open + 1) == '?' ? ">" : null;
            if (end == null) {
                Matcher name = NAME.matcher(head).region(open + 1, head.length());
                String found = name.lookingAt() ? name.group().toLowerCase(Locale.ROOT) : "";
                boolean doctype = found.startsWith("!doctype");
                if (!doctype || found.endsWith("html") && !found.endsWith("xhtml")) {
                    return doctype ? "!doctype html" : found;
                }
                end = ">";
            }
            int close = head.indexOf(end, open);
            at = close < 0 ? head.length() : close + end.length();
        }
        return "";
    }

    private static boolean isPadding(char c) {
        return c <= ' ' || c == '\u007f' || c == '\ufeff' || c == '\u00a0' || c == '\u200b';
    }
}
