package dev.dateline.ingest.parse;

import java.io.CharArrayReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.CharBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters of a document as a reader of XML takes them: without a declaration and without what XML forbids. */
final class XmlCharacters {
    private static final Pattern DECLARATION = Pattern.compile("<\\?xml\\s[^>]{0,200}\\?>");
    private static final int DECLARATION_WITHIN = 1_000;

    private static final String REFERENCE_BEGINS = "&#";
    private static final Pattern REFERENCE =
            Pattern.compile(REFERENCE_BEGINS + "(?:(\\d{1,7})|[xX]([0-9a-fA-F]{1,6}));");

    private XmlCharacters() {}

    /** A space stands for each character that is forbidden, and for each reference to one, which wires send all the same. */
    static Reader of(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            boolean ordinary = c >= ' ' && c < Character.MIN_SURROGATE;
            if (!ordinary && (isForbidden(c) || (Character.isSurrogate(c) && !isPaired(chars, i)))) {
                chars[i] = ' ';
            }
        }
        // the characters are decoded already; what is declared no longer matters, nor what stands before it
        Matcher declaration =
                DECLARATION.matcher(CharBuffer.wrap(chars, 0, Math.min(chars.length, DECLARATION_WITHIN)));
        int start = declaration.find() ? declaration.end() : Math.max(0, text.indexOf('<'));
        while (start < chars.length && Character.isWhitespace(chars[start])) {
            start++;
        }
        return text.indexOf(REFERENCE_BEGINS, start) < 0
                ? new CharArrayReader(chars, start, chars.length - start)
                : new StringReader(withoutForbiddenReferences(new String(chars, start, chars.length - start)));
    }

    private static String withoutForbiddenReferences(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        Matcher reference = REFERENCE.matcher(text);
        for (int at = text.indexOf(REFERENCE_BEGINS); at >= 0; at = text.indexOf(REFERENCE_BEGINS, at + 1)) {
            if (reference.region(at, text.length()).lookingAt() && isForbidden(reference)) {
                out.append(text, copied, at).append(' ');
                copied = reference.end();
            }
        }
        return copied == 0 ? text : out.append(text, copied, text.length()).toString();
    }

    private static boolean isForbidden(Matcher reference) {
        int code = reference.group(1) != null
                ? Integer.parseInt(reference.group(1))
                : Integer.parseInt(reference.group(2), 16);
        return code > Character.MAX_CODE_POINT
                || (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE)
                || (code <= Character.MAX_VALUE && isForbidden((char) code));
    }

    private static boolean isForbidden(char c) {
        return (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0xfffe || c == 0xffff;
    }

    private static boolean isPaired(char[] chars, int at) {
        return Character.isHighSurrogate(chars[at])
                ? at + 1 < chars.length && Character.isLowSurrogate(chars[at + 1])
                : at > 0 && Character.isHighSurrogate(chars[at - 1]);
    }
}
