package dev.dateline.enrich.entity;

import dev.dateline.enrich.tag.Codes;

/**
 * One name of an organisation.
 *
 * @param name its full name, of which the code of its tags is made
 * @param isSource true when articles quote it more often than they are about it
 * @param form as it is written: the full name or another
 * @param language ISO 639 code of the one language in which the form holds, or null
 */
public record BodyName(String name, boolean isSource, String form, String language) {
    private static final String SOURCE = "~";

    /**
     * Reads a name as organisations.tsv has it.
     *
     * @param name the full name, after "~" for a source
     * @param entry that name again, or another form, after "xx:" where it holds in one language
     */
    static BodyName of(String name, String entry) {
        boolean inOneLanguage = entry.length() > 3 && entry.charAt(2) == ':';
        return new BodyName(
                bare(name),
                name.startsWith(SOURCE),
                inOneLanguage ? entry.substring(3) : bare(entry),
                inOneLanguage ? entry.substring(0, 2) : null);
    }

    private static String bare(String name) {
        return name.startsWith(SOURCE) ? name.substring(SOURCE.length()) : name;
    }

    String code() {
        return Codes.of(name);
    }
}
