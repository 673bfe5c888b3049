package dev.dateline.ingest.text;

import dev.dateline.ingest.dialect.Dialect;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a document. The bytes decide before any declaration: a byte order mark, then valid UTF-8, then what
 * the document or the transport declares, then windows-1252.
 *
 * @param text the characters without a byte order mark
 * @param guessed true when what was declared cannot be right or nothing was declared and the bytes are not UTF-8
 */
public record DecodedText(String text, boolean guessed) {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern XML_ENCODING =
            Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");
    private static final int HEAD = 400;
    private static final Pattern HTML_ENCODING = Pattern.compile(
            "<meta\\b[^<>]{0,300}?\\bcharset\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]{1,40})", Pattern.CASE_INSENSITIVE);
    /** Some pages begin with much else before they say it. */
    private static final int HTML_HEAD = 16_384;

    private static final char REPLACEMENT = '\ufffd';

    /** @param declared charset that the transport declared, or null */
    public static DecodedText of(byte[] bytes, String declared) {
        Optional<DecodedText> marked = marked(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
        boolean ascii = utf8.isPresent() && utf8.get().length() == bytes.length;
        if (ascii) {
            return new DecodedText(utf8.get(), false);
        }
        Optional<Charset> inXml = declaredInXml(bytes);
        if (utf8.isPresent()) {
            return new DecodedText(
                    utf8.get(),
                    inXml.filter(charset -> !charset.equals(StandardCharsets.UTF_8)
                                    && !charset.equals(StandardCharsets.US_ASCII))
                            .isPresent());
        }
        Optional<Charset> claim = inXml.or(() -> declaredInHtml(bytes)).or(() -> charset(declared));
        Optional<Charset> usable = claim.filter(charset -> !charset.equals(StandardCharsets.UTF_8)
                && !charset.equals(StandardCharsets.US_ASCII)
                && isSingleByteOr(charset, bytes));
        // ISO-8859-1 has no printable characters where windows-1252 has quotes and dashes, and is declared for both
        Charset charset = usable.map(named -> named.equals(StandardCharsets.ISO_8859_1) ? WINDOWS_1252 : named)
                .orElse(WINDOWS_1252);
        return new DecodedText(new String(bytes, charset), usable.isEmpty());
    }

    /** A part of the text, in the charset that the dialect names when nothing better told it. */
    public String part(int from, int to, Dialect dialect, byte[] bytes) {
        boolean oneByteEach = guessed && text.length() == bytes.length;
        return oneByteEach && dialect.charset() != null && !isUnicode(dialect.charset())
                ? new String(bytes, from, to - from, dialect.charset())
                : text.substring(from, to);
    }

    private static boolean isUnicode(Charset charset) {
        return charset.name().startsWith("UTF-");
    }

    private static Optional<DecodedText> marked(byte[] bytes) {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            byte[] rest = Arrays.copyOfRange(bytes, 3, bytes.length);
            return Optional.of(strictly(rest, StandardCharsets.UTF_8)
                    .map(text -> new DecodedText(text, false))
                    .orElseGet(() -> new DecodedText(new String(rest, WINDOWS_1252), true)));
        }
        if (startsWith(bytes, 0xff, 0xfe)) {
            return Optional.of(
                    new DecodedText(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE), false));
        }
        if (startsWith(bytes, 0xfe, 0xff)) {
            return Optional.of(
                    new DecodedText(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE), false));
        }
        if (startsWith(bytes, '<', 0, '?', 0)) {
            return Optional.of(new DecodedText(new String(bytes, StandardCharsets.UTF_16LE), false));
        }
        if (startsWith(bytes, 0, '<', 0, '?')) {
            return Optional.of(new DecodedText(new String(bytes, StandardCharsets.UTF_16BE), false));
        }
        return Optional.empty();
    }

    private static Optional<Charset> declaredInXml(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher declaration = XML_ENCODING.matcher(head);
        return declaration.find() ? charset(declaration.group(1)) : Optional.empty();
    }

    private static Optional<Charset> declaredInHtml(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HTML_HEAD), StandardCharsets.ISO_8859_1);
        Matcher declaration = HTML_ENCODING.matcher(head);
        return declaration.find() ? charset(declaration.group(1)) : Optional.empty();
    }

    private static Optional<Charset> charset(String name) {
        try {
            return name == null || name.isBlank() ? Optional.empty() : Optional.of(Charset.forName(name.strip()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static boolean isSingleByteOr(Charset charset, byte[] bytes) {
        return charset.canEncode() && strictly(bytes, charset).isPresent();
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        String lenient = new String(bytes, charset);
        if (lenient.indexOf(REPLACEMENT) < 0) {
            return Optional.of(lenient); // nothing was replaced; several times quicker than a decoder that reports
        }
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
