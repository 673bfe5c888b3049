package dev.dateline.enrich.tag;

import dev.dateline.enrich.text.Folding;

/** Codes made of names: small letters without accents, figures, and hyphens between words. */
public final class Codes {
    private Codes() {}

    /** A name as it stands in the text, with single spaces. */
    public static String onOneLine(String name) {
        if (name.indexOf('\n') < 0 && !name.contains("  ")) {
            return name;
        }
        return String.join(" ", name.trim().split("\\s+"));
    }

    public static String of(String name) {
        StringBuilder code = new StringBuilder(name.length());
        boolean pending = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (pending && code.length() > 0) {
                    code.append('-');
                }
                pending = false;
                code.append(Folding.fold(c));
            } else if (c != '.' && c != '\'' && c != '’') {
                pending = true;
            }
        }
        return code.toString();
    }
}
