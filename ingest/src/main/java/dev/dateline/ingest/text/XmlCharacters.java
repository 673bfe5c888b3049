package dev.dateline.ingest.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters of a document as a reader of XML takes them: without a declaration and without what XML forbids. */
public final class XmlCharacters {
    private static final Pattern DECLARATION = Pattern.compile("<\\?xml\\s[^>]{0,200}\\?>");
    private static final int DECLARATION_WITHIN = 1_000;

    private static final Pattern REFERENCE = Pattern.compile("&#(?:(\\d{1,7})|[xX]([0-9a-fA-F]{1,6}));");

    private XmlCharacters() {}

    /** A space stands for each character that is forbidden, and for each reference to one, which wires send all the same. */
    public static String of(String text) {
        String legal = withoutForbiddenReferences(withoutForbidden(text));
        Matcher declaration = DECLARATION.matcher(legal).region(0, Math.min(legal.length(), DECLARATION_WITHIN));
        // the characters are decoded already; what is declared no longer matters, nor what stands before it
        int start = declaration.find() ? declaration.end() : Math.max(0, legal.indexOf('<'));
        while (start < legal.length() && Character.isWhitespace(legal.charAt(start))) {
            start++;
        }
        return legal.substring(start);
    }

    private static String withoutForbidden(String text) {
        StringBuilder legal = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ordinary = c >= ' ' && c < Character.MIN_SURROGATE;
            if (!ordinary && (isForbidden(c) || (Character.isSurrogate(c) && !isPaired(text, i)))) {
                legal = legal == null ? new StringBuilder(text) : legal;
                legal.setCharAt(i, ' ');
            }
        }
        return legal == null ? text : legal.toString();
    }

    private static String withoutForbiddenReferences(String text) {
        StringBuilder legal = new StringBuilder();
        int copied = 0;
        Matcher reference = REFERENCE.matcher(text);
        for (int at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
            if (text.startsWith("#", at + 1)
                    && reference.region(at, text.length()).lookingAt()
                    && isForbidden(reference)) {
                legal.append(text, copied, at).append(' ');
                copied = reference.end();
            }
        }
        return copied == 0 ? text : legal.append(text, copied, text.length()).toString();
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

    private static boolean isPaired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
