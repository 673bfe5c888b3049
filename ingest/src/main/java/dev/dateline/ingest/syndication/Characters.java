package dev.dateline.ingest.syndication;

import java.nio.charset.Charset;

/** Characters that came by their numbers: references may name some that no text has. */
final class Characters {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Characters() {}

    /**
     * Quotes and dashes of windows-1252 ("&#146;"), where Unicode has control characters, are what was meant; for what XML
     * forbids, and a forgiving reading lets through, stands a space.
     */
    static String repaired(String text) {
        StringBuilder repaired = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char meant = c >= 0x80 && c <= 0x9f
                    ? new String(new byte[] {(byte) c}, WINDOWS_1252).charAt(0)
                    : isForbidden(c) ? ' ' : c;
            if (meant != c) {
                repaired = repaired == null ? new StringBuilder(text) : repaired;
                repaired.setCharAt(i, meant);
            }
        }
        return repaired == null ? text : repaired.toString();
    }

    private static boolean isForbidden(char c) {
        return (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0xfffe || c == 0xffff;
    }
}
