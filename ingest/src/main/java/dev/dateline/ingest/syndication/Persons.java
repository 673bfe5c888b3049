package dev.dateline.ingest.syndication;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of people as feeds write them: "mail (Name)", "Name <mail>", or an Atom person. Addresses are left out. */
final class Persons {
    private static final Pattern MAIL = Pattern.compile(
            "(?:mailto:)?[\\w.!#$%&'*+/=?^`{|}~-]{1,80}@[\\w-]{1,80}(?:\\.[\\w-]{1,80})*", Pattern.CASE_INSENSITIVE);

    /** Longest line that is looked at; longer ones are no names. */
    private static final int LONGEST = 500;

    private static final Pattern IN_BRACKETS = Pattern.compile("^[(<\\[\"\\s]*(.*?)[)>\\]\"\\s]*$");
    private static final Pattern EMPTY_BRACKETS = Pattern.compile("<\\s*>|\\(\\s*\\)|\\[\\s*]");

    private Persons() {}

    /** The name, or null when there is only an address or nothing. */
    static String name(FeedElement person) {
        String named = Fields.line(person, "name");
        return of(named == null && !person.hasChildren() ? person.text() : named);
    }

    /** The name in a line, or null. */
    static String of(String sent) {
        if (sent == null) {
            return null;
        }
        String line = sent.length() > LONGEST ? sent.substring(0, LONGEST) : sent;
        boolean mail = line.indexOf('@') >= 0 && MAIL.matcher(line).find();
        String rest = mail
                ? EMPTY_BRACKETS.matcher(MAIL.matcher(line).replaceAll(" ")).replaceAll(" ")
                : line;
        String name = rest.replaceAll("[\\s\\p{Z}]+", " ").strip();
        if (mail) {
            Matcher inside = IN_BRACKETS.matcher(name);
            name = inside.matches() ? inside.group(1).strip() : name;
        }
        return name.isEmpty() ? null : name;
    }
}
