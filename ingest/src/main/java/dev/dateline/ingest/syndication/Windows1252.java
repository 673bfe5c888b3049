package dev.dateline.ingest.syndication;

import java.nio.charset.Charset;

/** Quotes and dashes of windows-1252 that were sent by their numbers ("&#146;"), where Unicode has control characters. */
final class Windows1252 {
    private static final Charset CHARSET = Charset.forName("windows-1252");

    private Windows1252() {}

    static String repaired(String text) {
        StringBuilder repaired = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && c <= 0x9f) {
                repaired = repaired == null ? new StringBuilder(text) : repaired;
                repaired.setCharAt(i, new String(new byte[] {(byte) c}, CHARSET).charAt(0));
            }
        }
        return repaired == null ? text : repaired.toString();
    }
}
